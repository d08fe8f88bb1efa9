/**
 * Cholesky factor in place, with right sides carried along. The first `size` rows of `matrix` (row-major, `size` columns)
 * hold the lower triangle of a symmetric positive definite K and become L with L Lᵀ = K; each further row holds a right side
 * b and becomes L⁻¹ b. What stands above the diagonal is neither read nor written. False when K is not positive definite.
 *
 * Two rows by two columns at a time: half the reads of one by one, and four sums that do not wait for each other.
 * O(size² (size / 6 + further rows / 2)). Golub and Van Loan 2013, section 4.2.
 */
export function factorise(matrix: Float64Array, size: number, rows: number = size): boolean {
  let i = 0;
  for (; i + 1 < rows && i + 1 < size; i += 2) {
    reduceTwoRows(matrix, size, i, i);
    reduceDiagonal(matrix, size, i);
    if (!closePair(matrix, size, i)) return false;
  }
  if (i < size) {
    reduceOneRow(matrix, size, i, i);
    const square = matrix[i * size + i] - dot(matrix, i * size, i * size, i);
    if (!(square > 0)) return false;
    matrix[i * size + i] = Math.sqrt(square);
    i++;
  }
  for (; i + 1 < rows; i += 2) reduceTwoRows(matrix, size, i, size);
  if (i < rows) reduceOneRow(matrix, size, i, size);
  return true;
}

/** What is left of the 2 × 2 block on the diagonal. */
function reduceDiagonal(matrix: Float64Array, size: number, i: number): void {
  const upper = i * size;
  const lower = upper + size;
  matrix[upper + i] -= dot(matrix, upper, upper, i);
  matrix[lower + i] -= dot(matrix, lower, upper, i);
  matrix[lower + i + 1] -= dot(matrix, lower, lower, i);
}

/** Its factor. */
function closePair(matrix: Float64Array, size: number, i: number): boolean {
  const at = i * size + i;
  const square = matrix[at];
  if (!(square > 0)) return false;
  const first = Math.sqrt(square);
  const side = matrix[at + size] / first;
  const rest = matrix[at + size + 1] - side * side;
  if (!(rest > 0)) return false;
  matrix[at] = first;
  matrix[at + size] = side;
  matrix[at + size + 1] = Math.sqrt(rest);
  return true;
}

/** Columns 0 up to `to` of rows i and i + 1. */
function reduceTwoRows(matrix: Float64Array, size: number, i: number, to: number): void {
  const upper = i * size;
  const lower = upper + size;
  let j = 0;
  for (; j + 1 < to; j += 2) {
    const a = j * size;
    const b = a + size;
    let s00 = matrix[upper + j];
    let s01 = matrix[upper + j + 1];
    let s10 = matrix[lower + j];
    let s11 = matrix[lower + j + 1];
    for (let k = 0; k < j; k++) {
      const p = matrix[upper + k];
      const q = matrix[lower + k];
      const u = matrix[a + k];
      const v = matrix[b + k];
      s00 -= p * u;
      s01 -= p * v;
      s10 -= q * u;
      s11 -= q * v;
    }
    const pivot = matrix[a + j];
    const side = matrix[b + j];
    const next = matrix[b + j + 1];
    s00 /= pivot;
    s10 /= pivot;
    matrix[upper + j] = s00;
    matrix[lower + j] = s10;
    matrix[upper + j + 1] = (s01 - s00 * side) / next;
    matrix[lower + j + 1] = (s11 - s10 * side) / next;
  }
  if (j < to) {
    matrix[upper + j] = (matrix[upper + j] - dot(matrix, upper, j * size, j)) / matrix[j * size + j];
    matrix[lower + j] = (matrix[lower + j] - dot(matrix, lower, j * size, j)) / matrix[j * size + j];
  }
}

function reduceOneRow(matrix: Float64Array, size: number, i: number, to: number): void {
  const row = i * size;
  for (let j = 0; j < to; j++)
    matrix[row + j] = (matrix[row + j] - dot(matrix, row, j * size, j)) / matrix[j * size + j];
}

function dot(matrix: Float64Array, from: number, other: number, count: number): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < count; k += 2) {
    even += matrix[from + k] * matrix[other + k];
    odd += matrix[from + k + 1] * matrix[other + k + 1];
  }
  return k < count ? even + odd + matrix[from + k] * matrix[other + k] : even + odd;
}

/** The inverse of L Lᵀ, both triangles, from the L that `factorise` leaves in the first `size` rows. O(size³ / 3). */
export function inverseOf(factor: Float64Array, size: number): Float64Array {
  const columns = inverseColumns(factor, size);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = dot(columns, i * size + i, j * size + i, size - i);
      inverse[i * size + j] = sum;
      inverse[j * size + i] = sum;
    }
  }
  return inverse;
}

/** L⁻¹ by columns: row j holds its column j, zeros before place j. */
function inverseColumns(factor: Float64Array, size: number): Float64Array {
  const columns = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const at = j * size;
    columns[at + j] = 1 / factor[j * size + j];
    for (let i = j + 1; i < size; i++)
      columns[at + i] = -dot2(factor, i * size + j, columns, at + j, i - j) / factor[i * size + i];
  }
  return columns;
}

function dot2(a: Float64Array, from: number, b: Float64Array, other: number, count: number): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < count; k += 2) {
    even += a[from + k] * b[other + k];
    odd += a[from + k + 1] * b[other + k + 1];
  }
  return k < count ? even + odd + a[from + k] * b[other + k] : even + odd;
}
