import { inUnits } from "../numeric/elementwise.js";
import type { SeasonChoice } from "../config/config.js";
import { baseline } from "../baseline/baseline.js";
import { cyclesOf } from "../baseline/seasons/cycles.js";
import type { Baseline, BaselineInput, Cycles, Step } from "../baseline/types.js";
import type { Series } from "../table.js";
import { candidatePeriods, foundPeriod, rowsOf, type CandidatePeriod } from "./candidate-periods.js";
import type { RegularGrid } from "./even-grid.js";
import { fillGaps } from "./fill-gaps.js";

const DAY = 86_400;

/** The baseline of a series of a table, and the periods that it was asked about. */
export interface SeriesBaseline {
  readonly baseline: Baseline;
  /** Shortest first; those that the series holds too few cycles of are left out. */
  readonly periods: readonly CandidatePeriod[];
}

/** Grids with more holes than this cannot be searched for a period of their own. */
const DENSE = 0.95;
/** Share of the variance about the level from which on a season counts as there. */
export const LEAST_STRENGTH = 0.05;
/** Listed are also findings that only the highest sensitivity takes for incidents: the fourth root of the usual 2 %. */
const LEAST_STRIKING = 0.38;
/** A longer period of dated rows is the year, which the model knows by the date, in seconds. */
const LONGEST_OF_ITS_OWN = 120 * DAY;
/** Rows that are compared as one where no clock says more: those of a week of days. */
const ROWS_WITHOUT_CLOCK = 7;

/**
 * What is normal for a series of a table: laid on its grid, with the cycles of its calendar (business days: 5 rows a week),
 * those set by hand, or where the calendar shows none, one that the data show.
 *
 * @param known 1 for rows that a known event covers: they teach nothing
 * @param choice periods set by hand; null: to be found
 */
export function seriesBaseline(
  series: Series,
  grid: RegularGrid,
  known: Uint8Array | null,
  choice: SeasonChoice,
): SeriesBaseline {
  const { model, periods } = modelSeries(series, grid, known, choice, (input) =>
    baseline({ ...input, alpha: LEAST_STRIKING }),
  );
  return { baseline: model, periods };
}

/**
 * Fits a model to a series of a table with the cycles that suit it (see `seriesBaseline`).
 *
 * @param fit called once, or twice where a period of the data's own is tried
 */
export function modelSeries<Model extends Pick<Baseline, "kind" | "seasons">>(
  series: Series,
  grid: RegularGrid,
  known: Uint8Array | null,
  choice: SeasonChoice,
  fit: (input: BaselineInput) => Model,
): { readonly model: Model; readonly periods: readonly CandidatePeriod[] } {
  const { values } = series;
  const step = stepOf(grid);
  const times = grid.dated ? inUnits(series.time, 0, 1000) : null;
  const modelled = (periods: readonly CandidatePeriod[], own: boolean): { model: Model; periods: typeof periods } => {
    const cycles = own ? cyclesWith(periods, grid, step, values.length) : null;
    return { model: fit({ values, step, times, excluded: known, cycles }), periods };
  };
  const byClock = candidatePeriods(grid, values.length, choice);
  const first = modelled(byClock, choice !== null || !grid.dated || grid.density < DENSE);
  const { seasons, kind } = first.model;
  const isPlain = kind === "long" || kind === "short";
  if (choice || !isPlain || grid.density < DENSE || seasons.some(({ strength }) => strength >= LEAST_STRENGTH))
    return first;
  const found = foundPeriod(fillGaps(values).values);
  const isYear = grid.dated && (found?.steps ?? 0) * grid.step > LONGEST_OF_ITS_OWN;
  if (!found || isYear || byClock.some(({ steps }) => steps === found.steps)) return first;
  const second = modelled(
    [...byClock, found].sort((a, b) => a.steps - b.steps),
    true,
  );
  return second.model.seasons.some(({ strength }) => strength >= LEAST_STRENGTH) ? second : first;
}

/** Months and quarters are of unequal length, so they are counted by the calendar; rows without dates say nothing of a clock. */
function stepOf({ step, dated, place }: RegularGrid): Step {
  if (!dated) return ROWS_WITHOUT_CLOCK * DAY;
  const isByCalendar = place.length < 2 || place[place.length - 1] >= 0;
  if (isByCalendar && step > 27 * DAY && step < 32 * DAY) return "month";
  if (isByCalendar && step > 88 * DAY && step < 93 * DAY) return "quarter";
  return step;
}

/** Periods in rows: 5 for a week of business days. */
function cyclesWith(periods: readonly CandidatePeriod[], grid: RegularGrid, step: Step, n: number): Cycles {
  const usual = cyclesOf(step, n);
  const rows = periods.map(({ steps }) => rowsOf(steps, grid)).filter((period) => period > 1 && 2.5 * period <= n);
  const unit = grid.dated ? Math.max(1, Math.round(usual.unit * grid.density)) : ROWS_WITHOUT_CLOCK;
  return {
    periods: [...new Set(rows)],
    unit: Math.max(rows[0] ?? 0, Math.min(unit, Math.max(2, n >> 3))),
    rowsPerYear: grid.dated ? usual.rowsPerYear * grid.density : Infinity,
  };
}
