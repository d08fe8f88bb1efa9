import { lacking, unlessRefused } from "./missing-engine.js";
import { webAssembly, type WasmModule } from "./web-assembly.js";

/** A module from its text; null, and a note (see `missingEngine`), where the engine cannot run it. */
export function compile(base64: string): WasmModule | null {
  if (!webAssembly) return lacking("webAssembly");
  const { Module, validate } = webAssembly;
  const bytes = bytesOf(base64);
  return validate(bytes) ? unlessRefused(() => new Module(bytes)) : lacking("features");
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
