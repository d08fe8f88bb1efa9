import { compile } from "./compile.js";
import { kernelsInBase64 } from "./kernels.generated.js";
import type { WasmModule } from "./web-assembly.js";

/**
 * A piece of work in WebAssembly: address of its arguments, number of the piece, address of the thread's scratch memory.
 * Returns 1 when there is more to do: then it is called again, for the complement of the number.
 */
export type Kernel = (args: number, block: number, scratch: number) => number | void;

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
  "addProducts",
  "walkTrees",
  "windowDistances",
  "lagProducts",
  "fillRows",
] as const;

export type KernelName = (typeof kernelNames)[number];

let compiled: WasmModule | null | undefined;

/** The compiled module, the same for all; null where there is no WebAssembly with SIMD and shared memory. */
export function kernelModule(): WasmModule | null {
  if (compiled === undefined) compiled = compile(kernelsInBase64);
  return compiled;
}
