/** What a value should have been, and the range that is usual; NaN where nothing can be said. */
export interface ExpectedBand {
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The same once the neighbouring points are known. */
  readonly usual: Float64Array;
  readonly usualLower: Float64Array;
  readonly usualUpper: Float64Array;
}
