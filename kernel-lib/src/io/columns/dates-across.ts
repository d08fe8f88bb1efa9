import { monthNamed } from "../dates/date-names.js";
import type { RawColumn } from "./read-columns.js";
import {
  clockNames,
  consecutiveNames,
  datedNames,
  monthNames,
  monthsInTurn,
  quarterNames,
  weekdayNames,
  weekNames,
  weeksInTurn,
  type NamedPlaces,
} from "./moment-names.js";

/** What the names of columns count within: nothing where they are whole dates, else the file's own date of each row, or a year that the file does not tell. */
export type CountedIn =
  | "all time"
  | "day"
  | "month of year"
  | "week of year"
  | "day of year"
  | "day of month"
  | "unknown year"
  | "months of rows"
  | "weekday";

/** Columns that are named by moments: a series runs across the file. */
export interface DatesAcross {
  /** Indexes of the columns, in the order of the file. */
  readonly columns: readonly number[];
  /**
   * Of each of them: milliseconds since 1970-01-01; milliseconds since midnight; or the number of the month, the week, the day of
   * the year, the day of the month, or the weekday (1 is Monday).
   */
  readonly places: readonly number[];
  readonly countedIn: CountedIn;
  readonly format: string;
  /** Column of the months that the rows are, where the columns are years. */
  readonly months?: number;
}

/** When the rows of the file happened. */
export interface RowDates {
  readonly values: Float64Array;
  readonly format: string;
}

/** Fewer columns than this may be named by years for another reason. */
const LEAST = 6;
/** Share of the columns of numbers that have to be named so. */
const MOST_COLUMNS = 0.6;
const DAY = 86_400_000;
/** Rows whose dates are looked at. */
const LOOKED_AT = 5000;
/** Values a day that meters write side by side. */
const PER_DAY = [24, 48, 96, 288];

/**
 * Columns of numbers whose names are dates, months or years, or parts of the time that each row's own date names: hours of a day,
 * weekdays of a week, days of a month, quarters, months, weeks or days of a year. Null where the file has one row a moment, as most
 * have.
 */
export function findDatesAcross(
  names: readonly string[],
  columns: readonly RawColumn[],
  dates: RowDates | null,
): DatesAcross | null {
  const numeric = columns.flatMap((column, c) => (column.kind === "number" ? [c] : []));
  const written = numeric.map((c) => names[c].trim());
  const bare = withoutPrefix(written);
  const found =
    read(written, dates) ?? (bare && read(bare, dates)) ?? (dates ? null : yearsOverMonths(written, columns));
  if (!found || found.at.length < numeric.length * MOST_COLUMNS) return null;
  const step = Math.sign(found.places[1] - found.places[0]);
  const inOrder = found.places.every((place, i) => i === 0 || Math.sign(place - found.places[i - 1]) === step);
  if ((!inOrder && found.countedIn !== "weekday") || step === 0) return null;
  const kept = found.at.map((_, i) => i).filter((i) => !isSpare(columns[numeric[found.at[i]]], found, i));
  return {
    columns: kept.map((i) => numeric[found.at[i]]),
    places: kept.map((i) => found.places[i]),
    countedIn: found.countedIn,
    format: found.format,
    ...(found.months === undefined ? {} : { months: found.months }),
  };
}

type Found = NamedPlaces & { readonly countedIn: CountedIn; readonly format: string; readonly months?: number };

function read(names: readonly string[], dates: RowDates | null): Found | null {
  return dates === null ? (whole(names) ?? withoutYear(names)) : parts(names, dates);
}

/** `Sales Jan`, `Sales Feb` without what all of them begin with; null where that is nothing. */
function withoutPrefix(names: readonly string[]): string[] | null {
  const [first = ""] = names;
  let length = 0;
  while (length < first.length && !/\d/.test(first[length]) && names.every((name) => name[length] === first[length]))
    length++;
  const word = /^.*[\s_.:-]/.exec(first.slice(0, length))?.[0] ?? "";
  return word === "" || names.length < LEAST ? null : names.map((name) => name.slice(word.length));
}

/** Two years or more that follow each other over rows that are the months. */
function yearsOverMonths(names: readonly string[], columns: readonly RawColumn[]): Found | null {
  const at = names.flatMap((name, i) => (/^(?:19|20)\d\d$/.test(name) ? [i] : []));
  const places = at.map((i) => Number(names[i]));
  if (at.length < 2 || places.some((year, i) => Math.abs(year - places[0]) !== i)) return null;
  const months = columns.findIndex(
    (column) =>
      column.kind === "text" && column.codes.length >= LEAST && monthsOfRows(column).every((month) => month > 0),
  );
  return months < 0 ? null : { at, places, countedIn: "months of rows", format: "YYYY", months };
}

/** The month that each row names; 0 where it names none, or one that stood before. */
export function monthsOfRows({ codes, dictionary }: RawColumn & { readonly kind: "text" }): number[] {
  const months = dictionary.map((text) => monthNamed(text.trim())?.month ?? 0);
  const seen = new Set<number>();
  return Array.from(codes, (code) => {
    const month = months[code];
    if (seen.has(month)) return 0;
    seen.add(month);
    return month;
  });
}

function whole(names: readonly string[]): Found | null {
  const dated = datedNames(names);
  return dated && dated.at.length >= LEAST ? { ...dated, countedIn: "all time" } : null;
}

/** Months, weeks or quarters alone: bare numbers and Roman ones may be anything. */
function withoutYear(names: readonly string[]): Found | null {
  const words = names.map((name) => (/^(?:\d+|[IVX]+)$/.test(name) ? "" : name));
  const months = monthsInTurn(words);
  if (months) return { ...months, countedIn: "unknown year", format: "month" };
  const weeks = weeksInTurn(words);
  if (weeks) return { ...weeks, countedIn: "unknown year", format: "week" };
  const quarters = quarterNames(words);
  return quarters && { ...quarters, countedIn: "unknown year", format: "quarter" };
}

function parts(names: readonly string[], dates: RowDates): Found | null {
  // Names cost less to look at than the dates of all rows.
  const [year, month, weekdays] = [ofYear(names, dates.format), ofMonth(names), weekdayNames(names)];
  const rows = year || month || weekdays ? rhythmOf(dates) : null;
  const found = rows === "year" ? year : rows === "month" ? month : null;
  if (found) return found;
  return rows === "week" && weekdays ? { ...weekdays, countedIn: "weekday", format: "weekday" } : hoursOf(names);
}

function ofYear(names: readonly string[], format: string): Found | null {
  // Of 2023/24 it is known in which year April comes, and in which March.
  const turned = monthsInTurn(names);
  const inYear = turned && (format === "YYYY/YY" || turned.places.every((place) => place <= 12)) ? turned : null;
  const months = monthNames(names) ?? inYear;
  if (months) return { ...months, countedIn: "month of year", format: "MMM" };
  const quarters = quarterNames(names);
  if (quarters) {
    const places = quarters.places.map((quarter) => quarter * 3 - 2);
    return { at: quarters.at, places, countedIn: "month of year", format: "Qq" };
  }
  const someWeeks = weeksInTurn(names);
  const weeks = weekNames(names) ?? (someWeeks?.places.every((place) => place <= 53) ? someWeeks : null);
  if (weeks) return { ...weeks, countedIn: "week of year", format: "ww" };
  const numbers = consecutiveNames(names);
  if (numbers?.places[0] !== 1) return null;
  const { length } = numbers.at;
  if (length === 52 || length === 53) return { ...numbers, countedIn: "week of year", format: "ww" };
  return length === 365 || length === 366 ? { ...numbers, countedIn: "day of year", format: "DDD" } : null;
}

function ofMonth(names: readonly string[]): Found | null {
  const numbers = consecutiveNames(names);
  const full = numbers?.places[0] === 1 && numbers.at.length >= 28 && numbers.at.length <= 31;
  return full ? { ...numbers, countedIn: "day of month", format: "DD" } : null;
}

function hoursOf(names: readonly string[]): Found | null {
  const clock = clockNames(names);
  if (clock && clock.at.length >= LEAST) {
    // The last of 00:15, 00:30, … is midnight of the next day.
    const places = clock.places.map((time, i) => (i > 0 && time === 0 ? DAY : time));
    return { at: clock.at, places, countedIn: "day", format: clock.format };
  }
  const numbered = consecutiveNames(names);
  if (!numbered || numbered.places[0] > 1) return null;
  const perDay = PER_DAY.find((count) => Math.abs(numbered.at.length - count) * 20 <= count);
  if (perDay === undefined) return null;
  const places = numbered.places.map((_, i) => (i * DAY) / perDay);
  return { at: numbered.at, places, countedIn: "day", format: `1 to ${perDay} of the day` };
}

/** What the rows are: years, months, weeks, or something shorter. */
function rhythmOf({ values, format }: RowDates): "year" | "month" | "week" | null {
  if (format === "YYYY" || format === "YYYY/YY" || format === "FYYYY") return "year";
  const known = values.subarray(0, LOOKED_AT).filter((time) => !Number.isNaN(time));
  if (known.length === 0) return null;
  // Months come on one day of the month in the calendar of the file.
  if (!/D|ww|epoch|ISO|serial/.test(format) && /M|P/.test(format)) return "month";
  const distinct = Float64Array.from(new Set(known)).sort();
  if (distinct.length > 1 && distinct.every((time) => new Date(time).getUTCDate() === 1 && time % DAY === 0))
    return distinct.every((time) => new Date(time).getUTCMonth() === 0) ? "year" : "month";
  const weekly = distinct.every((time, i) => i === 0 || Math.round((time - distinct[i - 1]) / DAY) % 7 === 0);
  return weekly ? "week" : null;
}

/** The hours that only a day of 25 has, where they hold next to nothing. */
function isSpare(column: RawColumn, { countedIn, places }: Found, i: number): boolean {
  if (countedIn !== "day" || places[i] < DAY || (places[i] === DAY && i === places.length - 1 && places[0] > 0))
    return false;
  return column.kind !== "number" || column.readings.numbers * 2 < column.readings.values.length;
}
