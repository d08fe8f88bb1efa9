import { dateMilliseconds, isoWeekMilliseconds } from "./calendar.js";
import type { DateReading } from "./named-date.js";

/**
 * Columns whose cells look like months and are something else: weeks under a name that says so (`2024-05`, `05/2024`), and
 * seasons, business or school years whose second year follows the first in every cell (`2011/12`, `2011-2012`).
 */
export type PeriodKind = "week" | "season";

const WEEK_NAME =
  /week|woche|\bkw\b|^kw|semaine|semana|settimana|vecka|\buke\b|viikko|tydzień|týden|неделя|周|週|주차/i;
const YEAR_FIRST = /^\s*(\d{4})[-/. ](\d{1,2})\s*$/;
const YEAR_LAST = /^\s*(\d{1,2})[-/. ](\d{4})\s*$/;
const SEASON = /^\s*(?:FY ?)?((?:1[6-9]|20|21)\d{2}) ?[-/\u2013] ?(\d{4}|\d{2})\s*$/i;
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
  return distinct.size >= LEAST && present.every((cell) => seasonYear(cell) !== null) ? "season" : null;
}

/** A cell of such a column; null when it is none. A season is read as its first year. */
export function readPeriod(kind: PeriodKind, text: string): DateReading | null {
  if (kind === "season") {
    const year = seasonYear(text);
    return year === null ? null : reading(dateMilliseconds(year, 1, 1), "YYYY/YY");
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

function seasonYear(text: string): number | null {
  const match = SEASON.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  return Number(match[2]) === (match[2].length === 4 ? year + 1 : (year + 1) % 100) ? year : null;
}
