import type { Checkpoint } from "../checkpoint.js";

/**
 * Lower triangle L of a symmetric positive definite matrix (row-major, `size` × `size`) with L Lᵀ = matrix; null when it is
 * not positive definite. O(size³ / 3). Golub and Van Loan 2013, section 4.2.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) if (!fillRow(matrix, lower, size, i)) return null;
  return lower;
}

/** The same, bit by bit, for large matrices: looks at the clock after every row. */
export async function pausingCholesky(
  matrix: Float64Array,
  size: number,
  checkpoint: Checkpoint,
): Promise<Float64Array | null> {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    if (!fillRow(matrix, lower, size, i)) return null;
    const rest = checkpoint(i / size);
    if (rest) await rest;
  }
  return lower;
}

/** Row i of the triangle; says whether there is one. */
function fillRow(matrix: Float64Array, lower: Float64Array, size: number, i: number): boolean {
  for (let j = 0; j <= i; j++) {
    let rest = matrix[i * size + j];
    for (let k = 0; k < j; k++) rest -= lower[i * size + k] * lower[j * size + k];
    if (i !== j) lower[i * size + j] = rest / lower[j * size + j];
    else if (rest > 0) lower[i * size + i] = Math.sqrt(rest);
    else return false;
  }
  return true;
}

/** The x with L Lᵀ x = right. O(size²). */
export function choleskySolve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = right.slice();
  choleskySolveInPlace(lower, size, x);
  return x;
}

/** The same, where the first `size` numbers of `x` are the right side and become the solution. */
export function choleskySolveInPlace(lower: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let rest = x[i];
    for (let k = 0; k < i; k++) rest -= lower[i * size + k] * x[k];
    x[i] = rest / lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i];
    for (let k = i + 1; k < size; k++) rest -= lower[k * size + i] * x[k];
    x[i] = rest / lower[i * size + i];
  }
}
