import { DAY } from "../seasons/cycles.js";
import {
  civilDay,
  daysToYear,
  easterSunday,
  isLeap,
  NONE,
  nthWeekday,
  weekdayOf,
  type DateColumn,
} from "./civil-day.js";

/** Day of a common year (1 to 365) of 25 December, and its days. */
const [CHRISTMAS, YEAR] = [359, 365];
/** 29 February: from it on the days of a leap year count one less. */
const LEAP_DAY = 60;
/** Any common year: the places of its dates are those of all others. */
const COMMON_YEAR = 2001;
/** Weeks from the one that holds Easter Sunday that may hang on it: from the week before to Corpus Christi. */
const EASTER_WEEKS = { first: -1, last: 8 };
const WEEK = 7;
const [THURSDAY, MIDDLE] = [3, 3];

/**
 * The ways in which weeks may return: the number of the week in its year; the n-th weekday that they begin with, end with, or
 * whose Thursday they hold (a promotion in the second week of May, Thanksgiving); the date that they hold, one of every seventh
 * from 25 December (New Year is another), as a fixed date; the Sunday before or after Easter that they hold. O(n).
 *
 * @param t epoch seconds (UTC) of the first day of each week
 */
export function weekColumns(t: Float64Array): DateColumn[] {
  const column = (): Int32Array => new Int32Array(t.length).fill(NONE);
  const [week, first, last, thursday, held, easter] = [column(), column(), column(), column(), column(), column()];
  const iso = column();
  for (let i = 0; i < t.length; i++) {
    const days = Math.floor(t[i] / DAY);
    const { year } = civilDay(days);
    const ofYear = days - daysToYear(year);
    week[i] = Math.floor(ofYear / WEEK);
    // The week belongs to the year that holds its fourth day: ISO 8601 from Mondays on, the weeks of epidemiology from Sundays.
    const middle = days + MIDDLE;
    iso[i] = Math.floor((middle - daysToYear(civilDay(middle).year)) / WEEK);
    first[i] = nthWeekdayOf(days);
    last[i] = nthWeekdayOf(days + WEEK - 1);
    thursday[i] = nthWeekdayOf(days + ((THURSDAY - weekdayOf(days) + WEEK) % WEEK));
    held[i] = heldDate(ofYear + 1, year);
    const weeks = Math.floor((days - easterSunday(year) + WEEK - 1) / WEEK);
    if (weeks >= EASTER_WEEKS.first && weeks <= EASTER_WEEKS.last) easter[i] = weeks * WEEK;
  }
  return [
    { key: "week", values: week },
    { key: "nthWeekday", values: first },
    { key: "nthWeekday", values: last },
    { key: "nthWeekday", values: thursday },
    { key: "fixed", values: held },
    { key: "easter", values: easter },
    { key: "week", values: iso },
  ];
}

function nthWeekdayOf(days: number): number {
  const { month, day } = civilDay(days);
  return nthWeekday(month, day, weekdayOf(days));
}

/** Of every seventh date from 25 December the one in the seven days from a day of the year on. */
function heldDate(ofYear: number, year: number): number {
  const common = isLeap(year) && ofYear >= LEAP_DAY ? ofYear - 1 : ofYear;
  const weeks = Math.floor(((common - CHRISTMAS + WEEK - 1 + YEAR) % YEAR) / WEEK);
  const date = ((CHRISTMAS + WEEK * weeks - 1) % YEAR) + 1;
  const { month, day } = civilDay(daysToYear(COMMON_YEAR) + date - 1);
  return month * 100 + day;
}
