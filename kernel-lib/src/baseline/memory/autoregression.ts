import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";
import { log } from "../../numeric/math.js";

/** Keeps a singular system solvable: this share of the sum of squares is added to its diagonal. */
const RIDGE = 1e-9;
/** Moving-average weights that the autocorrelations are computed from. */
export const WEIGHTS = 600;
/** Weights beyond this belong to a process that runs away. */
const LARGEST_WEIGHT = 50;

/** An autoregression learnt by least squares. */
export interface FittedAutoregression {
  /** Coefficients of the values 1, 2, ... rows before. */
  readonly phi: Float64Array;
  /** Mean squared error of its forecasts of one row. */
  readonly variance: number;
  /** Rows it was learnt from. */
  readonly rows: number;
  /** Order up to which predecessors were looked at, and the mean square of the rows forecast. */
  readonly most: number;
  readonly power: number;
  /** Mean squared error of other coefficients, `most` of them, on the same rows. */
  errorOf(coefficients: Float64Array): number;
}

/**
 * Autoregression by least squares on the rows whose `most` predecessors are known too; its order by Schwarz's criterion
 * (BIC, 1978). Null when there are fewer than `least` such rows. O(n most²).
 *
 * @param x values, looked at where `ok` is 1
 */
export function fitAutoregression(
  x: Float64Array,
  ok: Uint8Array,
  most: number = 6,
  least: number = 80,
): FittedAutoregression | null {
  const size = most + 1;
  const products = new Float64Array(size * size);
  const rows = addProducts(x, ok, most, products);
  if (rows < least) return null;
  const power = products[0];
  const gram = (a: number, b: number): number => products[Math.min(a, b) * size + Math.max(a, b)];
  let best: { readonly criterion: number; readonly phi: Float64Array; readonly variance: number } | null = null;
  for (let order = 1; order <= most; order++) {
    const matrix = new Float64Array(order * order);
    for (let a = 0; a < order; a++)
      for (let b = 0; b < order; b++) matrix[a * order + b] = gram(a + 1, b + 1) + (a === b ? RIDGE * power : 0);
    const lower = cholesky(matrix, order);
    if (lower === null) break;
    const phi = choleskySolve(lower, order, products.subarray(1, order + 1));
    let explained = 0;
    for (let a = 0; a < order; a++) explained += products[a + 1] * phi[a];
    const variance = Math.max((power - explained) / rows, 1e-12);
    const criterion = rows * log(variance) + order * log(rows);
    if (best === null || criterion < best.criterion - 1e-9) best = { criterion, phi, variance };
  }
  const errorOf = (coefficients: Float64Array): number => {
    let sum = power;
    for (let a = 0; a < most; a++) {
      sum -= 2 * products[a + 1] * coefficients[a];
      for (let b = 0; b < most; b++) sum += coefficients[a] * coefficients[b] * gram(a + 1, b + 1);
    }
    return sum / rows;
  };
  return best === null ? null : { phi: best.phi, variance: best.variance, rows, most, power: power / rows, errorOf };
}

/** Sums of products of each row and its predecessors, upper triangle; returns the number of rows. */
function addProducts(x: Float64Array, ok: Uint8Array, most: number, products: Float64Array): number {
  const n = x.length;
  let rows = 0;
  for (let start = 0; start < n; start++) {
    if (!ok[start]) continue;
    let end = start + 1;
    while (end < n && ok[end]) end++;
    if (end - start > most) {
      rows += end - start - most;
      addStretch(x, start + most, end, most, products);
    }
    start = end;
  }
  return rows;
}

/** Products at one distance differ by their ends only: one pass for each distance. */
function addStretch(x: Float64Array, from: number, to: number, most: number, products: Float64Array): void {
  const size = most + 1;
  for (let distance = 0; distance <= most; distance++) {
    let sum = 0;
    for (let i = from; i < to; i++) sum += x[i] * x[i - distance];
    for (let a = 0; a + distance <= most; a++) {
      products[a * size + a + distance] += sum;
      sum += x[from - a - 1] * x[from - a - 1 - distance] - x[to - a - 1] * x[to - a - 1 - distance];
    }
  }
}

/**
 * Weights of past innovations in the present value: ψ₀ = 1, ψ₁, ... (Box, Jenkins and Reinsel 2008, 3.1), cut at ±50 where
 * the process runs away.
 */
export function movingAverageWeights(phi: Float64Array): Float64Array {
  const weights = new Float64Array(WEIGHTS);
  weights[0] = 1;
  for (let i = 1; i < WEIGHTS; i++) {
    let sum = 0;
    for (let k = 1; k <= phi.length && k <= i; k++) sum += phi[k - 1] * weights[i - k];
    weights[i] = sum;
  }
  for (let i = 0; i < WEIGHTS; i++)
    weights[i] = weights[i] === weights[i] ? Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, weights[i])) : 0;
  return weights;
}

/** Autocorrelations at lags 1 to `lags` of an autoregression, by its moving-average weights. */
export function autocorrelations(
  phi: Float64Array,
  lags: number,
  weights: Float64Array = movingAverageWeights(phi),
): Float64Array {
  const at = (lag: number): number => {
    let sum = 0;
    for (let i = 0; i + lag < WEIGHTS; i++) sum += weights[i] * weights[i + lag];
    return sum;
  };
  const variance = at(0);
  return Float64Array.from({ length: lags }, (_, k) => at(k + 1) / variance);
}
