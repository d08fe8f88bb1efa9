import type { Column, ColumnRole, Table } from "../table.js";
import { decodeText } from "./text/encoding.js";
import { KEY_JOINT } from "./columns/key-column.js";
import { findLayout } from "./text/layout.js";
import type { RawColumn } from "./columns/read-columns.js";
import { delimiterOption, type ReadOptions } from "./read-options.js";
import { columnRoles } from "./columns/column-roles.js";
import { readDraft } from "./columns/table-draft.js";
import { tableWarnings } from "./table-warnings.js";
import { datedRecords } from "./time/dated-records.js";

export type { ReadOptions } from "./read-options.js";

/**
 * Reads a KPI file of any dialect into a table and says what it assumed: encoding, delimiter, decimal mark, header, dates,
 * what each column is for. Every assumption can be fixed in `options`. Pure and independent of time zone and locale.
 *
 * Columns of dates are numbers in the table: milliseconds since 1970-01-01 (the cells themselves come from `readRecords`).
 * Cost: one pass over the bytes, eight bytes of memory a number.
 *
 * @throws InputError `empty_file, no_data_rows, too_few_rows, no_numeric_column, not_text, not_csv, column_not_found,
 * file_too_large, bad_option`; what `options.signal` was aborted with
 */
export function readTable(bytes: Uint8Array | string, options: ReadOptions = {}): Table {
  const text = decodeText(bytes);
  const layout = findLayout(text.bytes, { delimiter: delimiterOption(options.delimiter), decimal: options.decimal });
  const draft = readDraft(text.bytes, layout, options);
  const { roles, key } = columnRoles(draft, options);
  const columns = draft.raw.columns.map((column, c) => asColumn(draft.names[c], roles[c], column));
  const dated =
    draft.axis &&
    datedRecords(
      draft.axis.time,
      draft.order!,
      key.map((c) => columns[c]),
    );
  return {
    kind: "table",
    source: {
      file: options.file ?? "data.csv",
      bytes: text.size,
      encoding: text.encoding,
      delimiter: layout.delimiter,
      decimal: layout.decimal,
      header: layout.header !== null,
    },
    records: draft.raw.records,
    columns,
    time: dated?.time ?? null,
    cadence: dated?.cadence ?? null,
    key: key.length === 0 ? null : key.map((c) => draft.names[c]).join(KEY_JOINT),
    lines: draft.raw.lines,
    warnings: tableWarnings(text, layout, draft, roles, key, dated),
  };
}

function asColumn(name: string, role: ColumnRole, column: RawColumn): Column {
  if (column.kind === "text") return { kind: "text", name, role, codes: column.codes, dictionary: column.dictionary };
  return {
    kind: "number",
    name,
    role,
    values: column.readings.values,
    decimals: column.kind === "number" ? column.readings.decimals : 0,
  };
}
