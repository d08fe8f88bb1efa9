/** What is computed with Cholesky factors; matrices are row-major. See `linear-algebra/factorise.ts`. */
export interface Factors {
  /** Factor in place of the first `size` rows, with the rows up to `rows` solved; false where there is none. */
  factorise(matrix: Float64Array, size: number, rows: number): boolean;
  /** Inverse of the matrix with that factor. */
  inverseOf(factor: Float64Array, size: number): Float64Array;
  /** Products of `count` rows from row `from` on with each other, the lower triangle. */
  productsOfRows(matrix: Float64Array, size: number, from: number, count: number): Float64Array;
}

/** Weighted sums of the same symmetric matrices. See `linear-algebra/matrix-sums.ts`. */
export interface MatrixSums {
  /** Room for so many numbers, until the next call of anything but what it is handed to. */
  workspace(numbers: number): Float64Array;
  /**
   * The lower triangle at some of the rows, ascending: the first matrix with `ofColumn` added to each of its rows, and the
   * others times their weights.
   */
  sumInto(target: Float64Array, rows: Int32Array, weights: readonly number[], ofColumn: Float64Array): void;
}
