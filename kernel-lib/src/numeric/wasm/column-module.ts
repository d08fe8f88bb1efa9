import { columnKernelsInBase64 } from "./column-kernels.generated.js";
import { compile } from "./compile.js";
import type { WasmModule } from "./web-assembly.js";

let compiled: WasmModule | null | undefined;

/** The module of the kernels that run at once on the calling thread; null where there is no SIMD. */
export function columnModule(): WasmModule | null {
  if (compiled === undefined) compiled = compile(columnKernelsInBase64);
  return compiled;
}
