/** A period after which a KPI repeats itself. */
export interface SeasonFound {
  /** `day`, `week`, `year`, or a number of rows. */
  readonly label: string;
  /** Labels of shorter periods that repeat within it: a week contains the day. */
  readonly contained: readonly string[];
  readonly points: number;
  /** Share of the variation around the trend that the season explains, 0 to 1. */
  readonly strength: number;
  /** What the season adds at each of its points, in units of the KPI; index 0 is the first point of the series. */
  readonly profile: Float64Array;
}
