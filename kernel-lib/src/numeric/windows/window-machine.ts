/** The two heavy parts of the windowed distance, for one series and one width. */
export interface WindowMachine {
  /** For each lag below the width: sum of the products of `centred` values so far apart, each as often as kept windows hold both, and how many. */
  products(
    centred: Float64Array,
    sums: Float64Array,
  ): Promise<{ readonly products: Float64Array; readonly pairs: Float64Array }>;
  /** Squared distance of each window: squared prediction errors of rising order, times `weights`. */
  distances(centre: number, reflection: Float64Array, weights: Float64Array): Promise<Float64Array>;
}
