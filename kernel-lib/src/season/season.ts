import { isContinuous } from "../baseline/kind.js";
import { leastDifference } from "../baseline/noise/spread.js";
import type { Baseline } from "../baseline/types.js";
import type { SeasonChoice } from "../config/config.js";
import { subtract } from "../numeric/elementwise.js";
import { robustScale } from "../numeric/scaling/robust-deviation.js";
import { median } from "../numeric/statistics.js";
import type { Series } from "../table.js";
import { rowsOf, type CandidatePeriod, type TestedPeriod } from "./candidate-periods.js";
import { cycleBaseline, type CycleBaseline } from "./cycle-baseline.js";
import { regularGrid, type RegularGrid } from "./even-grid.js";
import { fillGaps } from "./fill-gaps.js";
import { LEAST_POINTS } from "./least-points.js";
import { minutesCourse } from "./minutes-course.js";
import { LEAST_STRENGTH, seriesBaseline } from "./series-baseline.js";

/** How fast a KPI is sampled; windows of minutes, hours or days suit it. */
export type Rhythm = "minutes" | "hours" | "days";

/** What is normal for one KPI: worked out once and shared by all detectors that look at time. One entry a row everywhere. */
export interface Season {
  /** Row of each point of the series where rows that the file lacks were put in; null where they are the same. */
  readonly rows: Int32Array | null;
  readonly grid: RegularGrid;
  readonly rhythm: Rhythm;
  /** The model of what is normal: expected and usual values with their ranges, what is striking, level changes. */
  readonly baseline: Baseline;
  /** Values without holes; `missing` says where they were filled, with what is usual there. */
  readonly filled: Float64Array;
  readonly missing: Uint8Array;
  /** 1 where a known event (holiday, promotion, outage) explains the value. */
  readonly known: Uint8Array;
  /** The season as it was set by hand; null when it was to be found. */
  readonly choice: SeasonChoice;
  /** Periods looked for, shortest first: accepted or refused, and by how much. */
  readonly periods: readonly TestedPeriod[];
  /** Steps of the grid after which the series is expected to repeat soonest; 0 when there is none. */
  readonly cycle: number;
  /** The same in rows. */
  readonly cycleRows: number;
  /** What is expected, over a whole cycle on average, and what the place in the cycle, the year and the date add to it. */
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
  /** Value less expected. */
  readonly remainder: Float64Array;
  /** The remainder in deviations of the noise at its row, heavy tails brought nearer to normal ones. */
  readonly standardised: Float64Array;
  /** `filled` with the same done to its remainder: what detectors look at when a single far value shall not rule. */
  readonly shrunk: Float64Array;
  /** `shrunk` brought to one level, in proportion where the model is a logarithm: courses without growth and steps. */
  readonly levelled: Float64Array;
  /** The series as whole cycles; null below half-hourly steps, when it is too short, and for kinds that have none. */
  readonly cycles: CycleBaseline | null;
}

/** Steps shorter than this are "minutes", shorter than half a day "hours" (seconds). */
const MINUTES_BELOW = 1700;
const HOURS_BELOW = 43_200;

/**
 * Finds out what is normal for a series: its kind, level, seasons, year and dates, noise. Null when there is nothing to go by:
 * nothing but missing values, a constant, or fewer than 24 points. Missing values and known events teach nothing. Rows that
 * the file lacks are the caller's to put in (`insertMissingRows`). O(n log n).
 *
 * @param choice periods set by hand, which are taken without a test; null: to be found
 * @param rows of its points where rows were put in
 */
export function analyseSeason(
  series: Series,
  known: Uint8Array | null = null,
  choice: SeasonChoice = null,
  rows: Int32Array | null = null,
): Season | null {
  const n = series.values.length;
  if (n < LEAST_POINTS) return null;
  const { values: filled, missing } = fillGaps(series.values);
  if (missing.every(Boolean) || isConstant(filled)) return null;
  const grid = regularGrid(series);
  const { baseline, periods } = seriesBaseline(series, grid, known, choice);
  const { expected, usual, z } = baseline;
  for (let i = 0; i < n; i++) if (missing[i] || known?.[i]) filled[i] = usual[i];
  const tested = testedPeriods(periods, baseline, grid, choice !== null);
  const { cycle, cycleRows } = cycleOf(tested, grid);
  const shrunk = shrunkCourse(filled, expected, z);
  const rhythm = rhythmOf(grid);
  const course =
    rhythm === "minutes" && isContinuous(baseline)
      ? minutesCourse(filled, missing, series.time, grid, periods, choice !== null)
      : { standardised: z, shrunk };
  // What a date adds is known: a course is compared with others as if it had been a day like any.
  const usualCourse = baseline.undated?.expected ?? expected;
  const levelled =
    rhythm === "minutes"
      ? course.shrunk
      : atOneLevel(usualCourse, withoutCycle(usualCourse, tested, grid), baseline, subtract(shrunk, expected));
  return {
    rows,
    grid,
    rhythm,
    baseline,
    filled,
    missing,
    known: known ?? new Uint8Array(n),
    choice,
    periods: tested,
    cycle,
    cycleRows,
    // Few look at these, and each is as long as the series.
    get trend() {
      return withoutCycle(expected, tested, grid);
    },
    get seasonal() {
      return subtract(expected, withoutCycle(expected, tested, grid));
    },
    get remainder() {
      return withoutRounding(subtract(filled, expected), filled);
    },
    ...course,
    levelled,
    cycles: rhythm === "minutes" || !isContinuous(baseline) ? null : wholeCycles(levelled, rhythm, cycleRows),
  };
}

/** The values with the tails of their remainder brought nearer to normal ones. */
function shrunkCourse(filled: Float64Array, expected: Float64Array, z: Float64Array): Float64Array {
  const remainder = withoutRounding(subtract(filled, expected), filled);
  const scale = robustScale(remainder);
  for (let i = 0; i < remainder.length; i++) remainder[i] = remainder[i] === 0 ? filled[i] : expected[i] + scale * z[i];
  return remainder;
}

/** Puts 0 where nothing but rounding is left, so that values that repeat exactly stay equal to the last digit. */
function withoutRounding(remainder: Float64Array, values: Float64Array): Float64Array {
  const least = leastDifference(values);
  for (let i = 0; i < remainder.length; i++) if (Math.abs(remainder[i]) <= least) remainder[i] = 0;
  return remainder;
}

/** Which periods are seasons by their strength; of those set by hand the strongest in any case. */
function testedPeriods(
  periods: readonly CandidatePeriod[],
  { seasons, yearStrength }: Baseline,
  grid: RegularGrid,
  byHand: boolean,
): TestedPeriod[] {
  const tested = periods.map((period): TestedPeriod => {
    const season = seasons.find((each) => each.period === rowsOf(period.steps, grid));
    const explained = season?.strength ?? (period.label === YEAR ? (yearStrength ?? 0) : 0);
    return { ...period, explained, accepted: explained >= LEAST_STRENGTH };
  });
  if (byHand && !tested.some(({ accepted }) => accepted)) {
    const strongest = tested.reduce((most, each) => Math.max(most, each.explained), 0);
    const taken = tested.findIndex(({ explained }) => explained === strongest);
    return tested.map((each, k) => ({ ...each, accepted: k === taken }));
  }
  if (byHand || yearStrength === null || tested.some(({ label }) => label === YEAR)) return tested;
  const steps = Math.round(YEAR_SECONDS / grid.step);
  return [...tested, { steps, label: YEAR, explained: yearStrength, accepted: yearStrength >= LEAST_STRENGTH }];
}

/** How the period of a year is called. */
export const YEAR = "year";
const YEAR_SECONDS = 365.25 * 86_400;
/** Steps up to which a year has too many rows to be taken for one cycle: three days, in seconds. */
export const YEAR_OF_DAYS: number = 3 * 86_400;

/** The shortest period of the clock; a period of the data's own, so often that it is no shorter than that. */
function cycleOf(periods: readonly TestedPeriod[], grid: RegularGrid): { cycle: number; cycleRows: number } {
  const clock = periods.find(({ found }) => !found)?.steps ?? 0;
  const own = periods.find(({ found, accepted }) => found && accepted);
  const cycle = own ? own.steps * Math.max(1, Math.ceil(clock / own.steps)) : clock;
  return { cycle, cycleRows: cycle ? rowsOf(cycle, grid) : 0 };
}

/**
 * What is expected, as if the level had always been the usual one, with the noise upon it. The noise is already of one size:
 * where seasons grow in proportion, bringing it to one level as well would make it loud where the level was low. Changes `noise`.
 */
function atOneLevel(
  expected: Float64Array,
  trend: Float64Array,
  { transform, undated }: Baseline,
  noise: Float64Array,
): Float64Array {
  const level = median(trend);
  const inProportion = transform === "logarithm" && trend.every((value) => value > 0);
  for (let i = 0; i < noise.length; i++) {
    const own = undated === null ? noise[i] : noise[i] * undated.share[i];
    noise[i] = (inProportion ? (expected[i] / trend[i]) * level : expected[i] - trend[i] + level) + own;
  }
  return noise;
}

/** What is expected without its seasons. */
function withoutCycle(expected: Float64Array, periods: readonly TestedPeriod[], grid: RegularGrid): Float64Array {
  // The year of days is a slow course, which the level goes along with.
  const isYearOfDays = (label: string): boolean => label === YEAR && grid.step <= YEAR_OF_DAYS;
  const longest = periods.reduce(
    (most, { accepted, steps, label }) =>
      accepted && !isYearOfDays(label) ? Math.max(most, rowsOf(steps, grid)) : most,
    0,
  );
  return longest > 1 && 2 * longest <= expected.length ? cycleMean(expected, longest) : expected.slice();
}

/** Mean of the cycle around each row; at the ends, where that is not whole, on along the line of the last whole cycle. O(n). */
export function cycleMean(values: Float64Array, cycle: number): Float64Array {
  const n = values.length;
  const before = cycle >> 1;
  const mean = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < cycle; i++) sum += values[i];
  const [first, last] = [before, n - cycle + before];
  for (let i = first; i <= last; i++) {
    mean[i] = sum / cycle;
    if (i < last) sum += values[i + cycle - before] - values[i - before];
  }
  const reach = Math.min(cycle, last - first);
  const slope = (from: number, to: number): number => (reach > 0 ? (mean[to] - mean[from]) / (to - from) : 0);
  const [rise, fall] = [slope(first, first + reach), slope(last - reach, last)];
  for (let i = 0; i < first; i++) mean[i] = mean[first] - rise * (first - i);
  for (let i = last + 1; i < n; i++) mean[i] = mean[last] + fall * (i - last);
  return mean;
}

function rhythmOf(grid: RegularGrid): Rhythm {
  if (!grid.dated) return "hours";
  return grid.step < MINUTES_BELOW ? "minutes" : grid.step < HOURS_BELOW ? "hours" : "days";
}

/** A cycle of a series without a period. */
const ROWS_WITHOUT_PERIOD = 7;

/** Hours are compared with the same hour of the weeks around when there are five of them. */
function wholeCycles(filled: Float64Array, rhythm: Rhythm, cycleRows: number): CycleBaseline | null {
  const rows = cycleRows || ROWS_WITHOUT_PERIOD;
  return cycleBaseline(filled, rows, rhythm === "hours" && filled.length >= 35 * rows ? 7 * rows : rows);
}

function isConstant(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}
