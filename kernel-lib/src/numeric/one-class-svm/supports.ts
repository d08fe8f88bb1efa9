/** The rows, of so many, for which something holds. */
export function where(length: number, holds: (row: number) => boolean): Int32Array {
  const found = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (holds(row)) found[count++] = row;
  return found.slice(0, count);
}

/** The values that belong to some rows. */
export function valuesAt(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]);
}

/** Of some rows those that carry weight, and their weights. */
export function supportsOf(rows: Int32Array, weights: Float64Array): [Int32Array, Float64Array] {
  return [rows.filter((_, k) => weights[k] > 0), weights.filter((weight) => weight > 0)];
}

/** So many of the numbers below `total`, evenly spaced. */
export function evenly(total: number, count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => Math.floor((i * total) / count));
}
