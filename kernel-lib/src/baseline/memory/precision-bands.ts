import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";

/**
 * Precision matrix of an autoregression with unit innovations, Q = AᵀA, as bands: element (i, i + k) for the first rows, the
 * last rows and all between, which are alike. The first p rows have no forecast: their own covariance stands in.
 */
export interface PrecisionBands {
  readonly order: number;
  readonly rows: number;
  /** Row-major: row i, band k at i × (order + 1) + k. */
  readonly head: Float64Array;
  readonly core: Float64Array;
  /** Row 0 is row `rows - order`. */
  readonly tail: Float64Array;
}

/** @param covariance autocovariance at lags 0 to p - 1, in units of the innovations */
export function precisionBands(phi: Float64Array, rows: number, covariance: Float64Array): PrecisionBands {
  const p = phi.length;
  const width = p + 1;
  const a = Float64Array.of(1, ...phi.map((x) => -x));
  const [head, tail, core] = [new Float64Array(p * width), new Float64Array(p * width), new Float64Array(width)];
  for (let k = 0; k <= p; k++) {
    for (let j = k; j <= p; j++) {
      const product = a[j] * a[j - k];
      core[k] += product;
      for (let i = 0; i < p; i++) {
        if (i >= p - j) head[i * width + k] += product;
        if (i < p - j) tail[i * width + k] += product;
      }
    }
  }
  const own = inverse(covariance);
  for (let k = 0; k < p; k++) for (let i = 0; i + k < p; i++) head[i * width + k] += own[i * p + i + k];
  return { order: p, rows, head, core, tail };
}

/** Inverse of the symmetric matrix whose element (i, j) is `values[|i - j|]`, with a little added to the diagonal. */
function inverse(values: Float64Array): Float64Array {
  const p = values.length;
  const result = new Float64Array(p * p);
  const matrix = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) matrix[i * p + j] = values[Math.abs(i - j)] + (i === j ? 1e-6 : 0);
  const lower = cholesky(matrix, p);
  if (lower === null) return result;
  for (let column = 0; column < p; column++) {
    const unit = new Float64Array(p);
    unit[column] = 1;
    result.set(choleskySolve(lower, p, unit), column * p);
  }
  return result;
}

/** Element (row, row + band). */
export function bandAt(bands: PrecisionBands, row: number, band: number): number {
  const { order, rows, head, core, tail } = bands;
  if (row < order) return head[row * (order + 1) + band];
  return row >= rows - order ? tail[(row - rows + order) * (order + 1) + band] : core[band];
}

/** Q x, written to `out`. O(n p). */
export function timesBands(bands: PrecisionBands, x: Float64Array, out: Float64Array): void {
  const { order: p, rows: n, core } = bands;
  const [first, last] = [Math.min(n, 2 * p), Math.max(Math.min(n, 2 * p), n - p)];
  for (let i = 0; i < first; i++) out[i] = timesRow(bands, x, i);
  for (let i = last; i < n; i++) out[i] = timesRow(bands, x, i);
  const own = core[0];
  for (let i = first; i < last; i++) out[i] = own * x[i];
  for (let k = 1; k <= p; k++) {
    const beside = core[k];
    for (let i = first; i < last; i++) out[i] += beside * (x[i + k] + x[i - k]);
  }
}

function timesRow(bands: PrecisionBands, x: Float64Array, i: number): number {
  let sum = bandAt(bands, i, 0) * x[i];
  for (let k = 1; k <= bands.order; k++) {
    if (i + k < x.length) sum += bandAt(bands, i, k) * x[i + k];
    if (i - k >= 0) sum += bandAt(bands, i - k, k) * x[i - k];
  }
  return sum;
}

/** A pivot below this is rounding. */
const LEAST = 1e-9;

/**
 * Fills the rows where `known` is 0 with their conditional mean given the others: solves Q over them, one cluster of unknown
 * rows after another, by a banded LDLᵀ. `x` is changed in place. O(unknown rows × p²).
 */
export function fillUnknown(bands: PrecisionBands, known: Uint8Array, x: Float64Array): void {
  const n = x.length;
  const p = bands.order;
  for (let i = 0; i < n; i++) if (!known[i]) x[i] = 0;
  let rows = new Int32Array(64);
  for (let start = 0; start < n; start++) {
    if (known[start]) continue;
    let count = 0;
    let last = start;
    for (let i = start; i < n && i - last <= p; i++) {
      if (known[i]) continue;
      if (count === rows.length) {
        const more = new Int32Array(2 * count);
        more.set(rows);
        rows = more;
      }
      rows[count++] = last = i;
    }
    fillCluster(bands, rows.subarray(0, count), x);
    start = last;
  }
}

/** `rows` ascend, each at most p after the one before; values of all unknown rows are 0 as yet. */
function fillCluster(bands: PrecisionBands, rows: Int32Array, x: Float64Array): void {
  const count = rows.length;
  const p = bands.order;
  const n = x.length;
  const right = new Float64Array(count);
  const diagonal = new Float64Array(count);
  const lower = new Float64Array(count * p);
  for (let a = 0; a < count; a++) {
    const i = rows[a];
    let b = 0;
    for (let k = 1; k <= p; k++) {
      if (i + k < n) b -= bandAt(bands, i, k) * x[i + k];
      if (i - k >= 0) b -= bandAt(bands, i - k, k) * x[i - k];
    }
    let d = bandAt(bands, i, 0) + LEAST;
    for (let back = Math.min(p, a); back >= 1; back--) {
      const c = a - back;
      const distance = i - rows[c];
      let off = distance <= p ? bandAt(bands, rows[c], distance) : 0;
      for (let e = Math.max(0, a - p); e < c; e++)
        if (c - e <= p) off -= lower[a * p + a - e - 1] * lower[c * p + c - e - 1] * diagonal[e];
      const factor = off / diagonal[c];
      lower[a * p + back - 1] = factor;
      d -= factor * off;
      b -= factor * right[c];
    }
    diagonal[a] = d;
    right[a] = b;
  }
  for (let a = 0; a < count; a++) right[a] /= diagonal[a];
  for (let a = count - 1; a >= 0; a--) {
    for (let ahead = 1; ahead <= p && a + ahead < count; ahead++)
      right[a] -= lower[(a + ahead) * p + ahead - 1] * right[a + ahead];
  }
  for (let a = 0; a < count; a++) x[rows[a]] = right[a];
}
