import { byPhase } from "../../numeric/by-phase.js";
import { circularMaximum } from "../../numeric/windows/centred-window.js";
import { median } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";

/** Cycles a series must hold before what recurs in it is known. */
const LEAST_CYCLES = 3;

/** Of fewer cycles than this only what all of them show is usual: the middle of three is still a matter of chance. */
const ENOUGH_CYCLES = 4;

/**
 * What happens every day is not an anomaly: takes from each score what is usual at its place in the cycle above the usual
 * score. O(n log n).
 */
export function recurrenceDiscount(scores: Float64Array, season: Season): Float64Array {
  const { cycle, grid } = season;
  const cycles = Math.floor(scores.length / cycle);
  if (cycle < 5 || cycles < LEAST_CYCLES) return scores;
  const usual = Float64Array.from(byPhase(scores, grid.place, cycle), (phase) =>
    phase.length === 0 ? 0 : cycles < ENOUGH_CYCLES ? Math.min(...phase) : median(phase),
  );
  const around = circularMaximum(usual, Math.floor(cycle / 144));
  const middle = median(scores);
  const fresh = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) fresh[i] = scores[i] - Math.max(0, around[grid.place[i] % cycle] - middle);
  return fresh;
}
