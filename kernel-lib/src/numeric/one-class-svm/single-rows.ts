import type { RowSource } from "../row-source.js";

/** Rows of a matrix laid out for sums of kernels in single precision: moved to a centre, scaled, and half of their squared lengths below zero. */
export interface SingleRows {
  /** Rows × columns, row by row. */
  readonly points: Float32Array;
  readonly half: Float32Array;
}

/** Rows times this, the kernel exp(-γ |x - y|²) is 2^(x·y - |x|²/2 - |y|²/2). */
export function lengthFactor(gamma: number): number {
  return Math.sqrt((2 * gamma) / Math.LN2);
}

/** Rows looked at for a centre. */
const SAMPLE = 20_000;

/** A point in the middle: the mean of evenly spaced rows. Any point would do, but near the rows least is lost to rounding. */
export function roughCentre(source: RowSource): Float64Array {
  const { rows, columns } = source;
  const count = Math.min(rows, SAMPLE);
  const centre = new Float64Array(columns);
  const row = new Float64Array(columns);
  for (let i = 0; i < count; i++) {
    source.copy(Math.floor((i * rows) / count), row);
    for (let c = 0; c < columns; c++) centre[c] += row[c] / count;
  }
  return centre;
}

/** Brings rows into the form above, filled up with zeros to a multiple of so many. As `packPoints` in assembly/rbf.ts does it. */
export function singleRows(
  values: Float64Array,
  columns: number,
  centre: Float64Array,
  gamma: number,
  multiple: number,
): SingleRows {
  const rows = values.length / columns;
  const count = Math.ceil(rows / multiple) * multiple;
  const factor = lengthFactor(gamma);
  const points = new Float32Array(count * columns);
  const half = new Float32Array(count);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let c = 0; c < columns; c++) {
      const value = (values[row * columns + c] - centre[c]) * factor;
      squares += value * value;
      points[row * columns + c] = value;
    }
    half[row] = -0.5 * squares;
  }
  return { points, half };
}
