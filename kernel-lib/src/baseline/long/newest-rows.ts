import { YearHarmonics } from "../seasons/year.js";
import { MANY_ROWS } from "../noise/stretches.js";
import type { LongProblem } from "./long-problem.js";

/** Rows on which choices are made: more would choose the same. */
const MOST = 40_000;

/**
 * The row from which on choices are made, 0 for all: the newest 40,000 rows, from the start of a longest cycle on, so that
 * every row keeps its place in each cycle.
 */
export function firstOfNewest({ n, periods, unit }: LongProblem): number {
  if (n <= MOST) return 0;
  const cycle = Math.max(unit, ...periods);
  return Math.ceil((n - MOST) / cycle) * cycle;
}

/** The season of the year of the rows from `from` on; null when these are not two years. */
export function yearFrom({ year, yearTimes, rowsPerYear, n }: LongProblem, from: number): YearHarmonics | null {
  if (from === 0 || year === null || yearTimes === null) return year;
  return n - from >= 2 * rowsPerYear ? new YearHarmonics(yearTimes.subarray(from), rowsPerYear) : null;
}

/** The same problem of the rows on which choices are made; the whole one up to `MANY_ROWS`. */
export function newestProblem(problem: LongProblem): LongProblem {
  const { n, filled, known, times, yearTimes, monthTimes } = problem;
  if (n <= MANY_ROWS) return problem;
  const from = firstOfNewest(problem);
  const newest = (column: Float64Array | null): Float64Array | null => column && column.subarray(from);
  return {
    ...problem,
    n: n - from,
    filled: filled.subarray(from),
    known: known.subarray(from),
    times: newest(times),
    yearTimes: newest(yearTimes),
    monthTimes: newest(monthTimes),
    year: yearFrom(problem, from),
  };
}
