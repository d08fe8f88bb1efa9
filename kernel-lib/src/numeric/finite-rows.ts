/** Rows of numbers about some points of a series. */
export interface PointRows {
  /** Point each row is about. */
  readonly points: Uint32Array;
  readonly columns: number;
  /** Row-major, finite. */
  readonly values: Float64Array;
}

/** The rows of a row-major matrix that hold finite numbers only. Shares the arrays given, when all rows do. */
export function finiteRows(matrix: {
  readonly names: readonly string[];
  readonly points: Uint32Array;
  readonly values: Float64Array;
}): PointRows {
  const { points, values } = matrix;
  const columns = matrix.names.length;
  const rows = new Uint32Array(columns > 0 ? points.length : 0);
  let count = 0;
  for (let r = 0; r < rows.length; r++) {
    let sum = 0;
    // x - x is 0 for finite x and NaN for all others.
    for (let i = r * columns; i < (r + 1) * columns; i++) sum += values[i] - values[i];
    if (sum === 0) rows[count++] = r;
  }
  if (count === rows.length) return { points: points.subarray(0, count), columns, values };
  const kept = new Float64Array(count * columns);
  for (let k = 0; k < count; k++) kept.set(values.subarray(rows[k] * columns, (rows[k] + 1) * columns), k * columns);
  return { points: rows.subarray(0, count).map((row) => points[row]), columns, values: kept };
}

/** One number for each of `length` points: that of its row, NaN where there is none. */
export function atPoints(length: number, points: Uint32Array, rowValues: Float64Array): Float64Array {
  const all = new Float64Array(length).fill(NaN);
  for (let row = 0; row < points.length; row++) all[points[row]] = rowValues[row];
  return all;
}
