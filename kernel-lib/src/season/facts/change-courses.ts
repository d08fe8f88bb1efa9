import { isContinuous } from "../../baseline/kind.js";
import type { LevelChange } from "../../baseline/types.js";
import { subtract } from "../../numeric/elementwise.js";
import { median } from "../../numeric/statistics.js";
import type { NormalChange } from "../../report.js";
import { cycleMean, YEAR, YEAR_OF_DAYS, type Season } from "../season.js";
import { rowsOf } from "../candidate-periods.js";
import { madeUpAt, passageOf } from "./passage.js";

/** How a level went over to one that lasts, by rows: the passage, null for a step, and where half of it was made up for, null where it was kept. */
export interface ChangeCourse {
  readonly passage: NonNullable<NormalChange["passage"]> | null;
  readonly madeUp: number | null;
}

const STEP: ChangeCourse = { passage: null, madeUp: null };

/** Rows that tell a level by their median: four cycles, so that no holiday does, and of weeks and months so many. */
const CYCLES_OF_LEVEL = 4;
const ROWS_OF_LEVEL = 7;
/** Rows before and since a passage that tell a level a reader sees on the chart. */
const ROWS_SEEN = 3;
/** What the years beside it move as well to this part of a passage is season. */
const SEASON = 0.75;

/**
 * How the lasting changes of a continuous series came and whether they were kept. It is read off the values less their season.
 * The season of a year of weeks and months may have learnt a part of a slow change: there the values themselves are looked at,
 * and the years beside them. O(n) once, then O(1) a change.
 */
export function changeCourses(season: Season): (change: LevelChange) => ChangeCourse {
  const { baseline, filled, grid, cycleRows } = season;
  if (!isContinuous(baseline) || baseline.changes.every(({ end }) => end !== null)) return () => STEP;
  const course = withoutSeason(season);
  const year = yearRows(season);
  const rows = grid.step > YEAR_OF_DAYS ? ROWS_OF_LEVEL : CYCLES_OF_LEVEL * (cycleRows || ROWS_OF_LEVEL);
  return ({ row, end }) => {
    if (end !== null) return STEP;
    const passage = year > 0 ? yearlyPassage(filled, row, year) : passageOf(course, row);
    const [first, last] = passage ? [passage.start, passage.end] : [row, row];
    const from = median(course.subarray(Math.max(0, first - rows), first));
    const to = median(course.subarray(last, last + rows));
    return { passage, madeUp: madeUpAt(course, last, { from, to }, rows) };
  };
}

/** Rows of a year that is a season of weeks, months or quarters; 0 without one. */
function yearRows({ periods, grid }: Season): number {
  const year = periods.find(({ accepted, label }) => accepted && label === YEAR);
  return year && grid.step > YEAR_OF_DAYS ? rowsOf(year.steps, grid) : 0;
}

/** The values less what the seasons add; lasting changes are taken out before, or the mean of a cycle would smear them. */
function withoutSeason({ baseline, filled, periods, grid }: Season): Float64Array {
  const longest = periods.reduce(
    (most, { accepted, steps, label }) =>
      accepted && !(label === YEAR && grid.step <= YEAR_OF_DAYS) ? Math.max(most, rowsOf(steps, grid)) : most,
    0,
  );
  if (longest < 2 || 2 * longest > filled.length) return filled;
  const expected = baseline.expected.slice();
  for (const { row, end, from, to } of baseline.changes)
    if (end === null) for (let i = row; i < expected.length; i++) expected[i] -= to - from;
  return subtract(filled, subtract(expected, cycleMean(expected, longest)));
}

/**
 * A passage in the values as they are, with the levels that a reader sees; null where the years beside it move as well at that
 * time of year, so that it is a season.
 */
function yearlyPassage(values: Float64Array, row: number, year: number): ChangeCourse["passage"] {
  const found = passageOf(values, row);
  if (!found) return null;
  const { start, end } = found;
  const around = (first: number, last: number): number =>
    median(values.subarray(Math.max(0, first), Math.min(values.length, last)));
  const moved = (shift: number): number =>
    around(end + shift, end + shift + ROWS_SEEN) - around(start + shift - ROWS_SEEN, start + shift);
  const others: number[] = [];
  for (let shift = -Math.floor(start / year) * year; end + shift < values.length; shift += year)
    if (shift !== 0 && start + shift >= 1) others.push(moved(shift));
  const size = moved(0);
  if (others.length > 0 && median(Float64Array.from(others)) / size > SEASON) return null;
  const from = around(start - ROWS_SEEN, start);
  return { start, end, from, to: from + size };
}
