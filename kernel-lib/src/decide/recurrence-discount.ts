import { circularMaximum } from "../numeric/centred-window.js";
import { median } from "../numeric/statistics.js";
import type { Season } from "../season/season.js";

/** Cycles a series must hold before what recurs in it is known. */
const LEAST_CYCLES = 4;

/**
 * What happens every day is not an anomaly: takes from each score what is usual at its place in the cycle above the usual
 * score. O(n log n).
 */
export function recurrenceDiscount(scores: Float64Array, season: Season): Float64Array {
  const { cycle, grid } = season;
  if (cycle < 5 || Math.floor(scores.length / cycle) < LEAST_CYCLES) return scores;
  const byPhase: number[][] = Array.from({ length: cycle }, () => []);
  for (let i = 0; i < scores.length; i++) byPhase[grid.place[i] % cycle].push(scores[i]);
  const usual = Float64Array.from(byPhase, (phase) => (phase.length > 0 ? median(Float64Array.from(phase)) : 0));
  const around = circularMaximum(usual, Math.floor(cycle / 144));
  const middle = median(scores);
  return scores.map((score, i) => score - Math.max(0, around[grid.place[i] % cycle] - middle));
}
