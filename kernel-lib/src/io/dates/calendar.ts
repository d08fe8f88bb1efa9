/** Milliseconds in a day without clock changes; all calendar arithmetic here is in UTC. */
export const DAY: number = 86_400_000;

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar, which need not exist: month 1 to 12, any whole day.
 * Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms" (https://howardhinnant.github.io/date_algorithms.html).
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Length of a month; 29 for February of a leap year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1];
}

/** Midnight of a date in milliseconds; NaN when there is no such date, so that 30 February is never 1 March. */
export function dateMilliseconds(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NaN;
  return daysFromCivil(year, month, day) * DAY;
}

/** Monday of an ISO 8601 week in milliseconds, or another day of it (1 Monday to 7 Sunday); NaN when the year has no such week. */
export function isoWeekMilliseconds(year: number, week: number, weekday = 1): number {
  const weeks = isoWeeks(year);
  if (week < 1 || week > weeks || weekday < 1 || weekday > 7) return NaN;
  return (firstMonday(year) + (week - 1) * 7 + weekday - 1) * DAY;
}

/** Two-digit years as POSIX reads them: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068. */
export function fullYear(year: number): number {
  return year >= 69 ? 1900 + year : 2000 + year;
}

/** Day number of the Monday of ISO week 1: the week with 4 January. */
function firstMonday(year: number): number {
  const fourth = daysFromCivil(year, 1, 4);
  return fourth - ((((fourth + 3) % 7) + 7) % 7);
}

function isoWeeks(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}
