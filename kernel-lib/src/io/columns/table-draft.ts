import { InputError } from "../../errors.js";
import type { Warning } from "../../table.js";
import { columnNames } from "../text/column-names.js";
import { isNumericFormat } from "../time/date-candidates.js";
import { compileDateFormat, type DateFormat } from "../dates/date-format.js";
import type { Layout } from "../text/layout.js";
import { saysWeek } from "../dates/period-columns.js";
import { isMissing } from "../numbers/number-text.js";
import { namedParts, type ShortDurations } from "../numbers/short-durations.js";
import {
  NotPlainError,
  readColumns,
  type ColumnPlan,
  type RawColumn,
  type RawTable,
  type ReadingRules,
} from "./read-columns.js";
import type { TextPieces } from "../text/text-pieces.js";
import { nextTables } from "../text/table-blocks.js";
import { tablesBehind } from "../text/tables-behind.js";
import { columnIndex, joinedColumns, type ReadOptions } from "../read-options.js";
import { readSourceColumns, type SourceTable } from "./source-columns.js";
import { durationsCounted } from "./duration-columns.js";
import { filledDown } from "./filled-down.js";
import { findTimeAxis, type TimeAxis } from "../time/time-axis.js";
import { orderByTime, type TimeOrder } from "../time/time-order.js";

/** A file as columns, with its time found, before roles are given. */
export interface TableDraft {
  readonly names: readonly string[];
  readonly raw: RawTable;
  readonly axis: TimeAxis | null;
  /** All records in the order of that time. */
  readonly order: TimeOrder | null;
  readonly isMissing: (text: string) => boolean;
  readonly nameWarnings: readonly Warning[];
  /** Other tables in the file: how many, and the line of the first; null when there is none. */
  readonly otherTables: Layout["otherTables"];
  /** Columns in which blank cells took over what stands above them. */
  readonly filled: readonly { readonly column: string; readonly cells: number }[];
  /** Columns that tell series apart where no date does; left out where that is to be found. */
  readonly key?: readonly number[];
  /** Columns whose durations were counted in seconds, by name, and how those of two parts were read. */
  readonly durations: ReadonlyMap<string, ShortDurations | null>;
}

/** Reads all columns and finds the time. @throws InputError `no_data_rows`, `too_few_rows`, `column_not_found`, `bad_option` */
export function readDraft(
  source: Uint8Array | TextPieces | SourceTable,
  layout: Layout,
  options: ReadOptions,
): TableDraft {
  const width = Math.max(layout.width, layout.header?.length ?? 0);
  const { names, unnamed, warnings } = columnNames(layout.header, width);
  const codes = new Set(options.missing ?? []);
  const missing = (cell: string): boolean => isMissing(cell) || codes.has(cell.trim());
  const kpis = new Set((options.kpis ?? []).map((name) => columnIndex(names, name)));
  if (options.key !== undefined) joinedColumns(names, options.key);
  const reader = formatReader(options.dateFormat);
  const chosen =
    options.date !== undefined
      ? joinedColumns(names, options.date)
      : reader
        ? columnOfFormat(layout, reader, width)
        : null;
  const rules = rulesOf(layout, options, names, unnamed, missing);
  const fixed = fixedKinds(kpis, chosen, reader);
  const { raw: read, otherTables } =
    source instanceof Uint8Array || ("lines" in source && "head" in source)
      ? readUpToNextTable(source, layout, width, fixed, rules)
      : { raw: readSourceColumns(source, layout, fixed, rules), otherTables: null };
  refuseFewRecords(read.records);
  const down = filledDown(names, read.columns, read.records, missing);
  const raw = { ...read, columns: down.columns };
  const axis = findTimeAxis(names, raw.columns, raw.records, {
    columns: chosen,
    format: options.dateFormat,
    reader,
    taken: kpis,
  });
  const { columns: counted, durations } = durationsCounted(names, raw.columns, axis, rules.durationParts);
  const kept = names.map((_, c) => !unnamed[c] || !holdsNothing(raw, c, missing) || kpis.has(c));
  const place = new Map(
    names
      .map((_, c) => c)
      .filter((c) => kept[c])
      .map((c, i) => [c, i]),
  );
  const nameless = kept.map((keep, c) => keep && unnamed[c]);
  return {
    names: names.filter((_, c) => kept[c]),
    raw: {
      ...raw,
      columns: counted.filter((_, c) => kept[c]),
      openMarks: raw.openMarks.filter((_, c) => kept[c]),
    },
    otherTables,
    filled: down.filled.map(({ column, cells }) => ({ column: names[column], cells })),
    durations: new Map(durations.map((c) => [names[c], shortDurations(counted[c])])),
    order: axis && orderByTime(axis.time.values, null),
    axis: axis && { ...axis, columns: axis.columns.map((c) => place.get(c)!) },
    isMissing: missing,
    nameWarnings: [...warnings, ...emptyHeaders(layout, names, nameless)],
  };
}

function rulesOf(
  layout: Layout,
  options: ReadOptions,
  names: readonly string[],
  unnamed: readonly boolean[],
  missing: (cell: string) => boolean,
): ReadingRules {
  return {
    isMissing: missing,
    missingCodes: [...(options.missing ?? [])].map(Number).filter((code) => !Number.isNaN(code)),
    decimal: options.decimal,
    prefersDayFirst: layout.delimiter === ";" || layout.decimal === ",",
    saysWeek: (c) => saysWeek(names[c] ?? ""),
    durationParts: (c) => options.durations ?? namedParts(names[c] ?? ""),
    optional: (c) => layout.header !== null && unnamed.slice(c).every(Boolean),
    signal: options.signal,
  };
}

function refuseFewRecords(records: number): void {
  if (records === 0) throw new InputError("no_rows", {});
  if (records === 1) throw new InputError("one_row", {});
}

/** Reads the table up to where another one begins: among the first rows the layout has seen it, further down the gaps show it. */
function readUpToNextTable(
  text: Uint8Array | TextPieces,
  layout: Layout,
  width: number,
  fixed: ReadonlyMap<number, ColumnPlan["kind"]>,
  rules: ReadingRules,
): { raw: RawTable; otherTables: Layout["otherTables"] } {
  if (!(text instanceof Uint8Array)) return readOneTable(text, layout, width, fixed, rules);
  const whole = layout.end === null ? text : text.subarray(0, layout.end);
  const raw = readColumns(whole, layout, width, fixed, rules);
  const places = mayHoldWords(layout, raw) ? tablesBehind(whole, layout) : nextTables(whole, layout, raw.afterGaps);
  const known = layout.otherTables;
  if (places.length === 0) return { raw, otherTables: known };
  const [{ start, line }] = places;
  return {
    raw: readColumns(text.subarray(0, start), layout, width, fixed, rules),
    otherTables: { tables: places.length + (known?.tables ?? 0), line: Math.min(line, known?.line ?? line) },
  };
}

/** The table of a text that is read piece by piece: whether another one follows, where some may, only the whole text tells. */
function readOneTable(
  text: TextPieces,
  layout: Layout,
  width: number,
  fixed: ReadonlyMap<number, ColumnPlan["kind"]>,
  rules: ReadingRules,
): { raw: RawTable; otherTables: Layout["otherTables"] } {
  if (layout.end !== null) throw new NotPlainError();
  const raw = readColumns(text, layout, width, fixed, rules);
  if (mayHoldWords(layout, raw)) throw new NotPlainError();
  return { raw, otherTables: layout.otherTables };
}

/** Whether some record may have no number and no date at all: every column of them lacks one somewhere. */
function mayHoldWords({ types }: Layout, { columns, records }: RawTable): boolean {
  const typed = types.flatMap((type, c) => (type === "text" ? [] : [columns[c]]));
  return typed.every((column) => {
    if (column === undefined || column.kind === "text") return true;
    return (column.kind === "number" ? column.readings.numbers : column.readings.readable) < records;
  });
}

/** A reader for the user's format; null for formats of numbers (`epoch_s`, `excel_serial`) and for names that mean "find out". */
function formatReader(format: string | undefined): DateFormat | null {
  if (!format || isNumericFormat(format)) return null;
  return compileDateFormat(format);
}

function fixedKinds(
  kpis: ReadonlySet<number>,
  dates: readonly number[] | null,
  reader: DateFormat | null,
): Map<number, ColumnPlan["kind"]> {
  const fixed = new Map<number, ColumnPlan["kind"]>();
  for (const c of kpis) fixed.set(c, "number");
  if (reader) for (const c of dates ?? []) fixed.set(c, "text");
  return fixed;
}

/** The column whose first cells are written in the user's format. */
function columnOfFormat(layout: Layout, reader: DateFormat, width: number): number[] {
  for (let c = 0; c < width; c++) {
    const cells = layout.sample.map((row) => row.cells[c] ?? "").filter((cell) => !isMissing(cell));
    const readable = cells.filter((cell) => !Number.isNaN(reader.read(cell))).length;
    if (cells.length > 0 && readable * 2 > cells.length) return [c];
  }
  throw new InputError("date_format_of_no_column", { format: reader.format });
}

function holdsNothing(raw: RawTable, c: number, missing: (text: string) => boolean): boolean {
  const column = raw.columns[c];
  if (column.kind === "number") return column.readings.missing === raw.records;
  return column.kind === "text" ? column.dictionary.every(missing) : column.readings.missing === raw.records;
}

function emptyHeaders(layout: Layout, names: readonly string[], nameless: readonly boolean[]): Warning[] {
  const found = names.filter((_, c) => nameless[c]);
  if (layout.header === null || found.length === 0) return [];
  return [
    {
      code: "empty_header",
      facts: { columns: found.length, names: found.slice(0, 5) },
      count: found.length,
    },
  ];
}

function shortDurations(column: RawColumn): ShortDurations | null {
  return column.kind === "number" ? column.readings.shortDurations : null;
}
