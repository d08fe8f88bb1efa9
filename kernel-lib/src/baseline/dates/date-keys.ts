import { DAY } from "../seasons/cycles.js";
import type { DateKey } from "../types.js";

/** One way in which a date returns: a number per row, NONE where it does not apply. */
export interface DateColumn {
  readonly key: DateKey;
  readonly values: Int32Array;
}

/** No number of any key. */
export const NONE = -999;

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

/** By what dates may return: with less than two years of rows only by the month. */
export type DateScope = "years" | "months" | "weeks";

/** Year, month (1 to 12) and day (1 to 31) of a day counted from 1970-01-01, and the length of its month. */
interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly length: number;
}

/** Days from 1970-01-01 to the first of January of a year of the Gregorian calendar. */
const daysToYear = (year: number): number =>
  365 * (year - 1970) + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400) - 477;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function civilDay(days: number): CivilDay {
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysToYear(year + 1) <= days) year++;
  while (daysToYear(year) > days) year--;
  let rest = days - daysToYear(year);
  for (let month = 0; ; month++) {
    const length = LENGTHS[month] + (month === 1 && isLeap(year) ? 1 : 0);
    if (rest < length) return { year, month: month + 1, day: rest + 1, length };
    rest -= length;
  }
}

/** Easter Sunday as days since 1970-01-01: the rule of Butcher, "Nature" 1876, in the form of Meeus, "Astronomical Algorithms", ch. 8. */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const moon = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const place = epact + weekday - 7 * correction + 114;
  const month = Math.floor(place / 31);
  return daysToYear(year) + (month === 3 ? 59 : 90) + (isLeap(year) ? 1 : 0) + (place % 31);
}

/**
 * The ways in which the dates of the rows may return. Days: fixed date, n-th and last weekday of the month, the day
 * after one and the Monday after an n-th Thursday, distance to Easter (these with years of rows), first and last days and working days of the month, its other days. Weeks: week of the year. See
 * `DateEffect.value` for the numbers. O(n).
 *
 * @param t epoch seconds (UTC)
 */
export function dateColumns(t: Float64Array, scope: DateScope): DateColumn[] {
  const n = t.length;
  const column = (): Int32Array => new Int32Array(n).fill(NONE);
  if (scope === "weeks") {
    const week = column();
    for (let i = 0; i < n; i++) {
      const days = Math.floor(t[i] / DAY);
      week[i] = Math.floor((days - daysToYear(civilDay(days).year)) / 7);
    }
    return [{ key: "week", values: week }];
  }
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

const nthWeekday = (month: number, day: number, weekday: number): number =>
  month * 100 + Math.floor((day - 1) / 7) * 10 + weekday;

/** Which weekday of its month the day so many days before is. */
function weekdayBefore(days: number, before: number): number {
  const { month, day } = civilDay(days - before);
  return nthWeekday(month, day, weekdayOf(days - before));
}

/** Weekday of a day since 1970-01-01, Monday 0. */
const weekdayOf = (days: number): number => (((days + 3) % 7) + 7) % 7;

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
