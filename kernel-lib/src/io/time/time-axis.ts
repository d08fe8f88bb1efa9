import { InputError } from "../../errors.js";
import type { TimeColumn, Warning } from "../../table.js";
import { dateAndTime, dateFromParts, type CompositeDate } from "./composite-date.js";
import { dateCandidates, forcedNumericCandidate, isNumericFormat, type DateCandidate } from "./date-candidates.js";
import type { DateFormat } from "../dates/date-format.js";
import { trimDate } from "../dates/date-text.js";
import type { RawColumn } from "../columns/read-columns.js";

/** When each record happened, and what was assumed to know it. */
export interface TimeAxis {
  readonly time: TimeColumn;
  /** Indexes of the columns the time was read from. */
  readonly columns: readonly number[];
  readonly warnings: readonly Warning[];
  /** Periods that a day has, where they are numbered instead of timed; null elsewhere. */
  readonly perDay: number | null;
  /** Records whose date can be read and was left out, because their periods contain those of others. */
  readonly leftOut: number;
}

/** What the user said about the date. */
export interface TimeOptions {
  /** Indexes of the columns named as the date. */
  readonly columns: readonly number[] | null;
  readonly format: string | undefined;
  readonly reader: DateFormat | null;
  /** Columns that cannot be the date because the user calls them KPIs. */
  readonly taken: ReadonlySet<number>;
}

/**
 * Finds the date: the column that is most like one, date and time in two columns, or year and month in two. Null when there
 * is none and records are numbered instead.
 * @throws InputError `bad_option` when the column the user names holds no dates
 */
export function findTimeAxis(
  names: readonly string[],
  columns: readonly RawColumn[],
  records: number,
  options: TimeOptions,
): TimeAxis | null {
  const chosen = options.columns ? chosenAxis(names, columns, options.columns, options) : null;
  if (chosen) return withColumnWarnings(chosen, names, columns, []);
  const usable = columns.map(
    (column, c): RawColumn =>
      options.taken.has(c) ? { kind: "text", codes: new Uint32Array(0), dictionary: [] } : column,
  );
  const candidates =
    options.format && isNumericFormat(options.format)
      ? columnsOfNumericFormat(usable, options.format)
      : dateCandidates(names, usable, records);
  const whole = candidates.filter((candidate) => !candidate.yearOnly);
  if (whole.length > 0) {
    const joined = dateAndTime(whole[0], names, usable);
    return withColumnWarnings(joined ?? single(whole[0]), names, columns, whole);
  }
  const parts = dateFromParts(names, usable);
  if (parts) return withColumnWarnings(parts, names, columns, []);
  return candidates.length > 0 ? withColumnWarnings(single(candidates[0]), names, columns, []) : null;
}

/** Numeric columns whose numbers are dates of the form that the user named. */
function columnsOfNumericFormat(columns: readonly RawColumn[], format: string): DateCandidate[] {
  return columns.flatMap((column, c) => {
    const candidate = column.kind === "number" ? forcedNumericCandidate(column.readings.values, c, format) : null;
    return candidate && candidate.score > 0.9 ? [candidate] : [];
  });
}

function single({ column, format, zone, values }: DateCandidate): CompositeDate {
  return { columns: [column], format, zone, values };
}

function chosenAxis(
  names: readonly string[],
  columns: readonly RawColumn[],
  chosen: readonly number[],
  options: TimeOptions,
): CompositeDate {
  if (options.reader) return formattedAxis(names, columns, chosen, options.reader);
  const only = columns.map(
    (column, c): RawColumn =>
      chosen.includes(c) ? column : { kind: "text", codes: new Uint32Array(0), dictionary: [] },
  );
  const [first] = chosen;
  if (chosen.length > 1) {
    const [date] = dateCandidates(names, only, columns.length);
    const joined = (date && !date.yearOnly ? dateAndTime(date, names, only) : null) ?? dateFromParts(names, only);
    if (joined) return joined;
  }
  const column = columns[first];
  const candidate =
    column.kind === "date" && !column.readings.timeOnly
      ? dateCandidates(names, only, 1).find((each) => each.column === first)
      : column.kind === "number"
        ? forcedNumericCandidate(column.readings.values, first, options.format)
        : undefined;
  if (candidate && chosen.length === 1) return single(candidate);
  throw new InputError("no_dates", { columns: chosen.map((c) => names[c]) });
}

function formattedAxis(
  names: readonly string[],
  columns: readonly RawColumn[],
  chosen: readonly number[],
  reader: DateFormat,
): CompositeDate {
  const texts = chosen.map((c) => columns[c]).filter((column) => column.kind === "text");
  const known = new Map<string, number>();
  const read = (text: string): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const plain = reader.read(text);
    const value = Number.isNaN(plain) ? reader.read(trimDate(text).text) : plain;
    known.set(text, value);
    return value;
  };
  const records = texts[0].codes.length;
  const values = Float64Array.from({ length: records }, (_, i) =>
    read(texts.map(({ codes, dictionary }) => dictionary[codes[i]].trim()).join(" ")),
  );
  if (values.every(Number.isNaN)) {
    const sample = texts.map(({ codes, dictionary }) => dictionary[codes[0]]).join(" ");
    throw new InputError("no_dates_in_format", {
      columns: chosen.map((c) => names[c]),
      format: reader.format,
      first: sample.slice(0, 40),
    });
  }
  return { columns: chosen, format: reader.format, zone: reader.zoned ? "instant" : "naive", values };
}

function withColumnWarnings(
  date: CompositeDate,
  names: readonly string[],
  columns: readonly RawColumn[],
  candidates: readonly DateCandidate[],
): TimeAxis {
  const used = date.columns.map((c) => names[c]);
  const warnings: Warning[] = [];
  const others = candidates.filter(({ column }) => !date.columns.includes(column)).map(({ column }) => names[column]);
  if (others.length > 0)
    warnings.push({
      code: "several_date_columns",
      facts: { used: used[0], others },
      column: used[0],
    });
  if (used.length > 1)
    warnings.push({
      code: "date_in_several_columns",
      facts: { columns: used },
      column: used.join("+"),
    });
  if (date.format === "excel_serial")
    warnings.push({
      code: "excel_serial_dates_assumed",
      facts: { column: used[0] },
      column: used[0],
    });
  for (const c of date.columns) {
    const column = columns[c];
    if (column.kind !== "date" || column.readings.timeOnly) continue;
    const { mixed, ambiguous } = column.readings;
    if (mixed.length > 0)
      warnings.push({
        code: "mixed_date_formats",
        facts: { column: names[c], formats: mixed },
        column: names[c],
      });
    const language = /\(([A-Z]\w+)\)/.exec(column.readings.format)?.[1];
    // The vocabulary has no word of its own for this; a reader without the language loses rows, so the number lost is told.
    if (language)
      warnings.push({
        code: "unparsable_date_rows",
        facts: { column: names[c], rows: unread(date.values), monthNames: language },
        column: names[c],
        count: unread(date.values),
      });
    if (ambiguous)
      warnings.push({
        code: "ambiguous_date_order",
        facts: { column: names[c], format: column.readings.format },
        column: names[c],
      });
  }
  return {
    time: { columns: used, format: date.format, zone: date.zone, values: date.values },
    columns: date.columns,
    warnings,
    perDay: date.perDay ?? null,
    leftOut: date.columns.reduce((sum, c) => sum + coarserRows(columns[c]), 0),
  };
}

function coarserRows(column: RawColumn): number {
  return column.kind === "date" ? (column.readings.notes.coarser?.rows ?? 0) : 0;
}

function unread(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
}
