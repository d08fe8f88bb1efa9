import { compile } from "./compile.js";
import { unlessRefused } from "./missing-engine.js";
import { recordKernelsInBase64 } from "./record-kernels.generated.js";
import { webAssembly, type WasmModule } from "./web-assembly.js";

/** Bytes of text that are worked on at a time: few enough to stay in a near cache. */
export const PIECE: number = 1 << 16;

/** Address of the piece, as in assembly/records.ts. */
const TEXT = 8192;

/** The kernels of assembly/records.ts. Each works on the first `length` bytes of the piece. */
export interface RecordKernels {
  readonly piece: Uint8Array;
  /** Cuts plain records; says how many. */
  cut(length: number, columns: number, delimiter: number, most: number): number;
  /** Line ends of any kind; `before` is the byte before the piece. */
  lineEnds(length: number, before: number): number;
  /** 1 for bytes above 127, 2 for NUL bytes. */
  kindsOfBytes(length: number): number;
}

let compiled: WasmModule | null | undefined;

/** Kernels with a memory of their own; null for a text so short that plain loops are as good, and where there is no SIMD. */
export function recordKernels(length: number): RecordKernels | null {
  if (length < PIECE) return null;
  if (compiled === undefined) compiled = compile(recordKernelsInBase64);
  const module = compiled;
  return module && unlessRefused(() => kernelsOf(new webAssembly!.Instance(module).exports));
}

function kernelsOf(exports: unknown): RecordKernels {
  const { memory, ...kernels } = exports as Omit<RecordKernels, "piece"> & { memory: { buffer: ArrayBuffer } };
  return { ...kernels, piece: new Uint8Array(memory.buffer, TEXT, PIECE) };
}
