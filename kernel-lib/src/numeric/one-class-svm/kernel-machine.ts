import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
import type { RowSource } from "../row-source.js";
import { kernelExponential } from "./kernel-exponential.js";

/**
 * The three heavy parts of a one-class solution for rows x with the kernel K(x, y) = exp(-γ |x - y|²). Rows are meant by
 * their numbers.
 */
export interface KernelMachine {
  readonly rows: number;
  /** Adds Σ weight K(row, support) to the sum of every row. May be off by some 1e-6 of it. */
  add(supports: Int32Array, weights: Float64Array, sums: Float64Array, checkpoint: Checkpoint): Promise<void>;
  /** Σ weight K(row, support) of some rows, in double precision. */
  exactly(rows: Int32Array, supports: Int32Array, weights: Float64Array, checkpoint: Checkpoint): Promise<Float64Array>;
  /** Weights of some supports with which their kernel sums come closest to `targets` at some rows; null where there are none. */
  fit(
    rows: Int32Array,
    supports: Int32Array,
    targets: Float64Array,
    checkpoint: Checkpoint,
  ): Promise<Float64Array | null>;
  /**
   * Minimises ½ αᵀKα over some rows alone, with 0 ≤ α ≤ 1 and the sum of α kept, until no pair violates the optimality
   * conditions by `tolerance`. Changes `alpha` and the kernel sums at these rows, `sums`, one each a row; returns the pairs
   * moved.
   */
  solve(
    rows: Int32Array,
    alpha: Float64Array,
    sums: Float64Array,
    tolerance: number,
    checkpoint: Checkpoint,
  ): Promise<number>;
}

/** Supports whose kernels are summed up by themselves before they are added: so few that a thread does not linger over one piece of work. */
export const SUPPORTS_AT_A_TIME = 32_768;

/** γ as scikit-learn's `gamma="scale"`: 1 / (columns × variance of all entries); 1 when all entries are equal. */
export async function scaleGamma(source: RowSource, checkpoint: Checkpoint = noCheckpoint): Promise<number> {
  const cells = source.rows * source.columns;
  const centre = (await total(source, checkpoint, (value) => value)) / cells;
  const variance = (await total(source, checkpoint, (value) => (value - centre) * (value - centre))) / cells;
  return variance > 0 ? 1 / (source.columns * variance) : 1;
}

/** Numbers added between two looks at the clock. */
const PART = 1 << 20;

async function total(source: RowSource, checkpoint: Checkpoint, of: (value: number) => number): Promise<number> {
  const { rows, columns } = source;
  const together = Math.max(1, Math.min(rows, Math.floor(PART / columns)));
  const values = new Float64Array(together * columns);
  let sum = 0;
  for (let first = 0; first < rows; first += together) {
    const part = values.subarray(0, Math.min(together, rows - first) * columns);
    source.copy(first, part);
    for (let i = 0; i < part.length; i++) sum += of(part[i]);
    await checkpoint(0);
  }
  return sum;
}

/** Some rows of a row-major matrix, one after the other. */
export function pickRows(values: Float64Array, columns: number, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length * columns);
  for (let k = 0; k < rows.length; k++) {
    const from = rows[k] * columns;
    for (let c = 0; c < columns; c++) picked[k * columns + c] = values[from + c];
  }
  return picked;
}

/** exp(-γ |x - y|²) of the row that starts at `a` and the one at `b`. */
export function kernel(
  values: Float64Array,
  a: number,
  others: Float64Array,
  b: number,
  columns: number,
  gamma: number,
): number {
  let squares = 0;
  for (let c = 0; c < columns; c++) squares += (values[a + c] - others[b + c]) * (values[a + c] - others[b + c]);
  return kernelExponential(-gamma * squares);
}
