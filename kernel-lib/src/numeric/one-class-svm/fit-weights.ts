import { partOf, type Checkpoint } from "../checkpoint.js";
import { choleskySolve, pausingCholesky } from "../linear-algebra/cholesky.js";
import { kernel } from "./kernel-machine.js";

/** Rows whose kernels are held at a time. */
const STRIP = 256;

/** Added to the diagonal, in units of its mean: kernels of points that lie close together are as good as one. */
const RIDGE = 1e-10;

/** Adds the products of all pairs of columns of some rows to a square matrix, at least where the second is not before the first. */
export type AddProducts = (rows: Float64Array, matrix: Float64Array) => void | Promise<void>;

/**
 * Weights of the supports with which the sums of their kernels come closest to `targets` at the rows given: least squares, by
 * normal equations. `rows` and `supports` are row-major; supports are a multiple of four. O(rows × supports²).
 */
export async function fitWeights(
  rows: Float64Array,
  supports: Float64Array,
  columns: number,
  gamma: number,
  targets: Float64Array,
  addProducts: AddProducts,
  checkpoint: Checkpoint,
): Promise<Float64Array | null> {
  const size = supports.length / columns;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let first = 0; first < targets.length; first += STRIP) {
    await checkpoint((0.8 * first) / targets.length);
    const count = Math.min(STRIP, targets.length - first);
    const strip = new Float64Array(count * size);
    for (let row = 0; row < count; row++) {
      for (let s = 0; s < size; s++) {
        const value = kernel(rows, (first + row) * columns, supports, s * columns, columns, gamma);
        strip[row * size + s] = value;
        right[s] += value * targets[first + row];
      }
    }
    await addProducts(strip, matrix);
  }
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i];
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] += (RIDGE * trace) / size;
    for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i];
  }
  const lower = await pausingCholesky(matrix, size, partOf(checkpoint, 0.8, 1));
  return lower && choleskySolve(lower, size, right);
}

/** The plain twin of `addProducts` in assembly/products.ts: the same sums in the same order. */
export function addProducts(rows: Float64Array, matrix: Float64Array): void {
  const size = Math.sqrt(matrix.length);
  for (let row = 0; row < rows.length; row += size) {
    for (let i = 0; i < size; i++) {
      const own = rows[row + i];
      for (let j = i; j < size; j++) matrix[i * size + j] += own * rows[row + j];
    }
  }
}
