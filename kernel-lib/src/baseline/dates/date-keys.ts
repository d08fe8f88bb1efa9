import type { DateKey } from "../types.js";
import { DAY } from "../seasons/cycles.js";
import { civilDay, easterSunday, NONE, nthWeekday, weekdayOf, type DateColumn } from "./civil-day.js";
import { weekColumns } from "./week-keys.js";

/** Days around Easter that may hang on it: from ten before to Corpus Christi and the day after. */
const EASTER = { before: -10, after: 62 };
/** Days at each end of a month, and days from Monday to Friday at each end. */
const MONTH_END = 3;

/**
 * Days after an n-th weekday that hang on it: the day after (Black Friday, Election Day), and the Monday after a Thursday (Cyber
 * Monday). Neither is always the n-th weekday of its own.
 */
const [DAY_AFTER, MONDAY_AFTER] = [1, 4];
/** Weight of the days after in the number of a key. */
const AFTER = 10_000;

/** Keys of dates that return once a year, but for the number of the week. */
export const DATES_OF_YEAR: ReadonlySet<DateKey> = new Set([
  "fixed",
  "nthWeekday",
  "lastWeekday",
  "afterWeekday",
  "weekdayFrom",
  "easter",
]);

/** Keys of dates that return every month. */
export const DATES_OF_MONTH: ReadonlySet<DateKey> = new Set(["monthEnd", "monthDay", "monthWorkday"]);

/** By what dates may return: with less than two years of rows only by the month. */
export type DateScope = "years" | "months" | "weeks";

/**
 * The ways in which the dates of the rows may return. Days: fixed date, n-th and last weekday of the month, the day
 * after one and the Monday after an n-th Thursday, distance to Easter (these with years of rows), first and last days and working days of the month, its other days. Weeks: see
 * `weekColumns`. `DateEffect.value` tells the numbers. O(n).
 *
 * @param t epoch seconds (UTC)
 */
export function dateColumns(t: Float64Array, scope: DateScope): DateColumn[] {
  const n = t.length;
  const column = (): Int32Array => new Int32Array(n).fill(NONE);
  if (scope === "weeks") return weekColumns(t);
  const [fixed, nth, last, easter, ends] = [column(), column(), column(), column(), column()];
  const [middle, workdays] = [column(), column()];
  const [after, monday] = [column(), column()];
  let known = { year: NaN, sunday: NaN };
  for (let i = 0; i < n; i++) {
    const days = Math.floor(t[i] / DAY);
    const { year, month, day, length } = civilDay(days);
    const weekday = weekdayOf(days);
    if (length - day < MONTH_END) ends[i] = day - length - 1;
    else if (day <= MONTH_END) ends[i] = day;
    else middle[i] = day;
    workdays[i] = workdayOf(day, length, weekday);
    if (scope === "months") continue;
    if (year !== known.year) known = { year, sunday: easterSunday(year) };
    const offset = days - known.sunday;
    fixed[i] = month * 100 + day;
    nth[i] = nthWeekday(month, day, weekday);
    after[i] = DAY_AFTER * AFTER + weekdayBefore(days, DAY_AFTER);
    if (weekday === 0) monday[i] = MONDAY_AFTER * AFTER + weekdayBefore(days, MONDAY_AFTER);
    if (day > length - 7) last[i] = month * 100 + weekday;
    if (offset >= EASTER.before && offset <= EASTER.after) easter[i] = offset;
  }
  const ofMonth: DateColumn[] = [
    { key: "monthEnd", values: ends },
    { key: "monthDay", values: middle },
    { key: "monthWorkday", values: workdays },
  ];
  if (scope === "months") return ofMonth;
  return [
    { key: "fixed", values: fixed },
    { key: "nthWeekday", values: nth },
    { key: "lastWeekday", values: last },
    { key: "afterWeekday", values: after },
    { key: "afterWeekday", values: monday },
    { key: "easter", values: easter },
    ...ofMonth,
  ];
}

/** Which weekday of its month the day so many days before is. */
function weekdayBefore(days: number, before: number): number {
  const { month, day } = civilDay(days - before);
  return nthWeekday(month, day, weekdayOf(days - before));
}

/** Weekday (Monday 0) from which on nobody works. */
const SATURDAY = 5;

/** Place of a day among those from Monday to Friday at the beginning of its month (1 to 3), or its end (−1 to −3). */
function workdayOf(day: number, length: number, weekday: number): number {
  if (weekday >= SATURDAY) return NONE;
  const workdays = (from: number, to: number): number => {
    let count = 0;
    for (let other = from; other <= to; other++) if ((((weekday + other - day) % 7) + 7) % 7 < SATURDAY) count++;
    return count;
  };
  // Five days hold the first three working days at latest, when they begin with a weekend.
  if (day <= MONTH_END + 2 && workdays(1, day) <= MONTH_END) return workdays(1, day);
  if (length - day < MONTH_END + 2 && workdays(day, length) <= MONTH_END) return -workdays(day, length);
  return NONE;
}
