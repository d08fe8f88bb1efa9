import { columnModule } from "./column-module.js";
import { unlessRefused } from "./missing-engine.js";
import { webAssembly } from "./web-assembly.js";

/** Numbers that a kernel works on at a time: they and what is made of them fit into the nearest cache. */
export const STRIP = 2048;

/** Columns shorter than this are not worth the half millisecond that the first use costs. */
const LEAST = 4096;

/** Addresses, as in assembly/columns.ts. */
const place = { sums: 1024, below: 1088, strip: 4096, found: 24576 } as const;

/** In assembly/columns.ts. Each works on the first `count` numbers of the strip. */
interface ColumnKernels {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Four sums: the i-th number goes into sum i mod 4, those after the last four into sum 0. */
  addUp(count: number): void;
  /** Sums of the differences from a centre, then of their squares, four each as in `addUp`. */
  addDifferences(count: number, centre: number): void;
  /** Puts what `distancesFrom` says in the place of each number. */
  toDistances(count: number, centre: number, factor: number): void;
  /** Puts what `distancesOutside` says in the place of each number. */
  toOutside(count: number, lower: number, upper: number, factor: number): void;
  /** Copies what lies between; returns how many that is, and leaves how many are below. */
  collect(count: number, low: number, high: number): number;
}

/**
 * WebAssembly SIMD on long columns, on the calling thread and at once. A column goes through strip by strip, so that memory
 * stays at one page whatever its length, and is never changed.
 */
export class ColumnStrips {
  readonly kernels: ColumnKernels;
  /** What `addUp` and `addDifferences` left. */
  readonly sums: Float64Array;
  private readonly strip: Float64Array;
  private readonly below: Int32Array;
  private readonly found: Float64Array;

  constructor(exports: ColumnKernels) {
    const { buffer } = exports.memory;
    this.kernels = exports;
    this.sums = new Float64Array(buffer, place.sums, 8);
    this.strip = new Float64Array(buffer, place.strip, STRIP);
    this.below = new Int32Array(buffer, place.below, 4);
    this.found = new Float64Array(buffer, place.found, STRIP);
  }

  /** Copies the numbers from `at` on into the strip; returns how many there were. */
  load(values: Float64Array, at: number): number {
    const count = Math.min(STRIP, values.length - at);
    this.strip.set(values.subarray(at, at + count));
    return count;
  }

  /** Copies the strip to `values` from `at` on. */
  store(values: Float64Array, at: number, count: number): void {
    values.set(count === STRIP ? this.strip : this.strip.subarray(0, count), at);
  }

  /** Appends what lies from `low` to `high` of the numbers in the strip to `target`; says how many these are and how many are below. */
  collect(
    count: number,
    low: number,
    high: number,
    target: Float64Array,
    from: number,
  ): { readonly found: number; readonly below: number } {
    const found = this.kernels.collect(count, low, high);
    target.set(this.found.subarray(0, found), from);
    // Two counts of 64 bits, of which the lower halves are enough.
    return { found, below: this.below[0] + this.below[2] };
  }
}

let strips: ColumnStrips | null | undefined;

/** The strips of this thread; null for so short a column that plain loops are as good, and where there is no SIMD. */
export function columnStrips(length: number): ColumnStrips | null {
  if (length < LEAST) return null;
  if (strips === undefined) {
    const module = columnModule();
    strips =
      module && unlessRefused(() => new ColumnStrips(new webAssembly!.Instance(module).exports as ColumnKernels));
  }
  return strips;
}
