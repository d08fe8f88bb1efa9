import { NONE } from "./civil-day.js";
import { DATES_OF_YEAR, type DateScope } from "./date-keys.js";
import { columnsOf } from "./dates.js";

/** Deviations from which on a row is far off. */
const FAR = 3;

/**
 * Weights, 0 for rows that are far off on the side on which half of the other years of a date, one at least, are far off: as
 * dates they tell nothing of how far rows reach by chance, and where a series has many holidays in few years they would hide
 * one another. O(n) for each way in which dates return.
 *
 * @param z deviations; @param t epoch seconds (UTC)
 */
export function withoutTwins(z: Float64Array, w: Float64Array, t: Float64Array, scope: DateScope): Float64Array {
  const alone = w.slice();
  const side = (i: number): number => (w[i] > 0 && Math.abs(z[i]) > FAR ? Math.sign(z[i]) : 0);
  for (const { key, values } of columnsOf(t, scope)) {
    if (!DATES_OF_YEAR.has(key)) continue;
    const counts = new Map<number, { rows: number; above: number; below: number }>();
    for (let i = 0; i < z.length; i++) {
      if (values[i] === NONE || !(w[i] > 0)) continue;
      const count = counts.get(values[i]) ?? { rows: 0, above: 0, below: 0 };
      counts.set(values[i], count);
      count.rows++;
      if (side(i) > 0) count.above++;
      else if (side(i) < 0) count.below++;
    }
    for (let i = 0; i < z.length; i++) {
      const own = side(i);
      if (own === 0 || values[i] === NONE) continue;
      const { rows, above, below } = counts.get(values[i])!;
      const twins = (own > 0 ? above : below) - 1;
      if (twins > 0 && 2 * twins >= rows - 1) alone[i] = 0;
    }
  }
  return alone;
}
