import type { SeasonChoice } from "../config/config.js";
import { subtract } from "../numeric/elementwise.js";
import { robustScale, robustStandardise } from "../numeric/robust-deviation.js";
import type { Series } from "../table.js";
import { imputeRemainder } from "./impute-remainder.js";
import { calendarEffects } from "./calendar-effects.js";
import { candidatePeriods, foundPeriod, type CandidatePeriod } from "./candidate-periods.js";
import { cycleBaseline, type CycleBaseline } from "./cycle-baseline.js";
import { regularGrid, type RegularGrid } from "./even-grid.js";
import { fillByCycle } from "./fill-by-cycle.js";
import { fillGaps } from "./fill-gaps.js";
import { robustDecomposition, rowsOf, type Decomposition, type TestedPeriod } from "./robust-decomposition.js";
import { tailOf, shrinkTails, type Tail } from "./shrink-tails.js";

/** How fast a KPI is sampled; windows of minutes, hours or days suit it. */
export type Rhythm = "minutes" | "hours" | "days";

/** What is normal for one KPI: worked out once and shared by all detectors that look at time. One entry a row everywhere. */
export interface Season {
  /** Row of each point of the series where rows that the file lacks were put in; null where they are the same. */
  readonly rows: Int32Array | null;
  readonly grid: RegularGrid;
  readonly rhythm: Rhythm;
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
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
  /** Value less trend less seasonal. */
  readonly remainder: Float64Array;
  /** The remainder in robust deviations from its median, and the tail of their distances. */
  readonly raw: Float64Array;
  readonly tail: Tail | null;
  /** The same, heavy tails brought nearer to normal ones. */
  readonly standardised: Float64Array;
  /** `filled` with the same done to its remainder, without what returns with the month: what detectors look at when a single far value shall not rule. */
  readonly shrunk: Float64Array;
  /** The series as whole cycles; null below half-hourly steps and when it is too short. */
  readonly cycles: CycleBaseline | null;
}

/** Fewest points a season is looked for in, and anything can be said at all. */
export const LEAST_POINTS = 24;

/** Steps shorter than this are "minutes", shorter than half a day "hours" (seconds). */
const MINUTES_BELOW = 1700;
const HOURS_BELOW = 43_200;

/**
 * Finds out what is normal for a series: its grid, periods, trend and remainder. Null when there is too little to go by:
 * fewer than 24 points, nothing but missing values, or a constant. Missing values and known events are kept out of the
 * baseline. Rows that the file lacks are the caller's to put in (`wholeSeries`). O(n log n).
 *
 * @param choice periods set by hand, which are taken without a test; null: to be found
 */
export function analyseSeason(
  series: Series,
  known: Uint8Array | null = null,
  choice: SeasonChoice = null,
): Season | null {
  const n = series.values.length;
  if (n < LEAST_POINTS) return null;
  const { values: filled, missing } = fillGaps(series.values);
  if (missing.every(Boolean) || isConstant(filled)) return null;
  const grid = regularGrid(series);
  const { values: straight, missing: unknown } = fillGaps(series.values, known);
  const leftOut = unknown.includes(1) ? unknown : null;
  const byClock = candidatePeriods(grid, n, choice);
  const lending = lendingCycle(byClock, grid, n);
  const baseline = leftOut ? fillByCycle(straight, leftOut, lending) : straight;
  const { parts: plain, cycle } = decompose(baseline, grid, byClock, leftOut, choice);
  const parts = calendarEffects(plain, series.time, grid, leftOut, choice);
  const cycleRows = cycle ? rowsOf(cycle, grid) : 0;
  if (leftOut) {
    // What is not known, and what a known event did, is taken as usual, so that no window that covers it sees anything else.
    const bridged = imputeRemainder(
      parts.remainder,
      leftOut,
      lending || ROWS_WITHOUT_PERIOD,
      parts.periods.some(({ accepted }) => accepted),
    );
    for (let i = 0; i < n; i++) if (leftOut[i]) filled[i] = parts.trend[i] + parts.seasonal[i] + bridged[i];
  }
  const remainder = leftOut ? subtract(subtract(filled, parts.trend), parts.seasonal) : parts.remainder;
  const raw = robustStandardise(remainder);
  const tail = tailOf(raw, missing);
  const standardised = shrinkTails(raw, tail);
  const scale = robustScale(remainder);
  const shrunk = new Float64Array(n);
  for (let i = 0; i < n; i++) shrunk[i] = filled[i] - parts.monthly[i] - scale * (raw[i] - standardised[i]);
  const rhythm = rhythmOf(grid);
  return {
    rows: null,
    grid,
    rhythm,
    filled,
    missing,
    known: known ?? new Uint8Array(n),
    choice,
    periods: parts.periods,
    cycle,
    cycleRows,
    trend: parts.trend,
    seasonal: parts.seasonal,
    remainder,
    raw,
    tail,
    standardised,
    shrunk,
    cycles: rhythm === "minutes" ? null : wholeCycles(shrunk, rhythm, cycleRows),
  };
}

const WEEK = 7 * 86_400;

/** Rows after which a series is likest to itself, as far as the clock says: a week where there are four, else its shortest period; 0 without one. */
function lendingCycle(byClock: readonly CandidatePeriod[], grid: RegularGrid, n: number): number {
  const [shortest = 0, ...longer] = byClock
    .filter(({ steps }, place) => place === 0 || steps * grid.step <= WEEK)
    .map(({ steps }) => rowsOf(steps, grid));
  return longer.reverse().find((rows) => n >= 4 * rows) ?? shortest;
}

/** Grids with more holes than this cannot be searched for a period of their own. */
const DENSE = 0.95;

/** By the periods set by hand, or of the clock; when none of these is accepted, by what the data show. The cycle is 0 when there is none. */
function decompose(
  values: Float64Array,
  grid: RegularGrid,
  byClock: readonly CandidatePeriod[],
  leftOut: Uint8Array | null,
  choice: SeasonChoice,
): { readonly parts: Decomposition; readonly cycle: number } {
  const parts = robustDecomposition(values, grid, byClock, leftOut, choice !== null);
  const cycle = byClock[0]?.steps ?? 0;
  if (choice) return { parts, cycle };
  if (parts.periods.some(({ accepted }) => accepted) || grid.density < DENSE) return { parts, cycle };
  const found = foundPeriod(values);
  if (!found) return { parts, cycle };
  const other = robustDecomposition(values, grid, [...byClock, found], leftOut);
  const accepted = other.periods.find((period) => period.accepted);
  // A cycle holds whole periods and is not shorter than that of the clock: 9 for a period of three days.
  return accepted
    ? { parts: other, cycle: accepted.steps * Math.max(1, Math.ceil(cycle / accepted.steps)) }
    : { parts, cycle };
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
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}
