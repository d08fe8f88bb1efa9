import { median } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";

const DAY = 86_400;

/** Days to the same date or the same weekday of the month in the year before and the one after. */
const ANNIVERSARIES = [-371, -366, -365, -364, -357, 357, 364, 365, 366, 371];

/**
 * Holidays come back: where a daily series scores as high on the same day of another year, in the same direction, half of
 * that is taken off. Needs no calendar and more than 400 days. O(n).
 */
export function anniversaryDiscount(scores: Float64Array, season: Season): Float64Array {
  const n = scores.length;
  const { step } = season.grid;
  if (!season.cycles || !season.grid.dated || step <= DAY / 2 || step >= 3 * DAY || n <= 400) return scores;
  const z = season.cycles.standardised;
  const middle = median(scores);
  const fresh = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let other = 0;
    for (let k = 0; k < ANNIVERSARIES.length; k++) {
      const j = i + ANNIVERSARIES[k];
      if (j >= 0 && j < n && (Math.sign(z[i]) === Math.sign(z[j]) || Math.abs(z[i]) < 2))
        other = Math.max(other, scores[j]);
    }
    fresh[i] = scores[i] - 0.5 * Math.max(0, Math.min(scores[i], other) - middle);
  }
  return fresh;
}
