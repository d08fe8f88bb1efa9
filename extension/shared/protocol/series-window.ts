/** Points thinned for drawing: in each pixel column the first, lowest, highest, last and all that are flagged. */
export interface SeriesWindow {
  readonly series: number;
  /** On the axis: milliseconds, or record numbers without dates. */
  readonly from: number;
  readonly to: number;
  readonly point: Uint32Array;
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** Combined score of each of these points. */
  readonly score: Float64Array;
  /** Expected value and usual range at each of these points, for tooltips. */
  readonly expectedAt: Float64Array;
  readonly lowerAt: Float64Array;
  readonly upperAt: Float64Array;
  /** What is usual once the neighbouring points are known, with its own, narrower range. */
  readonly usualAt: Float64Array;
  readonly usualLowerAt: Float64Array;
  readonly usualUpperAt: Float64Array;
  /** 0 outside incidents; 1 where the point is part of one; 2 where it is and was only kept for that: the line has its shape without it. */
  readonly flagged: Uint8Array;
  /** For drawing, expected value and usual range have their own, plainer thinning. */
  readonly modelTime: Float64Array;
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}
