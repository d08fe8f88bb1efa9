import { byPhase } from "../../numeric/by-phase.js";
import { circularMaximum } from "../../numeric/windows/centred-window.js";
import { median } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";

/** Cycles a series must hold before what recurs in it is known. */
const LEAST_CYCLES = 3;

/** Of fewer cycles than this only what all of them show is usual: the middle of three is still a matter of chance. */
const ENOUGH_CYCLES = 4;

/** What recurs: the usual score at each place of the cycle, and of all rows. */
export interface RecurringScore {
  readonly byPlace: Float64Array;
  readonly middle: number;
}

/**
 * What happens every day is not an anomaly: what is usual at each place of the cycle. Null where nothing can be said to recur.
 * O(n log n).
 */
export function recurring(scores: Float64Array, season: Season): RecurringScore | null {
  const { cycle, grid } = season;
  const cycles = Math.floor(scores.length / cycle);
  if (cycle < 5 || cycles < LEAST_CYCLES) return null;
  const usual = Float64Array.from(byPhase(scores, grid.place, cycle), (phase) =>
    phase.length === 0 ? 0 : cycles < ENOUGH_CYCLES ? Math.min(...phase) : median(phase),
  );
  return { byPlace: circularMaximum(usual, Math.floor(cycle / 144)), middle: median(scores) };
}

/** By how much what is usual at the place of a row in the cycle is above the usual score. */
export function recurringAt({ byPlace, middle }: RecurringScore, { grid, cycle }: Season, row: number): number {
  return Math.max(0, byPlace[grid.place[row] % cycle] - middle);
}
