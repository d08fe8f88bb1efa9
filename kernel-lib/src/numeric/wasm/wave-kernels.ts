import { compile } from "./compile.js";
import { unlessRefused } from "./missing-engine.js";
import { waveKernelsInBase64 } from "./wave-kernels.generated.js";
import type { WaveSums } from "./waves.js";
import { webAssembly } from "./web-assembly.js";

/** In assembly/waves.ts. */
interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  withColumn(
    column: number,
    cosines: number,
    sines: number,
    count: number,
    waves: number,
    stride: number,
    out: number,
  ): void;
  addTo(
    column: number,
    cosines: number,
    sines: number,
    count: number,
    waves: number,
    stride: number,
    coefficients: number,
  ): void;
  sumWaves(
    weight: number,
    cosines: number,
    sines: number,
    count: number,
    waves: number,
    stride: number,
    out: number,
  ): void;
}

/** Fewer numbers are not worth the half millisecond that the first use costs. */
const LEAST = 8192;
const PAGE = 65_536;
/** First byte that may be used, and bytes for sums and coefficients of up to 100 waves. */
const START = 1024;
const SUMS = 4096;

let kernels: Kernels | null | undefined;
/** Whose waves stand in the memory: there is one for all, since memories are scarce. */
let owner: FastWaveSums | null = null;

/** The same sums by WebAssembly SIMD; null for few numbers and where there is no SIMD. */
export function fastWaveSums(cosines: Float64Array, sines: Float64Array, days: number): WaveSums | null {
  if (cosines.length < LEAST) return null;
  if (kernels === undefined) {
    const module = compile(waveKernelsInBase64);
    kernels = module && unlessRefused(() => new webAssembly!.Instance(module).exports as Kernels);
  }
  return kernels && new FastWaveSums(kernels, cosines, sines, days);
}

class FastWaveSums implements WaveSums {
  private readonly waves: number;
  private readonly stride: number;
  private readonly column: number;
  private readonly cosineStart: number;
  private readonly sineStart: number;

  constructor(
    private readonly exports: Kernels,
    private readonly cosines: Float64Array,
    private readonly sines: Float64Array,
    private readonly days: number,
  ) {
    this.waves = cosines.length / days;
    this.stride = 8 * days;
    this.column = START + SUMS;
    // One day more: `addTo` works on pairs.
    this.cosineStart = this.column + 8 * (days + 2);
    this.sineStart = this.cosineStart + 8 * cosines.length;
  }

  withColumn(column: Float64Array, from: number, to: number, out: Float64Array): void {
    const buffer = this.load(column);
    this.exports.withColumn(
      this.column + 8 * from,
      this.cosineStart + 8 * from,
      this.sineStart + 8 * from,
      to - from,
      this.waves,
      this.stride,
      START,
    );
    out.set(new Float64Array(buffer, START, 2 * this.waves));
  }

  addTo(column: Float64Array, coefficients: Float64Array): void {
    const buffer = this.load(column);
    new Float64Array(buffer, START, coefficients.length).set(coefficients);
    this.exports.addTo(this.column, this.cosineStart, this.sineStart, this.days, this.waves, this.stride, START);
    column.set(new Float64Array(buffer, this.column, this.days));
  }

  sumWaves(weight: Float64Array, cosineSums: Float64Array, sineSums: Float64Array): void {
    const { waves } = this;
    const buffer = this.load(weight);
    this.exports.sumWaves(this.column, this.cosineStart, this.sineStart, this.days, waves, this.stride, START);
    const sums = new Float64Array(buffer, START, 4 * waves);
    for (let wave = 0; wave < waves; wave++) {
      cosineSums[wave + 1] = sums[4 * wave];
      sineSums[wave + 1] = sums[4 * wave + 1];
      cosineSums[waves + wave + 1] = sums[4 * wave + 2];
      sineSums[waves + wave + 1] = sums[4 * wave + 3];
    }
  }

  /** Copies the column, and the waves when others stand there, into the memory. */
  private load(column: Float64Array): ArrayBuffer {
    const { memory } = this.exports;
    if (owner !== this) {
      const missing = this.sineStart + 8 * this.sines.length + 16 - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      new Float64Array(memory.buffer, this.cosineStart, this.cosines.length).set(this.cosines);
      new Float64Array(memory.buffer, this.sineStart, this.sines.length).set(this.sines);
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      owner = this;
    }
    new Float64Array(memory.buffer, this.column, this.days).set(column);
    return memory.buffer;
  }
}
