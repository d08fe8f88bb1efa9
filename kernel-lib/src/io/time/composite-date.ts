import { dateMilliseconds, isoWeekMilliseconds } from "../dates/calendar.js";
import { yearHint, type DateCandidate } from "./date-candidates.js";
import { monthNamed } from "../dates/date-names.js";
import type { RawColumn } from "../columns/read-columns.js";

/** A date put together from several columns. */
export interface CompositeDate {
  readonly columns: readonly number[];
  readonly format: string;
  readonly zone: "instant" | "naive";
  readonly values: Float64Array;
}

const MONTH =
  /^(.*[ _-])?(month|mon|monat|mois|mes|mese|mês|maand|måned|månad|miesiac|miesiąc|ay|mm)([ _-]?(no|nr|num|number|name|of[ _-]year))?$/i;
const DAY = /^(.*[ _-])?(day|tag|jour|dia|día|giorno|dag|dd)([ _-]?of[ _-]month)?$/i;
const HOUR =
  /^(.*[ _-])?(hour|hr|hours|std|stunde|heure|hora|ora|uur|time|godzina|hh|he)([ _-]?(of[ _-]day|ending|beginning))?$/i;
const QUARTER = /^(.*[ _-])?(quarter|qtr|quartal|trimestre|kwartaal|q)$/i;
const WEEK =
  /^(.*[ _-])?(week|woche|kw|semaine|semana|settimana|vecka|uke|wk|isoweek)([ _-]?(no|nr|num|number|of[ _-]year))?$/i;

const HOUR_MILLISECONDS = 3_600_000;

/** A date column joined with a column of times of day or hours; null when no column adds a time. */
export function dateAndTime(
  date: DateCandidate,
  names: readonly string[],
  columns: readonly RawColumn[],
): CompositeDate | null {
  if (date.hasTime) return null;
  for (const [c, column] of columns.entries()) {
    if (c === date.column) continue;
    const times =
      column.kind === "date" && column.readings.timeOnly
        ? column.readings.values
        : column.kind === "number" && HOUR.test(names[c]) && repeats(date.values)
          ? hours(column.readings.values)
          : null;
    if (!times) continue;
    const format = column.kind === "date" ? column.readings.format : "H";
    return {
      columns: [date.column, c],
      format: `${date.format} + ${format}`,
      zone: date.zone,
      values: date.values.map((day, i) => day + times[i]),
    };
  }
  return null;
}

/** Year, month, day and hour, year and quarter, or year and week in columns of their own; null when there are none. */
export function dateFromParts(names: readonly string[], columns: readonly RawColumn[]): CompositeDate | null {
  const year = columns.findIndex((column, c) => yearHint(names[c]) && numbersWithin(column, 1000, 2999) !== null);
  if (year < 0) return null;
  const years = numbersWithin(columns[year], 1000, 2999)!;
  const find = (pattern: RegExp, low: number, high: number): number =>
    columns.findIndex((column, c) => c !== year && pattern.test(names[c]) && numbersWithin(column, low, high) !== null);
  const month = columns.findIndex((column, c) => c !== year && MONTH.test(names[c]) && months(column) !== null);
  if (month >= 0)
    return yearAndMonth(year, years, month, months(columns[month])!, find(DAY, 1, 31), find(HOUR, 0, 24), columns);
  const quarter = columns.findIndex((column, c) => QUARTER.test(names[c]) && quarters(column) !== null);
  if (quarter >= 0) {
    const found = quarters(columns[quarter])!;
    return {
      columns: [year, quarter],
      format: "YYYY + Q",
      zone: "naive",
      values: years.map((y, i) => dateMilliseconds(y, found[i] * 3 - 2, 1)),
    };
  }
  const week = find(WEEK, 1, 53);
  if (week < 0) return null;
  const weeks = numbersWithin(columns[week], 1, 53)!;
  return {
    columns: [year, week],
    format: "YYYY + ww",
    zone: "naive",
    values: years.map((y, i) => isoWeekMilliseconds(y, weeks[i])),
  };
}

function yearAndMonth(
  year: number,
  years: Float64Array,
  month: number,
  monthValues: Float64Array,
  day: number,
  hour: number,
  columns: readonly RawColumn[],
): CompositeDate {
  const days = day < 0 ? null : numbersWithin(columns[day], 1, 31);
  const times = hour < 0 || !days ? null : hours(numbersWithin(columns[hour], 0, 24)!);
  const values = years.map((y, i) => dateMilliseconds(y, monthValues[i], days ? days[i] : 1) + (times ? times[i] : 0));
  const used = [year, month, ...(days ? [day] : []), ...(times ? [hour] : [])];
  return { columns: used, format: ["YYYY", "MM", "DD", "H"].slice(0, used.length).join(" + "), zone: "naive", values };
}

/** The numbers of a column when (almost) all are whole and in a range. */
function numbersWithin(column: RawColumn, low: number, high: number): Float64Array | null {
  if (column.kind !== "number") return null;
  const { values } = column.readings;
  let outside = 0;
  for (const value of values) if (!(Number.isInteger(value) && value >= low && value <= high)) outside++;
  return outside * 20 > values.length ? null : values;
}

function months(column: RawColumn): Float64Array | null {
  if (column.kind === "number") return numbersWithin(column, 1, 12);
  return fromText(column, (text) => monthNamed(text)?.month ?? NaN);
}

function quarters(column: RawColumn): Float64Array | null {
  if (column.kind === "number") return numbersWithin(column, 1, 4);
  return fromText(column, (text) => Number(/^[QT] ?([1-4])$/i.exec(text)?.[1] ?? NaN));
}

function fromText(column: RawColumn, read: (text: string) => number): Float64Array | null {
  if (column.kind !== "text" || column.dictionary.length > 60) return null;
  const readings = column.dictionary.map((text) => read(text.trim()));
  if (readings.filter(Number.isNaN).length > 2) return null;
  return Float64Array.from(column.codes, (code) => readings[code]);
}

/** Hours 0 to 23, hours ending 1 to 24 (the first is midnight), or 1330 for half past one. */
function hours(values: Float64Array): Float64Array | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value % 100 > 59) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low < 0 || high > 2359) return null;
  if (high <= 24) return values.map((value) => (value - (high === 24 && low >= 1 ? 1 : 0)) * HOUR_MILLISECONDS);
  return values.map((value) => Math.floor(value / 100) * HOUR_MILLISECONDS + (value % 100) * 60_000);
}

function repeats(values: Float64Array): boolean {
  return new Set(values).size < values.length * 0.7;
}
