import { DAY } from "../seasons/cycles.js";
import { civilDay, dayOfLeapYear, NONE, weekdayOf, type CivilDay, type DateColumn } from "./civil-day.js";

/** Days among which there is one of each weekday. */
const WEEK = 7;
/** Deviations from which on a row may be of a date. */
const FAR = 3;
/** Days of a month from which on the next week holds its n-th weekdays. */
const NTH: ReadonlySet<number> = new Set([1, 8, 15, 22]);

/**
 * The first weekday from a date on, such as Midsummer Eve (the Friday from 19 June on), Victoria Day or the Sundays of Advent: each day
 * is that of seven dates, so there are as many columns. O(n).
 *
 * @param t epoch seconds (UTC)
 */
export function weekdayWindows(t: ArrayLike<number>): DateColumn[] {
  const columns = Array.from({ length: WEEK }, () => new Int32Array(t.length).fill(NONE));
  for (let i = 0; i < t.length; i++) {
    const days = Math.floor(t[i] / DAY);
    setWindows(columns, i, civilDay(days), weekdayOf(days));
  }
  return columns.map((values) => ({ key: "weekdayFrom", values }));
}

/** Windows of which the n-th weekdays are none, in which half of the years, two at least, are far off on one side. O(n). */
export function farWindows(t: Float64Array, z: Float64Array, w: Float64Array, years: number): DateColumn[] {
  const counts = new Map<number, [above: number, below: number]>();
  const own = Array.from({ length: WEEK }, () => Int32Array.of(NONE));
  for (let i = 0; i < z.length; i++) {
    if (!(w[i] > 0 && Math.abs(z[i]) > FAR)) continue;
    const days = Math.floor(t[i] / DAY);
    setWindows(own, 0, civilDay(days), weekdayOf(days));
    for (const [value] of own) {
      const count = counts.get(value) ?? [0, 0];
      count[z[i] > 0 ? 0 : 1]++;
      counts.set(value, count);
    }
  }
  const isFar = ([value, count]: [number, number[]]): boolean =>
    value !== NONE && Math.max(...count) >= Math.max(2, years / 2) && !NTH.has(Math.floor(value / 10) % 100);
  const far = new Set([...counts].filter(isFar).map(([value]) => value));
  if (far.size === 0) return [];
  const columns = weekdayWindows(t);
  for (const { values } of columns) for (let i = 0; i < values.length; i++) if (!far.has(values[i])) values[i] = NONE;
  return columns.filter(({ values }) => values.some((value) => value !== NONE));
}

/** How many such dates there are. */
export const WINDOWS: number = 7 * 366;

function setWindows(columns: readonly Int32Array[], row: number, { month, day }: CivilDay, weekday: number): void {
  const place = dayOfLeapYear(month, day);
  for (let before = 0; before < WEEK; before++) {
    const from = place - before;
    columns[(from + WEEK) % WEEK][row] = from < 1 ? NONE : DATES[from - 1] * 10 + weekday;
  }
}

/** Days from 1970 to 1 January 2000: a leap year. */
const LEAP_YEAR = 10_957;

/** Month × 100 + day of the days of a leap year. */
const DATES: readonly number[] = Array.from({ length: 366 }, (_, k) => {
  const { month, day } = civilDay(LEAP_YEAR + k);
  return month * 100 + day;
});
