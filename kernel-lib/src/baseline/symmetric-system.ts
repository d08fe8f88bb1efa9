import { cholesky, choleskySolve as solve } from "../numeric/cholesky.js";

/** The x with matrix x = right, for a symmetric positive definite matrix (row-major); zeros when it is not. O(k³ / 3). */
export function choleskySolve(matrix: Float64Array, right: Float64Array): Float64Array {
  const lower = cholesky(matrix, right.length);
  return lower === null ? new Float64Array(right.length) : solve(lower, right.length, right);
}
