/** Sums of products with waves, each a column of one value a day; cosine and sine of the first wave, of the second, ... */
export interface WaveSums {
  /** Sums of the waves times a column, over days `from` up to, without, `to`. */
  withColumn(column: Float64Array, from: number, to: number, out: Float64Array): void;
  /** Adds the waves times their coefficients to a column. */
  addTo(column: Float64Array, coefficients: Float64Array): void;
  /** Weighted sums of the waves 1 to 2K, by wave; those beyond K by turning each wave by the last one. */
  sumWaves(weight: Float64Array, cosineSums: Float64Array, sineSums: Float64Array): void;
}
