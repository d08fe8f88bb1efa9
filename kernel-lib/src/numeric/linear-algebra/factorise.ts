import { fastFactors } from "../wasm/cholesky-kernels.js";
import type { Factors } from "../wasm/factors.js";

/** Fewer numbers are not worth being copied. */
const LEAST = 256;

/**
 * Cholesky factor in place, with right sides carried along. The first `size` rows of `matrix` (row-major, `size` columns)
 * hold the lower triangle of a symmetric positive definite K and become L with L Lᵀ = K; each further row holds a right side
 * b and becomes L⁻¹ b. What stands above the diagonal is neither read nor written. False when K is not positive definite.
 *
 * Two rows by two columns at a time: half the reads of one by one, and sums that do not wait for each other. By WebAssembly
 * where it pays; the same bytes without. O(size² (size / 6 + further rows / 2)). Golub and Van Loan 2013, section 4.2.
 */
export function factorise(matrix: Float64Array, size: number, rows: number = size): boolean {
  return factorsFor(rows * size).factorise(matrix, size, rows);
}

/** The inverse of L Lᵀ, both triangles, from the L that `factorise` leaves in the first `size` rows. O(size³ / 3). */
export function inverseOf(factor: Float64Array, size: number): Float64Array {
  return factorsFor(size * size).inverseOf(factor, size);
}

/** Products of `count` rows of `size` numbers, the first at row `from` of `matrix`, with each other: the lower triangle. */
export function productsOfRows(matrix: Float64Array, size: number, from: number, count: number): Float64Array {
  return factorsFor(size * count).productsOfRows(matrix, size, from, count);
}

function factorsFor(numbers: number): Factors {
  return (numbers < LEAST ? null : fastFactors()) ?? plainFactors;
}

/** The twin without WebAssembly. */
export const plainFactors: Factors = {
  factorise: (matrix, size, rows) => {
    let i = 0;
    for (; i + 1 < rows && i + 1 < size; i += 2) {
      reduceTwoRows(matrix, size, i, i);
      if (!closePair(matrix, size, i)) return false;
    }
    if (i < size) {
      reduceOneRow(matrix, size, i, i);
      const square = matrix[i * size + i] - dot(matrix, i * size, matrix, i * size, i);
      if (!(square > 0)) return false;
      matrix[i * size + i] = Math.sqrt(square);
      i++;
    }
    for (; i + 1 < rows; i += 2) reduceTwoRows(matrix, size, i, size);
    if (i < rows) reduceOneRow(matrix, size, i, size);
    return true;
  },
  inverseOf: (factor, size) => {
    const columns = inverseColumns(factor, size);
    const inverse = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const sum = dot(columns, i * size + i, columns, j * size + i, size - i);
        inverse[i * size + j] = sum;
        inverse[j * size + i] = sum;
      }
    }
    return inverse;
  },
  productsOfRows: (matrix, size, from, count) => {
    const products = new Float64Array(count * count);
    for (let i = 0; i < count; i++)
      for (let j = 0; j <= i; j++)
        products[i * count + j] = dot(matrix, (from + i) * size, matrix, (from + j) * size, size);
    return products;
  },
};

/** The factor of the 2 × 2 block on the diagonal. */
function closePair(matrix: Float64Array, size: number, i: number): boolean {
  const upper = i * size;
  const lower = upper + size;
  const square = matrix[upper + i] - dot(matrix, upper, matrix, upper, i);
  if (!(square > 0)) return false;
  const first = Math.sqrt(square);
  const side = (matrix[lower + i] - dot(matrix, lower, matrix, upper, i)) / first;
  const rest = matrix[lower + i + 1] - dot(matrix, lower, matrix, lower, i) - side * side;
  if (!(rest > 0)) return false;
  matrix[upper + i] = first;
  matrix[lower + i] = side;
  matrix[lower + i + 1] = Math.sqrt(rest);
  return true;
}

/** Columns 0 up to `to` of rows i and i + 1; even and odd places are added up by themselves. */
function reduceTwoRows(matrix: Float64Array, size: number, i: number, to: number): void {
  const upper = i * size;
  const lower = upper + size;
  let j = 0;
  for (; j + 1 < to; j += 2) {
    const a = j * size;
    const b = a + size;
    let [s00, s01, s10, s11] = [0, 0, 0, 0];
    let [t00, t01, t10, t11] = [0, 0, 0, 0];
    for (let k = 0; k < j; k += 2) {
      const p = matrix[upper + k];
      const q = matrix[lower + k];
      const u = matrix[a + k];
      const v = matrix[b + k];
      s00 += p * u;
      s01 += p * v;
      s10 += q * u;
      s11 += q * v;
      const r = matrix[upper + k + 1];
      const s = matrix[lower + k + 1];
      const w = matrix[a + k + 1];
      const x = matrix[b + k + 1];
      t00 += r * w;
      t01 += r * x;
      t10 += s * w;
      t11 += s * x;
    }
    const pivot = matrix[a + j];
    const side = matrix[b + j];
    const next = matrix[b + j + 1];
    const x = (matrix[upper + j] - (s00 + t00)) / pivot;
    const y = (matrix[lower + j] - (s10 + t10)) / pivot;
    matrix[upper + j] = x;
    matrix[lower + j] = y;
    matrix[upper + j + 1] = (matrix[upper + j + 1] - (s01 + t01) - x * side) / next;
    matrix[lower + j + 1] = (matrix[lower + j + 1] - (s11 + t11) - y * side) / next;
  }
  if (j < to) {
    matrix[upper + j] = (matrix[upper + j] - dot(matrix, upper, matrix, j * size, j)) / matrix[j * size + j];
    matrix[lower + j] = (matrix[lower + j] - dot(matrix, lower, matrix, j * size, j)) / matrix[j * size + j];
  }
}

function reduceOneRow(matrix: Float64Array, size: number, i: number, to: number): void {
  const row = i * size;
  for (let j = 0; j < to; j++)
    matrix[row + j] = (matrix[row + j] - dot(matrix, row, matrix, j * size, j)) / matrix[j * size + j];
}

/** L⁻¹ by columns: row j holds its column j, zeros before place j. */
function inverseColumns(factor: Float64Array, size: number): Float64Array {
  const columns = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const at = j * size;
    columns[at + j] = 1 / factor[j * size + j];
    for (let i = j + 1; i < size; i++)
      columns[at + i] = -dot(factor, i * size + j, columns, at + j, i - j) / factor[i * size + i];
  }
  return columns;
}

/** Four sums side by side, then the rest one by one. */
function dot(a: Float64Array, from: number, b: Float64Array, other: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += a[from + k] * b[other + k];
    s1 += a[from + k + 1] * b[other + k + 1];
    s2 += a[from + k + 2] * b[other + k + 2];
    s3 += a[from + k + 3] * b[other + k + 3];
  }
  let sum = s0 + s2 + (s1 + s3);
  for (; k < count; k++) sum += a[from + k] * b[other + k];
  return sum;
}
