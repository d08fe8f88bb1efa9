import { InputError } from "./errors.js";
import { memoize } from "./numeric/memoize.js";
import type { Warning } from "./warning.js";

export type { Warning, WarningCode, WarningFacts } from "./warning.js";

/** What a column is for. Only `kpi` columns are searched for anomalies unless others are named. */
export type ColumnRole = "date" | "kpi" | "key" | "id" | "code" | "flag" | "text" | "empty";

/** A column of numbers, one a record in file order; NaN where the cell is missing. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly role: ColumnRole;
  readonly values: Float64Array;
  /** Most digits seen after the decimal mark, for showing numbers as the file does. */
  readonly decimals: number;
  /** Unit that its cells carry, as written: `kWh`, `€`, `%`; left out for bare numbers. Of several sizes (`MiB`, `GiB`) the one that values are counted in. */
  readonly unit?: string;
}

/** A column of text: `dictionary[codes[i]]` is the cell of record i (empty text for a missing cell). */
export interface TextColumn {
  readonly kind: "text";
  readonly name: string;
  readonly role: ColumnRole;
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
}

export type Column = NumberColumn | TextColumn;

/** When each record happened. */
export interface TimeColumn {
  /** The column or columns the time was read from. */
  readonly columns: readonly string[];
  /** How it was read, for example `YYYY-MM-DD`, `epoch_s`, `ISO 8601 with offset`. */
  readonly format: string;
  /**
   * `instant`: the file gives an offset or an epoch, times are UTC.
   * `naive`: wall-clock times, held as if they were UTC, so no machine's time zone ever matters.
   */
  readonly zone: "instant" | "naive";
  /** Milliseconds since 1970-01-01, one a record in file order; NaN where unreadable. */
  readonly values: Float64Array;
}

/** The usual step from one record to the next. */
export interface Cadence {
  /** Median step in seconds; null when there is none to speak of. */
  readonly seconds: number | null;
  /** `yearly`, `quarterly`, `monthly`, `weekly`, `daily`, `business-daily`, `hourly`, `30min` …, `irregular`. */
  readonly label: string;
  /** Share of steps that are exactly one cadence long, 0 to 1. */
  readonly regularity: number;
}

/** How the bytes were read. */
export interface Source {
  /** File name as given, or a name for data that came from memory. */
  readonly file: string;
  readonly bytes: number;
  /** Name of the encoding as `TextDecoder` has it: `utf-8`, `utf-16le`, `windows-1252`, `shift_jis` …, or `ibm850`, `ibm437`, `ibm852` of DOS. */
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: "." | ",";
  /** Whether the first line names the columns. */
  readonly header: boolean;
  /** What the user fixed about where the table stands, so that it is found there again; left out when nothing was. */
  readonly told?: {
    readonly encoding?: string;
    readonly headerRow?: number;
    readonly skipRows?: number;
    readonly sheet?: string;
  };
  /** What the file is where it is no delimited text, outermost first: `["gzip"]`, `["parquet"]`; left out for delimited text. */
  readonly formats?: readonly string[];
  /** The sheet, table or member that was read, where a file may hold several. */
  readonly sheet?: string;
}

/** A KPI file in memory: plain columns over typed arrays, records in file order. */
export interface Table {
  /** What it is, so that words and tables are found for it wherever it went. */
  readonly kind: "table";
  readonly source: Source;
  /** Number of records (lines of data, without the header). */
  readonly records: number;
  readonly columns: readonly Column[];
  /** Null when there is no date column: the record number stands in for time. */
  readonly time: TimeColumn | null;
  readonly cadence: Cadence | null;
  /** Column whose values split a long-format file into series; null when every record is one moment. */
  readonly key: string | null;
  /** Line of the file, from 1, on which each record starts. */
  readonly lines: Uint32Array;
  readonly warnings: readonly Warning[];
  /** How cells were read where that is no reason for care, such as durations in seconds or units cut off. */
  readonly assumed?: readonly Warning[];
  /** Columns of the file named by moments have become rows, so that records are no lines of it; left out elsewhere. */
  readonly turned?: true;
  /** For each KPI of a table whose records were put together, the column it was made of; left out for a table as read. */
  readonly aggregated?: Readonly<Record<string, string>>;
  /** How the series of a segmented table add up; left out for a table as read. */
  readonly segments?: Segmentation;
}

/** How the parts of a segmented table relate to their total. */
export interface Segmentation {
  /** Columns whose values (or combinations of values) are the segments. */
  readonly keys: readonly string[];
  /** Value of the table's key column that stands for the whole. */
  readonly total: string;
  /** Value that stands for what was pooled; null when nothing was. */
  readonly others: string | null;
  /** For each value of the table's key column that is a segment of the file, its values in the order of `keys`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** For each KPI whether the total is the sum of its parts or their mean (weighted by records). */
  readonly how: Readonly<Record<string, "sum" | "mean">>;
}

/** One KPI through time: what detectors look at. Points are in time order. */
export interface Series {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly key: string;
  /** Record index (from 0, into the table) of each point. */
  readonly records: Uint32Array;
  /** Milliseconds since 1970-01-01 of each point, never NaN; the record index when the file has no dates. */
  readonly time: Float64Array;
  /** False when `time` is only the record index. */
  readonly dated: boolean;
  /** NaN where missing. */
  readonly values: Float64Array;
  readonly cadence: Cadence | null;
}

/** The first column of each name: a table of a hundred thousand is asked for each of them. */
const firstNamed = memoize((columns: readonly Column[]) => {
  const first = new Map<string, Column>();
  for (const column of columns) if (!first.has(column.name)) first.set(column.name, column);
  return first;
});

/**
 * The column of that name.
 * @throws InputError `column_not_found` with the names there are.
 *
 * @example
 * const sales = columnNamed(table, "sales");
 * if (sales.kind === "number") console.log(sales.values[0], sales.decimals);
 */
export function columnNamed(table: Table, name: string): Column {
  const column = firstNamed(table.columns).get(name);
  if (column) return column;
  throw new InputError("no_column", { column: name, columns: table.columns.map((each) => each.name) });
}

/** The unit of a column as an entry to spread; empty where none is known. */
export function unitOf(table: Table, name: string): { readonly unit?: string } {
  const column = columnNamed(table, name);
  return column.kind === "number" && column.unit !== undefined ? { unit: column.unit } : {};
}

/**
 * Names of the columns that hold KPIs, in file order.
 *
 * @example
 * const [first] = kpiNames(table);
 */
export function kpiNames(table: Table): string[] {
  return table.columns.filter((column) => column.role === "kpi").map((column) => column.name);
}

/**
 * The cell of a column at a record as text; numbers as JavaScript writes them, missing as "".
 *
 * @example
 * const first = cellText(columnNamed(table, "shop"), 0);
 */
export function cellText(column: Column, record: number): string {
  if (column.kind === "text") return column.dictionary[column.codes[record]] ?? "";
  const value = column.values[record];
  return Number.isNaN(value) ? "" : String(value);
}
