import type { ColumnRole, Table, Warning } from "../table.js";

/** What `kpi-anomaly inspect --json` prints: how the file was understood. */
export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: string;
  readonly header: boolean;
  /** What the file is where it is no delimited text, outermost first; left out for delimited text. */
  readonly formats?: readonly string[];
  /** Sheet, table or list that was read, where a file may hold several. */
  readonly sheet?: string;
  /** Records after the header. */
  readonly records: number;
  /** Records with a usable date; all of them when the file has no dates. */
  readonly rows: number;
  readonly date: { readonly columns: readonly string[]; readonly format: string } | null;
  readonly cadence: { readonly seconds: number | null; readonly label: string } | null;
  readonly key: string | null;
  readonly kpis: readonly string[];
  /** All columns that are neither date nor KPI. */
  readonly other: readonly { readonly name: string; readonly role: ColumnRole }[];
  readonly warnings: readonly Warning[];
  /** How cells were read where that is no reason for care; left out when there is nothing to say. */
  readonly assumed?: readonly Warning[];
}

/**
 * Describes a table in words and numbers, for people and scripts.
 *
 * @example
 * const { date, kpis, cadence } = inspect(table);
 */
export function inspect(table: Table): Inspection {
  const { source, time, cadence } = table;
  const dates = new Set(time?.columns ?? []);
  return {
    file: source.file,
    bytes: source.bytes,
    encoding: source.encoding,
    delimiter: source.delimiter,
    decimal: source.decimal,
    header: source.header,
    ...(source.formats ? { formats: source.formats } : {}),
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    records: table.records,
    rows: time ? time.values.filter((value) => !Number.isNaN(value)).length : table.records,
    date: time && { columns: time.columns, format: time.format },
    cadence: cadence && { seconds: cadence.seconds, label: cadence.label },
    key: table.key,
    kpis: table.columns.filter(({ role }) => role === "kpi").map(({ name }) => name),
    other: table.columns
      .filter(({ name, role }) => role !== "kpi" && !dates.has(name))
      .map(({ name, role }) => ({ name, role })),
    warnings: table.warnings,
    ...(table.assumed && table.assumed.length > 0 ? { assumed: table.assumed } : {}),
  };
}
