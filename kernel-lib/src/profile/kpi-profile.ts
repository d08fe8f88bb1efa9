import type { ResolvedConfig } from "../config/config.js";
import { finiteValues } from "../numeric/finite.js";
import { interpolate, mean, medianAbsoluteDeviation } from "../numeric/statistics.js";
import type { Series } from "../table.js";
import { course, type Course } from "./course.js";
import { autocorrelation } from "./autocorrelation.js";
import { histogram, type Histogram } from "./histogram.js";
import { levelShifts, type LevelShift } from "./level-shifts.js";
import { flatRuns, type FlatRun } from "./flat-runs.js";
import { seasons, type SeasonFound } from "./seasons.js";
import { sparkLine } from "./spark-line.js";
import { trend, type Trend } from "./trend.js";

/** What is known of one KPI. */
export interface KpiProfile {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
  readonly points: number;
  readonly missing: number;
  readonly zeros: number;
  readonly negative: number;
  /** Different values. */
  readonly distinct: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
  readonly mean: number;
  /** Robust standard deviation: 1.4826 times the median absolute deviation. */
  readonly spread: number;
  /** Third standardised moment: 0 symmetric, above 1 a long tail upwards. */
  readonly skew: number;
  /** Share of points equal to the one before. */
  readonly repeats: number;
  /** The series in 32 block characters. */
  readonly spark: string;
  readonly histogram: Histogram;
  /** Correlation with itself `index` points earlier; index 0 is 1. */
  readonly autocorrelation: Float64Array;
  readonly seasons: readonly SeasonFound[];
  readonly trend: Trend;
  readonly levelShifts: readonly LevelShift[];
  readonly flatRuns: readonly FlatRun[];
  /** The series and its parts, thinned for drawing. */
  readonly course: Course;
}

/** Describes one KPI. All numbers are NaN when it has no value at all. O(n log n). */
export function kpiProfile(series: Series, config: Pick<ResolvedConfig, "events" | "season">): KpiProfile {
  const known = finiteValues(series.values);
  const sorted = known.slice().sort();
  const [min, lowerQuartile, median, upperQuartile, max] = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    quantileOfSorted(sorted, share),
  );
  const seasonality = seasons(series, config);
  const { found } = seasonality;
  const { runs, repeats } = flatRuns(series.values);
  return {
    kpi: series.kpi,
    series: series.key,
    points: series.values.length,
    missing: series.values.length - known.length,
    ...signs(known),
    distinct: distinctOfSorted(sorted),
    min,
    lowerQuartile,
    median,
    upperQuartile,
    max,
    mean: mean(known),
    spread: medianAbsoluteDeviation(known, true),
    skew: skewness(known),
    repeats,
    spark: sparkLine(series.values, 32),
    histogram: histogram(known, 40),
    autocorrelation: autocorrelation(series.values, longestLag(series.values.length, found)),
    seasons: found,
    trend: trend(series),
    levelShifts: levelShifts(series, found[0]?.points ?? 0),
    flatRuns: runs,
    course: course(series, seasonality),
  };
}

function quantileOfSorted(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN;
  const position = share * (sorted.length - 1);
  const rank = Math.floor(position);
  return rank === position ? sorted[rank] : interpolate(sorted[rank], sorted[rank + 1], position - rank);
}

function distinctOfSorted(sorted: Float64Array): number {
  let distinct = Math.min(1, sorted.length);
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  return distinct;
}

function signs(values: Float64Array): { zeros: number; negative: number } {
  let zeros = 0;
  let negative = 0;
  for (const value of values) {
    if (value === 0) zeros++;
    else if (value < 0) negative++;
  }
  return { zeros, negative };
}

/** Two of the longest season, at least 40 points, never more than a third of the series or 500. */
function longestLag(points: number, found: readonly SeasonFound[]): number {
  return Math.min(Math.floor(points / 3), 500, Math.max(40, ...found.map((season) => Math.ceil(season.points * 2.2))));
}

function skewness(values: Float64Array): number {
  const centre = mean(values);
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    squares += (value - centre) ** 2;
    cubes += (value - centre) ** 3;
  }
  return cubes / values.length / (squares / values.length) ** 1.5;
}
