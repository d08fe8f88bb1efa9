import { webAssembly, type WasmModule } from "./web-assembly.js";

/** A module from its text; null where there is no WebAssembly with all that it needs. */
export function compile(base64: string): WasmModule | null {
  try {
    return webAssembly ? new webAssembly.Module(bytesOf(base64)) : null;
  } catch {
    return null;
  }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
