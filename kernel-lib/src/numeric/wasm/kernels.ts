import { kernelsInBase64 } from "./kernels.generated.js";
import { webAssembly, type WasmModule } from "./web-assembly.js";

/** A piece of work in WebAssembly: address of its arguments, number of the piece, address of the thread's scratch memory. */
export type Kernel = (args: number, block: number, scratch: number) => void;

/** The kernels by name, in the order in which workers know them. */
export const kernelNames = [
  "rotateRows",
  "splitNode",
  "packLeaf",
  "findNeighbours",
  "reachability",
  "outlierFactors",
  "packPoints",
  "addKernels",
  "addKernelsExactly",
  "solvePairs",
  "walkTrees",
  "windowDistances",
  "lagProducts",
] as const;

export type KernelName = (typeof kernelNames)[number];

let compiled: WasmModule | null | undefined;

/** The compiled module, the same for all; null where there is no WebAssembly with SIMD and shared memory. */
export function kernelModule(): WasmModule | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = webAssembly ? new webAssembly.Module(bytesOf(kernelsInBase64)) : null;
  } catch {
    compiled = null;
  }
  return compiled;
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
