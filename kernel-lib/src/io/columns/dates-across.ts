import { dateMilliseconds } from "../dates/calendar.js";
import { DateCells } from "../dates/date-cells.js";
import { monthNamed } from "../dates/date-names.js";
import { romanNumber } from "../dates/roman-numerals.js";
import { isMissing } from "../numbers/number-text.js";
import type { RawColumn } from "./read-columns.js";

/** Columns that are named by moments: a series runs across the file. */
export interface DatesAcross {
  /** Indexes of the columns, in the order of the file. */
  readonly columns: readonly number[];
  /** Of each of them: milliseconds since 1970-01-01, or since midnight where the names are times of a day. */
  readonly times: readonly number[];
  readonly ofDay: boolean;
  /** The names are months of the year that stands in the file's own column: `times` are milliseconds since the year began, of 1970. */
  readonly ofYear?: boolean;
  readonly format: string;
}

/** Fewer columns than this may be named by years for another reason. */
const LEAST = 6;
/** Share of the columns of numbers that have to be named so. */
const MOST_COLUMNS = 0.6;
const DAY = 86_400_000;
/** Values a day that meters write side by side. */
const PER_DAY = [24, 48, 96, 288];

/**
 * Columns of numbers whose names are dates, months or years, or (beside a column of dates) the hours of a day, or (beside one of
 * years) the months of a year. Null where the file has one row a moment, as most have.
 *
 * @param yearly whether the dates are years
 */
export function findDatesAcross(
  names: readonly string[],
  columns: readonly RawColumn[],
  hasDate: boolean,
  yearly = false,
): DatesAcross | null {
  const numeric = columns.flatMap((column, c) => (column.kind === "number" ? [c] : []));
  if (numeric.length < LEAST) return null;
  const found = yearly
    ? monthsAcross(names, numeric)
    : hasDate
      ? hoursAcross(names, numeric)
      : datesAcross(names, numeric);
  if (!found || found.columns.length < LEAST || found.columns.length < numeric.length * MOST_COLUMNS) return null;
  const step = Math.sign(found.times[1] - found.times[0]);
  return found.times.every((time, i) => i === 0 || Math.sign(time - found.times[i - 1]) === step) && step !== 0
    ? found
    : null;
}

function datesAcross(names: readonly string[], numeric: readonly number[]): DatesAcross | null {
  const readings = readNames(numeric.map((c) => names[c].replace(/^[XYF](?=\d{4}$)/, "").replace(/ \[YR\d{4}\]$/, "")));
  if (readings.timeOnly) return null;
  const dated = numeric.map((c, i) => [c, readings.values[i]] as const).filter(([, time]) => !Number.isNaN(time));
  return {
    columns: dated.map(([c]) => c),
    times: dated.map(([, time]) => time),
    ofDay: false,
    format: readings.format,
  };
}

/** January to December, by their names in any language. */
function monthsAcross(names: readonly string[], numeric: readonly number[]): DatesAcross | null {
  const months = numeric.flatMap((c) => {
    const month = monthNamed(names[c].trim())?.month ?? romanNumber(names[c].trim());
    return month > 0 ? [[c, month] as const] : [];
  });
  if (months.length !== 12 || months.some(([, month], i) => month !== i + 1)) return null;
  return {
    columns: months.map(([c]) => c),
    times: months.map(([, month]) => dateMilliseconds(1970, month, 1)),
    ofDay: false,
    ofYear: true,
    format: "MMM",
  };
}

function hoursAcross(names: readonly string[], numeric: readonly number[]): DatesAcross | null {
  const clock = readNames(numeric.map((c) => names[c]));
  if (clock.timeOnly) {
    const timed = numeric.map((c, i) => [c, clock.values[i]] as const).filter(([, time]) => !Number.isNaN(time));
    // The last of 00:15, 00:30, … is midnight of the next day.
    const times = timed.map(([, time], i) => (i > 0 && time === 0 ? DAY : time));
    return { columns: timed.map(([c]) => c), times, ofDay: true, format: clock.format };
  }
  const numbered = numeric.flatMap((c) => {
    const match = /^(?:h|hr|hour|he|std|stunde|p|period|int|interval|sp|kwh|v|val|value)?[ _.-]?0*(\d{1,3})$/i.exec(
      names[c].trim(),
    );
    return match ? [[c, Number(match[1])] as const] : [];
  });
  const first = numbered[0]?.[1];
  const perDay = PER_DAY.find((count) => Math.abs(numbered.length - count) * 20 <= count);
  if (perDay === undefined || first > 1 || numbered.some(([, number], i) => number !== first + i)) return null;
  return {
    columns: numbered.map(([c]) => c),
    times: numbered.map((_, i) => (i * DAY) / perDay),
    ofDay: true,
    format: `1 to ${perDay} of the day`,
  };
}

/** Reads names as the cells of one column of dates. */
function readNames(names: readonly string[]): ReturnType<DateCells["finish"]> {
  const cells = new DateCells(names.length);
  const encoder = new TextEncoder();
  names.forEach((name, i) => {
    const bytes = encoder.encode(name.trim());
    cells.add(bytes, 0, bytes.length, i);
  });
  return cells.finish(names.length, isMissing, false);
}
