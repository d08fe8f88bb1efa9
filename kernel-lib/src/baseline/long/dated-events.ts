import { civilDay } from "../dates/civil-day.js";
import { DAY } from "../seasons/cycles.js";
import { SUSPICIOUS } from "../suspicious.js";

/** Years that must be off on a date: one is an event, and two by chance are soon found. */
const LEAST_YEARS = 3;

/**
 * Adds to `dated` the rows that are off on the side on which at least two and half of the other years are off on the same day of
 * the year, one of them as an event: dates, which are to be learnt although such rows are left out as events. Rows that a learnt
 * date explains in part are not added: their date is not learnt any better by itself. Days only. O(n).
 *
 * @param z deviations; @param effect of the dates learnt so far; @param t epoch seconds
 * @returns whether any was new
 */
export function addDatedEvents(
  dated: Uint8Array,
  event: Uint8Array,
  z: Float64Array,
  effect: Float64Array,
  weight: Float64Array,
  t: Float64Array,
): boolean {
  const byDay = new Map<number, number[]>();
  const rowsOf = (i: number): number[] => {
    const { month, day } = civilDay(Math.floor(t[i] / DAY));
    const key = month * 100 + day;
    const known = byDay.get(key);
    if (known !== undefined) return known;
    const rows: number[] = [];
    byDay.set(key, rows);
    return rows;
  };
  const hasEvents = new Set<number[]>();
  for (let i = 0; i < z.length; i++) {
    const rows = rowsOf(i);
    if (weight[i] > 0) rows.push(i);
    if (event[i] === 1) hasEvents.add(rows);
  }
  let any = false;
  for (const rows of hasEvents) {
    for (const side of [1, -1]) {
      const off = rows.filter((i) => z[i] * side > SUSPICIOUS);
      if (off.length < LEAST_YEARS || 2 * (off.length - 1) < rows.length - 1) continue;
      if (!off.some((i) => event[i] === 1)) continue;
      for (const i of off) {
        if (dated[i] === 1 || effect[i] !== 0) continue;
        dated[i] = 1;
        any = true;
      }
    }
  }
  return any;
}
