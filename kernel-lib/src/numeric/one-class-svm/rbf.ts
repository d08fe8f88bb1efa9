/**
 * Points made ready for the radial kernel exp(-γ |x - y|²) = exp(h(x) + h(y) + x'·y'), with x' = x √(2γ) and h = -|x'|²/2,
 * so that one product and one exponential a pair are left to do.
 */
export interface RbfPoints {
  readonly rows: number;
  readonly columns: number;
  readonly points: Float64Array;
  readonly half: Float64Array;
}

/** γ as scikit-learn's `gamma="scale"`: 1 / (columns × variance of all entries); 1 when all entries are equal. */
export function scaleGamma(values: Float64Array, columns: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const centre = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - centre) ** 2;
  const variance = squares / values.length;
  return variance > 0 ? 1 / (columns * variance) : 1;
}

export function rbfPoints(values: Float64Array, columns: number, gamma: number): RbfPoints {
  const rows = values.length / columns;
  const factor = Math.sqrt(2 * gamma);
  const points = new Float64Array(values.length);
  const half = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let i = row * columns; i < (row + 1) * columns; i++) {
      points[i] = values[i] * factor;
      squares += points[i] * points[i];
    }
    half[row] = -squares / 2;
  }
  return { rows, columns, points, half };
}

/** Some of the points, in the order of `rows`. */
export function pickPoints(all: RbfPoints, rows: Int32Array): RbfPoints {
  const { columns } = all;
  const points = new Float64Array(rows.length * columns);
  const half = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    points.set(all.points.subarray(rows[k] * columns, (rows[k] + 1) * columns), k * columns);
    half[k] = all.half[rows[k]];
  }
  return { rows: rows.length, columns, points, half };
}

/** Kernel of one point of `a` with all of `b` into `out`. O(rows of b × columns). */
export function kernelRow(a: RbfPoints, row: number, b: RbfPoints, out: Float64Array): void {
  const { columns, points, half } = b;
  const home = row * columns;
  for (let other = 0, at = 0; other < b.rows; other++, at += columns) {
    let sum = a.half[row] + half[other];
    for (let c = 0; c < columns; c++) sum += a.points[home + c] * points[at + c];
    out[other] = sum < 0 ? Math.exp(sum) : 1;
  }
}
