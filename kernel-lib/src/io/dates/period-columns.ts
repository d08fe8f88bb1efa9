import { dateMilliseconds, fullYear, isoWeekMilliseconds } from "./calendar.js";
import type { DateReading } from "./named-date.js";
import { romanNumber } from "./roman-numerals.js";

/**
 * Columns whose cells look like months, or like nothing, and are something that only the whole column tells: weeks under a name
 * that says so or with numbers that no month has (`2024-05`, `05/2024`), seasons, business or school years whose second year
 * follows the first in every cell (`2011/12`, `2011-2012`), half years (`S1 2024`), and quarters or months in Roman numerals
 * (`III 2024`): months where one of them is above four. Also `001/2024` of accounts, `01/24` where months follow each other, and
 * `08:00-09:00` behind days, which is no offset from UTC.
 */
export type PeriodKind =
  | "fiscal"
  | "shortMonth"
  | "clockInterval"
  | "week"
  | "season"
  | "half"
  | "romanQuarter"
  | "romanMonth";

const WEEK_NAME =
  /week|woche|\bkw\b|^kw|semaine|semana|settimana|vecka|\buke\b|viikko|tydzień|týden|неделя|周|週|주차/i;
const YEAR_FIRST = /^\s*(\d{4})[-/. ](\d{1,2})\s*$/;
const YEAR_LAST = /^\s*(\d{1,2})[-/. ](\d{4})\s*$/;
const SEASON = /^\s*(?:FY ?)?((?:1[6-9]|20|21)\d{2}) ?[-/\u2013] ?(\d{4}|\d{2})\s*$/i;
const HALF = /^\s*(?:S([12])[ ./-]*'?(\d{4})|(\d{4})[ ./-]*S([12]))\s*$/i;
/** Periods of a business year in three digits, which are days of the year elsewhere. */
const FISCAL = /^\s*(?:(\d{4})[/.-](0\d\d)|(0\d\d)[/.-](\d{4}))\s*$/;
/** Twelve, and up to four for closing the year. */
const MOST_PERIODS = 16;
const ROMAN = /^\s*(?:([IVX]{1,4})\.?[ ./-]+(\d{4})|(\d{4})[ ./-]+([IVX]{1,4})\.?)\s*$/;
/** Seasons that must be there: one or two may be months by chance. */
const LEAST = 3;

/** Whether a name says that the column holds weeks. */
export function saysWeek(name: string): boolean {
  return WEEK_NAME.test(name.trim());
}

/** What the first cells of a column are; null for what the cells themselves say. */
export function periodKind(cells: readonly string[], weekNamed: boolean): PeriodKind | null {
  const present = cells.filter((cell) => cell.trim() !== "");
  if (present.length === 0) return null;
  if (weekNamed && present.every((cell) => weekParts(cell) !== null)) return "week";
  const distinct = new Set(present);
  if (distinct.size < LEAST) return null;
  const all = (is: (cell: string) => unknown): boolean => present.every((cell) => is(cell) !== null);
  if (areClockIntervals(present)) return "clockInterval";
  if (all(shortMonth) && areMonthsInTurn(present.map((cell) => shortMonth(cell)!))) return "shortMonth";
  if (all(fiscalParts) && new Set(present.map((cell) => fiscalParts(cell)!.year)).size > 1) return "fiscal";
  if (all(seasonYear)) return "season";
  if (all(halfParts)) return "half";
  if (all(romanParts)) return present.some((cell) => romanParts(cell)!.number > 4) ? "romanMonth" : "romanQuarter";
  return all(weekOfYear) && [...distinct].filter((cell) => weekParts(cell)!.week > 12).length >= LEAST ? "week" : null;
}

/** A cell of such a column; null when it is none. A season is read as its first year. */
export function readPeriod(kind: PeriodKind, text: string): DateReading | null {
  if (kind === "season") {
    const year = seasonYear(text);
    return year === null ? null : reading(dateMilliseconds(year, 1, 1), "YYYY/YY");
  }
  if (kind === "fiscal") {
    const fiscal = fiscalParts(text);
    return fiscal && reading(dateMilliseconds(fiscal.year, fiscal.period, 1), "FYYYY-Pmm");
  }
  if (kind === "shortMonth") {
    const parts = shortMonth(text);
    return parts && reading(dateMilliseconds(fullYear(parts.year), parts.month, 1), "MM/YY");
  }
  if (kind === "clockInterval") return null;
  if (kind === "half") {
    const half = halfParts(text);
    return half && reading(dateMilliseconds(half.year, half.number * 6 - 5, 1), "Hh YYYY");
  }
  if (kind === "romanQuarter" || kind === "romanMonth") {
    const roman = romanParts(text);
    if (!roman || (kind === "romanQuarter" && roman.number > 4)) return null;
    return kind === "romanMonth"
      ? reading(dateMilliseconds(roman.year, roman.number, 1), "RM YYYY")
      : reading(dateMilliseconds(roman.year, roman.number * 3 - 2, 1), "Qq YYYY");
  }
  const parts = weekParts(text);
  return parts && reading(isoWeekMilliseconds(parts.year, parts.week), "ISO week YYYY-ww");
}

function reading(milliseconds: number, format: string): DateReading {
  return { milliseconds, format, zoned: false, languages: [] };
}

function weekParts(text: string): { year: number; week: number } | null {
  const first = YEAR_FIRST.exec(text);
  const last = first ? null : YEAR_LAST.exec(text);
  const [year, week] = first ? [first[1], first[2]] : last ? [last[2], last[1]] : ["", ""];
  return Number(week) >= 1 && Number(week) <= 53 ? { year: Number(year), week: Number(week) } : null;
}

/** The same where no name says so: `45.2024` is a number. */
function weekOfYear(text: string): { year: number; week: number } | null {
  const parts = /[-/]/.test(text) ? weekParts(text) : null;
  return parts && parts.year >= 1900 && parts.year <= 2100 ? parts : null;
}

function halfParts(text: string): { year: number; number: number } | null {
  const match = HALF.exec(text);
  return match && { year: Number(match[2] ?? match[3]), number: Number(match[1] ?? match[4]) };
}

/** `01/24`, which is a day or a month. */
function shortMonth(text: string): { month: number; year: number } | null {
  const match = /^\s*(\d{1,2})[/-](\d{2})\s*$/.exec(text);
  const month = Number(match?.[1]);
  return match && month >= 1 && month <= 12 ? { month, year: Number(match[2]) } : null;
}

/** Months that follow each other for more than a year: no days do that. */
function areMonthsInTurn(months: readonly { readonly month: number; readonly year: number }[]): boolean {
  const counted = months.map(({ month, year }) => year * 12 + month);
  const steps = counted.slice(1).map((each, i) => Math.abs(each - counted[i]));
  const moves = steps.filter((step) => step > 0);
  return new Set(counted).size > 12 && moves.filter((step) => step === 1).length * 10 >= moves.length * 9;
}

const CLOCK_INTERVAL = /\d[ T](\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)\s*$/;

/** `2024-01-01 08:00-09:00`: offsets from UTC are not different in every cell. */
function areClockIntervals(cells: readonly string[]): boolean {
  const matches = cells.map((cell) => CLOCK_INTERVAL.exec(cell));
  return (
    matches.every((match) => match !== null) && new Set(matches.map((match) => `${match[3]}:${match[4]}`)).size > 3
  );
}

/** A date and a time without the time that its interval ends at. */
export function withoutClockEnd(text: string): string {
  return text.replace(/(\d[ T]\d{1,2}:\d\d)-\d{1,2}:\d\d\s*$/, "$1");
}

function fiscalParts(text: string): { year: number; period: number } | null {
  const match = FISCAL.exec(text);
  const period = Number(match?.[2] ?? match?.[3]);
  return match && period >= 1 && period <= MOST_PERIODS ? { year: Number(match[1] ?? match[4]), period } : null;
}

function romanParts(text: string): { year: number; number: number } | null {
  const match = ROMAN.exec(text);
  const number = match ? romanNumber(match[1] ?? match[4]) : 0;
  return number > 0 ? { year: Number(match![2] ?? match![3]), number } : null;
}

function seasonYear(text: string): number | null {
  const match = SEASON.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  return Number(match[2]) === (match[2].length === 4 ? year + 1 : (year + 1) % 100) ? year : null;
}
