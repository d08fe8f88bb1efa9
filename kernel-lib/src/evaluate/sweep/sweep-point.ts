/** A detector's flags with one value of the option. */
export interface SweepPoint {
  readonly value: number;
  readonly flagged: number;
  /** Overlap (Jaccard) with the flags at the value the configuration has; NaN when neither flags anything. */
  readonly overlap: number;
  /** Overlap with the flags at the value before; NaN for the first. */
  readonly step: number;
}
