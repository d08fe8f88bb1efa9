import { DAY } from "../dates/calendar.js";

/** Dates that stand for "unknown" in many programs: 1970-01-01, 1900-01-01, 1899-12-30, 1904-01-01, 9999-12-31. */
const PLACEHOLDERS = [
  Date.UTC(1970, 0, 1),
  Date.UTC(1900, 0, 1),
  Date.UTC(1899, 11, 30),
  Date.UTC(1899, 11, 31),
  Date.UTC(1904, 0, 1),
  Date.UTC(9999, 11, 31),
  Date.UTC(2099, 11, 31),
  Date.UTC(1980, 0, 1),
];
const YEAR = 366 * DAY;

/**
 * Records whose date is far away from all the others and no real moment: a placeholder, a year below 1900 or above 2100, or
 * three times as far away as the others are apart. At most 2 % of the records (or three) can be that.
 * Such dates must never decide how long an axis is. `ordered` are all records with a date, in time order.
 */
export function suspiciousDates(times: Float64Array, ordered: Uint32Array): number[] {
  const count = ordered.length;
  if (count < 4) return [];
  const most = Math.min(Math.max(3, Math.floor(count * 0.02)), Math.floor(count / 3));
  const low = lowerIsland((i) => times[ordered[i]], count, most, 1);
  const high = -lowerIsland((i) => -times[ordered[count - 1 - i]], count, most, -1);
  if (low === -Infinity && high === Infinity) return [];
  const found: number[] = [];
  times.forEach((time, record) => {
    if (time <= low || time >= high) found.push(record);
  });
  return found;
}

/** The last of the earliest times that stand apart; minus infinity when none do. `sign` is -1 for times turned around. */
function lowerIsland(timeAt: (place: number) => number, count: number, most: number, sign: number): number {
  for (let i = Math.min(most, count - 1); i > 0; i--) {
    const jump = timeAt(i) - timeAt(i - 1);
    const span = timeAt(count - 1 - Math.min(most, count - 1 - i)) - timeAt(i);
    if (jump < Math.max(YEAR, (span / (count - i)) * 50)) continue;
    const time = timeAt(i - 1) * sign;
    const placeholder = PLACEHOLDERS.some((each) => Math.abs(time - each) <= DAY);
    const year = new Date(time).getUTCFullYear();
    if (placeholder || !(year >= 1900 && year <= 2100) || jump > 3 * span) return timeAt(i - 1);
  }
  return -Infinity;
}
