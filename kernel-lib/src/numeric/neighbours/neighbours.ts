/** The nearest other rows of each row, nearest first. */
export interface Neighbours {
  /** Neighbours of each row. */
  readonly count: number;
  /** `index[row * count + j]`: row number of the j-th nearest. */
  readonly index: Int32Array;
  /** `distance[row * count + j]`: Euclidean distance to it. */
  readonly distance: Float64Array;
}
