import { byPhase } from "../../numeric/by-phase.js";
import { circularMaximum } from "../../numeric/windows/centred-window.js";
import { median, quantile } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";

/** Cycles a series must hold before what recurs in it is known. */
const LEAST_CYCLES = 3;

/** Of fewer cycles than this only what all of them show is usual: the middle of three is still a matter of chance. */
const ENOUGH_CYCLES = 4;

/** Of a longer season, of which there are few cycles, all but so many show what is usual. */
const LACKING = 0.25;

/** What recurs: the usual score at each place of the cycle and of longer seasons, and of all rows. */
export interface RecurringScore {
  readonly byPlace: readonly Float64Array[];
  readonly middle: number;
}

/** Of a season, what tells which rows are at the same place of its cycles. */
export type Recurrence = Pick<Season, "cycle" | "grid" | "periods">;

/**
 * What happens every day, or every Sunday at midnight, is not an anomaly: what is usual at each place of the cycle, and of
 * longer seasons of the clock. Null where nothing can be said to recur. O(n log n).
 */
export function recurring(scores: Float64Array, season: Recurrence): RecurringScore | null {
  const { cycle, grid } = season;
  const cycles = Math.floor(scores.length / cycle);
  if (cycle < 5 || cycles < LEAST_CYCLES) return null;
  const places = (steps: number, usual: (phase: Float64Array) => number): Float64Array =>
    circularMaximum(
      Float64Array.from(byPhase(scores, grid.place, steps), (phase) => (phase.length === 0 ? 0 : usual(phase))),
      Math.floor(steps / 144),
    );
  const byPlace = [places(cycle, (phase) => (cycles < ENOUGH_CYCLES ? Math.min(...phase) : median(phase)))];
  for (const { steps, accepted, found } of season.periods)
    if (accepted && !found && steps > cycle && scores.length >= ENOUGH_CYCLES * steps)
      byPlace.push(places(steps, (phase) => quantile(phase, LACKING)));
  return { byPlace, middle: median(scores) };
}

/** By how much what is usual at the place of a row is above the usual score. */
export function recurringAt({ byPlace, middle }: RecurringScore, { grid }: Recurrence, row: number): number {
  let usual = middle;
  for (const scores of byPlace) usual = Math.max(usual, scores[grid.place[row] % scores.length]);
  return usual - middle;
}
