import { NONE } from "../dates/civil-day.js";
import { datesThatReturn } from "./covariance-parts.js";

/**
 * Dates of which every row was left out as odd: far out as often as they came, they are no event, but what that date is like. One
 * strength for all dates does not tell them, where one stands far out and the others do not (Christmas alone). Also places of a
 * cycle. O(ways × rows).
 *
 * @param keep 0 for rows that were left out
 * @param known 0 for rows without a value
 * @param deviations of each row from what the others say
 */
export function farDates(
  dates: readonly Int32Array[],
  periods: readonly number[],
  keep: Uint8Array,
  known: Uint8Array,
  deviations: Float64Array,
): number[][] {
  const places = periods.map((period) => Int32Array.from(keep, (_, row) => row % Math.round(period)));
  const ways = [...dates, ...places].map((way) => way.map((number, row) => (known[row] === 1 ? number : NONE)));
  const found: number[][] = [];
  const taken = new Set<number>();
  for (const way of ways)
    for (const rows of datesThatReturn(way)) {
      const side = Math.sign(deviations[rows[0]]);
      const isFar = rows.every((row) => keep[row] === 0 && !taken.has(row) && Math.sign(deviations[row]) === side);
      if (!isFar) continue;
      found.push(rows);
      for (const row of rows) taken.add(row);
    }
  return found;
}
