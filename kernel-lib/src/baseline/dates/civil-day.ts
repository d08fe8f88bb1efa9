import type { DateKey } from "../types.js";

/** One way in which a date returns: a number per row, NONE where it does not apply. */
export interface DateColumn {
  readonly key: DateKey;
  readonly values: Int32Array;
}

/** No number of any key. */
export const NONE = -999;

/** Year, month (1 to 12) and day (1 to 31) of a day counted from 1970-01-01, and the length of its month. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly length: number;
}

/** Days from 1970-01-01 to the first of January of a year of the Gregorian calendar. */
export const daysToYear = (year: number): number =>
  365 * (year - 1970) + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400) - 477;

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Place of a date in a leap year, from 1. @param month from 1 */
export const dayOfLeapYear = (month: number, day: number): number =>
  LENGTHS.slice(0, month - 1).reduce((days, length) => days + length, month > 2 ? 1 : 0) + day;

export function civilDay(days: number): CivilDay {
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

/** A weekday of its month: month × 100 + (n − 1) × 10 + weekday. */
export const nthWeekday = (month: number, day: number, weekday: number): number =>
  month * 100 + Math.floor((day - 1) / 7) * 10 + weekday;

/** Weekday of a day since 1970-01-01, Monday 0. */
export const weekdayOf = (days: number): number => (((days + 3) % 7) + 7) % 7;
