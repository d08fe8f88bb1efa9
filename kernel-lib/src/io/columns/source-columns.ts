import { DateCells, type DateReadings } from "../dates/date-cells.js";
import { DAY } from "../dates/calendar.js";
import { shownTexts } from "./text-cells.js";
import type { Layout } from "../text/layout.js";
import {
  collectorOf,
  finishColumn,
  PASSES,
  planColumn,
  revisedPlan,
  type ColumnPlan,
  type RawColumn,
  type RawTable,
  type ReadingRules,
} from "./read-columns.js";
import { numberReadings } from "./source-numbers.js";

/**
 * A column whose cells have a type already, as files of columns and tables in memory have them. Numbers and times are NaN
 * where missing, text is empty; text may still be a number or a date, which only reading shows.
 */
export type SourceColumn =
  | { readonly kind: "number"; readonly name: string; readonly values: Float64Array }
  | {
      readonly kind: "time";
      readonly name: string;
      /** Milliseconds since 1970-01-01. */
      readonly values: Float64Array;
      /** An `instant` is UTC, `naive` a wall clock. */
      readonly zone: "instant" | "naive";
      /** `millisecond` where cells are written to the millisecond, `second` otherwise; `day` for dates without a time of day. */
      readonly unit: "day" | "second" | "millisecond";
    }
  | {
      readonly kind: "text";
      readonly name: string;
      readonly codes: Uint32Array;
      /** Distinct texts in the order in which they first appear. */
      readonly dictionary: readonly string[];
    };

/** Columns that need no cutting of text. */
export interface SourceTable {
  readonly columns: readonly SourceColumn[];
  readonly records: number;
  /** Line of the file, or row of the sheet, from 1, on which each record stands. */
  readonly lines: Uint32Array;
}

type TextSource = Extract<SourceColumn, { kind: "text" }>;
const encoder = new TextEncoder();

/**
 * Reads typed columns as `readColumns` reads text: the same readings as of the file in which the same cells stand as text,
 * without writing that text. Numbers and times are taken over as they are; text, and numbers that look like dates
 * (`20240131`), go through the readers of cells.
 */
export function readSourceColumns(
  source: SourceTable,
  layout: Layout,
  fixed: ReadonlyMap<number, ColumnPlan["kind"]>,
  rules: ReadingRules,
): RawTable {
  const openMarks: (string | null)[] = [];
  const columns = source.columns.map((column, c) => {
    rules.signal?.throwIfAborted();
    let plan = planColumn(layout, c, fixed.get(c), rules);
    if (column.kind === "number" && plan.kind === "number") plan = { ...plan, decimal: ".", open: null };
    let raw = readAs(column, c, plan, source.records, rules);
    for (let pass = 1; pass < PASSES; pass++) {
      const next = revisedPlan(raw, plan, source.records);
      if (next === plan) break;
      plan = next;
      raw = readAs(column, c, plan, source.records, rules);
    }
    openMarks.push(plan.kind === "number" ? plan.open : null);
    return raw;
  });
  return {
    columns,
    records: source.records,
    lines: source.lines,
    commentLines: 0,
    afterGaps: [],
    unclosedQuotes: [],
    shortRows: { count: 0, rows: [] },
    longRows: { count: 0, rows: [] },
    openMarks,
  };
}

function readAs(column: SourceColumn, c: number, plan: ColumnPlan, records: number, rules: ReadingRules): RawColumn {
  if (column.kind === "number" && plan.kind === "number") {
    const readings = numberReadings(column.values, rules.missingCodes);
    if (readings) return { kind: "number", readings };
  }
  if (column.kind === "time" && plan.kind === "date") return { kind: "date", readings: timeReadings(column) };
  const text = asText(column);
  if (plan.kind === "text") return { kind: "text", ...shownTexts(text) };
  const { pool, offsets } = pooled(text.dictionary);
  const cells = collectorOf(plan, records);
  const { codes } = text;
  for (let record = 0; record < records; record++)
    cells.add(pool, offsets[codes[record]], offsets[codes[record] + 1], record);
  return finishColumn(cells, c, records, rules);
}

/** The distinct texts as bytes, end to end. */
function pooled(dictionary: readonly string[]): { pool: Uint8Array; offsets: Uint32Array } {
  const parts = dictionary.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => (offsets[i + 1] = offsets[i] + part.length));
  const pool = new Uint8Array(offsets[parts.length]);
  parts.forEach((part, i) => pool.set(part, offsets[i]));
  return { pool, offsets };
}

/** What `DateCells` finds in the same times as text. Times that no calendar has are unreadable, as text of them would be. */
function timeReadings(column: Extract<SourceColumn, { kind: "time" }>): DateReadings {
  let { values } = column;
  let missing = 0;
  let readable = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) missing++;
    else if (isDate(values[i])) readable++;
    else {
      // Hardly any file has such times: those of large ones are not copied.
      if (values === column.values) values = values.slice();
      values[i] = NaN;
    }
  }
  const cells = new DateCells(1);
  const example = encoder.encode(timeText(column, values.find((value) => !Number.isNaN(value)) ?? 0));
  cells.add(example, 0, example.length, 0);
  return { ...cells.finish(1, () => false, false), values, readable, missing, withoutSeconds: null };
}

/** A time as ISO 8601 writes it. */
function timeText({ zone, unit }: Extract<SourceColumn, { kind: "time" }>, value: number): string {
  const text = new Date(value).toISOString();
  if (unit === "day") return text.slice(0, -14);
  const naive = text.slice(0, unit === "second" ? -5 : -1);
  return zone === "instant" ? `${naive}Z` : naive.replace("T", " ");
}

/** Cells as they stand in a file. */
export function sourceCell(column: SourceColumn, record: number): string {
  if (column.kind === "text") return column.dictionary[column.codes[record]];
  const value = column.values[record];
  if (Number.isNaN(value)) return "";
  return column.kind === "number" ? String(value === 0 ? 0 : value) : isDate(value) ? timeText(column, value) : "";
}

/** The milliseconds that a date can be. */
function isDate(value: number): boolean {
  return Math.abs(value) <= 1e8 * DAY;
}

function asText(column: SourceColumn): TextSource {
  if (column.kind === "text") return column;
  const known = new Map<number, number>();
  const dictionary: string[] = [];
  const codes = Uint32Array.from(column.values, (value, record) => {
    let code = known.get(value);
    if (code === undefined) {
      code = dictionary.push(sourceCell(column, record)) - 1;
      known.set(value, code);
    }
    return code;
  });
  return { kind: "text", name: column.name, codes, dictionary };
}

/** A column of text from its cells. */
export function textColumn(name: string, cells: ArrayLike<string>): SourceColumn {
  const known = new Map<string, number>();
  const codes = Uint32Array.from({ length: cells.length }, (_, i) => {
    const cell = cells[i];
    let code = known.get(cell);
    if (code === undefined) {
      code = known.size;
      known.set(cell, code);
    }
    return code;
  });
  return { kind: "text", name, codes, dictionary: [...known.keys()] };
}

/**
 * A column from cells of any type: numbers, dates, text, true or false, nothing. All numbers or all dates stay what they are;
 * anything else becomes text, lists and objects as JSON.
 */
export function sourceColumn(name: string, cells: ArrayLike<unknown>): SourceColumn {
  return (
    numberSource(name, cells) ??
    timeSource(name, cells) ??
    textColumn(
      name,
      Array.from({ length: cells.length }, (_, i) => cellText(cells[i])),
    )
  );
}

function numberSource(name: string, cells: ArrayLike<unknown>): SourceColumn | null {
  const values = new Float64Array(cells.length);
  let some = false;
  for (let i = 0; i < values.length; i++) {
    const cell = cells[i];
    if (typeof cell === "number") {
      if (cell === Infinity || cell === -Infinity) return null;
      values[i] = cell;
      some ||= !Number.isNaN(cell);
    } else if (cell === null || cell === undefined) values[i] = NaN;
    else if (typeof cell === "bigint" && Number.isSafeInteger(Number(cell))) {
      values[i] = Number(cell);
      some = true;
    } else return null;
  }
  return some ? { kind: "number", name, values } : null;
}

function timeSource(name: string, cells: ArrayLike<unknown>): SourceColumn | null {
  const values = new Float64Array(cells.length);
  for (let i = 0; i < values.length; i++) {
    const cell = cells[i];
    if (cell instanceof Date) values[i] = cell.getTime();
    else if (cell === null || cell === undefined) values[i] = NaN;
    else return null;
  }
  return values.some((value) => !Number.isNaN(value))
    ? { kind: "time", name, values, zone: "instant", unit: "millisecond" }
    : null;
}

/** A cell as it would stand in a file: dates as ISO 8601 instants, nothing for null, undefined and NaN. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return typeof value === "object" ? jsonText(value) : String(value);
}

function jsonText(value: object): string {
  try {
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "";
  } catch {
    // Nested deeper than the stack, or in a circle.
    return "[…]";
  }
}
