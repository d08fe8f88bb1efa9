import { quantileSorted, sampleSkewness, uniqueCountSorted } from "simple-statistics";
import type { ResolvedConfig } from "../config/config.js";
import { finiteValues } from "../numeric/finite.js";
import { mean, medianAbsoluteDeviation } from "../numeric/statistics.js";
import type { NormalFacts } from "../report.js";
import { tooFewToJudge } from "../season/too-few-to-judge.js";
import type { Series } from "../table.js";
import { calendarGroups, type CalendarGroups } from "./analyses/calendar-groups.js";
import { levelChanges, type ChangeOfLevel } from "./analyses/level-changes.js";
import { helpsLogScale } from "./analyses/log-scale.js";
import { noiseByCalendar, type NoiseByCalendar } from "./analyses/noise-by-calendar.js";
import { partialAutocorrelation } from "./analyses/partial-autocorrelation.js";
import { stationarity, type Stationarity } from "./analyses/stationarity.js";
import { yearOverlay, type YearOverlay } from "./analyses/year-overlay.js";
import { course, type Course } from "./course.js";
import { autocorrelation } from "./autocorrelation.js";
import { histogram, type Histogram } from "./histogram.js";
import { levelShifts, type LevelShift } from "./level-shifts.js";
import { flatRuns, type FlatRun } from "./flat-runs.js";
import type { SeasonFound } from "./season-found.js";
import { seasons } from "./seasons.js";
import { sparkLine } from "./spark-line.js";
import { standsOut, type StandsOut } from "./stands-out.js";
import { trend, type Trend } from "./trend.js";

/** What is known of one KPI. */
export interface KpiProfile {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
  /** Unit of its values, as in `NumberColumn.unit`; left out where none is known. */
  readonly unit?: string;
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
  /** The same beyond what the points between tell, up to 40 points earlier. */
  readonly partialAutocorrelation: Float64Array;
  /** Whether it keeps to a level or a trend; null where the test says nothing. */
  readonly stationarity: Stationarity | null;
  /** Its values by hour, weekday and month; empty without dates. */
  readonly calendar: readonly CalendarGroups[];
  /** Its years laid over each other; null with less than two. */
  readonly years: YearOverlay | null;
  /** Whether a logarithmic axis shows it better. */
  readonly logScale: boolean;
  /** Those of the model that detection goes by, shortest first; then the year, where it repeats and that model needs none. */
  readonly seasons: readonly SeasonFound[];
  readonly trend: Trend;
  readonly levelShifts: readonly LevelShift[];
  /** Those and the changes that went back, in order of time. */
  readonly changes: readonly ChangeOfLevel[];
  /** What is normal for it: kind of series, scale, growth a year, dates that return, level changes; null where nothing can be said. */
  readonly normal: NormalFacts | null;
  /** How much it scatters by hour or weekday; null where that is not known. */
  readonly noise: NoiseByCalendar | null;
  readonly flatRuns: readonly FlatRun[];
  /** The value that nothing else comes near, of too few to know what is normal; null where there is none, or enough. */
  readonly standout: { readonly value: number; readonly others: number; readonly time: number } | null;
  /** Where the model of what is normal finds it striking; null where nowhere. */
  readonly standsOut: StandsOut | null;
  /** The series and its parts, thinned for drawing. */
  readonly course: Course;
}

/** Partial autocorrelation beyond this many points is noise in files of the usual length. */
const PARTIAL_LAGS = 40;

/** Describes one KPI. All numbers are NaN when it has no value at all. O(n log n). */
export function kpiProfile(
  series: Series,
  config: Pick<ResolvedConfig, "events" | "season"> = { events: [], season: null },
): KpiProfile {
  const known = finiteValues(series.values);
  const sorted = Array.from(known.slice().sort());
  const [min, lowerQuartile, median, upperQuartile, max] = quantilesOfSorted(sorted, [0, 0.25, 0.5, 0.75, 1]);
  const seasonality = seasons(series, config);
  const { found } = seasonality;
  const { runs, repeats } = flatRuns(series.values);
  const correlation = autocorrelation(series.values, longestLag(series.values.length, found));
  return {
    kpi: series.kpi,
    series: series.key,
    points: series.values.length,
    missing: series.values.length - known.length,
    ...signs(known),
    distinct: uniqueCountSorted(sorted),
    min,
    lowerQuartile,
    median,
    upperQuartile,
    max,
    mean: mean(known),
    spread: medianAbsoluteDeviation(known, true),
    skew: skewness(sorted),
    repeats,
    spark: sparkLine(series.values, 32),
    histogram: histogram(known, 40),
    autocorrelation: correlation,
    partialAutocorrelation: partialAutocorrelation(correlation, PARTIAL_LAGS),
    stationarity: stationarity(series.values, found.length > 0 ? seasonality.seasonal : null),
    calendar: calendarGroups(series),
    years: yearOverlay(series),
    logScale: helpsLogScale(min, max, seasonality.normal),
    seasons: found,
    trend: trend(series),
    levelShifts: levelShifts(series, seasonality),
    changes: levelChanges(series, seasonality),
    normal: seasonality.normal,
    noise: noiseByCalendar(series, seasonality.normal),
    flatRuns: runs,
    standout: standoutOf(series),
    standsOut: standsOut(series, seasonality.normal),
    course: course(series, seasonality),
  };
}

function standoutOf({ values, time }: Series): KpiProfile["standout"] {
  const found = tooFewToJudge(values)?.standout ?? null;
  return found && { value: found.value, others: found.others, time: time[found.point] };
}

function quantilesOfSorted(sorted: readonly number[], shares: readonly number[]): number[] {
  if (sorted.length === 0) return shares.map(() => NaN);
  // Of the largest numbers there are, the step from one to the next can overflow; half of it can not.
  const scale = Number.isFinite(sorted[sorted.length - 1] - sorted[0]) ? 1 : 0.5;
  const scaled = scale === 1 ? sorted : sorted.map((value) => value * scale);
  return shares.map((share) => quantileSorted(scaled, share) / scale);
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

/**
 * How lopsided the values are; NaN for fewer than three or equal ones. To twelve digits: the library takes the power of 3/2 by
 * the engine's own function, whose last digit differs from one engine to the next.
 */
function skewness(sorted: number[]): number {
  if (sorted.length < 3) return NaN;
  const skew = sampleSkewness(sorted, true);
  return Number.isFinite(skew) ? Number(skew.toPrecision(12)) : NaN;
}
