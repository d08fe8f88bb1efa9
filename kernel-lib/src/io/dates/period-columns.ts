import { dateMilliseconds, isoWeekMilliseconds } from "./calendar.js";
import type { DateReading } from "./named-date.js";
import { romanNumber } from "./roman-numerals.js";

/**
 * Columns whose cells look like months, or like nothing, and are something that only the whole column tells: weeks under a name
 * that says so or with numbers that no month has (`2024-05`, `05/2024`), seasons, business or school years whose second year
 * follows the first in every cell (`2011/12`, `2011-2012`), half years (`S1 2024`), and quarters or months in Roman numerals
 * (`III 2024`): months where one of them is above four.
 */
export type PeriodKind = "week" | "season" | "half" | "romanQuarter" | "romanMonth";

const WEEK_NAME =
  /week|woche|\bkw\b|^kw|semaine|semana|settimana|vecka|\buke\b|viikko|tydzień|týden|неделя|周|週|주차/i;
const YEAR_FIRST = /^\s*(\d{4})[-/. ](\d{1,2})\s*$/;
const YEAR_LAST = /^\s*(\d{1,2})[-/. ](\d{4})\s*$/;
const SEASON = /^\s*(?:FY ?)?((?:1[6-9]|20|21)\d{2}) ?[-/\u2013] ?(\d{4}|\d{2})\s*$/i;
const HALF = /^\s*(?:S([12])[ ./-]*'?(\d{4})|(\d{4})[ ./-]*S([12]))\s*$/i;
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
