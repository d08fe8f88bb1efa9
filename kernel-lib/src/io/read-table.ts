import { InputError } from "../errors.js";
import type { Column, ColumnRole, Source, Table } from "../table.js";
import { groupRecords, KEY_JOINT } from "./columns/key-column.js";
import { findLayout, type Layout } from "./text/layout.js";
import { readableText, type ReadableText } from "./text/readable-text.js";
import { NotPlainError, type RawColumn } from "./columns/read-columns.js";
import { textPieces, type FilePieces, type TextPieces } from "./text/text-pieces.js";
import type { SourceTable } from "./columns/source-columns.js";
import { sourceLayout } from "./columns/source-layout.js";
import { delimiterOption, toldOptions, type ReadOptions } from "./read-options.js";
import { columnRoles } from "./columns/column-roles.js";
import { findDatesAcross } from "./columns/dates-across.js";
import { readDraft, type TableDraft } from "./columns/table-draft.js";
import { turnedDraft } from "./columns/turned-draft.js";
import type { AcrossNote } from "./reading-notes.js";
import { tableWarnings } from "./table-warnings.js";
import { unitInName } from "./numbers/unit-in-name.js";
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
  const { sheet: _sheet, ...told } = toldOptions(options);
  const text = readableText(bytes, told.encoding);
  const { headerRow, skipRows } = told;
  const layout = findLayout(text.bytes, {
    delimiter: delimiterOption(options.delimiter),
    decimal: options.decimal,
    headerRow,
    skipRows,
  });
  return tableOf(text.bytes, text, layout, told, options);
}

/**
 * The table of a text that is read piece by piece, the same as `readTable` gives; null for one that has to be read as a whole.
 * @throws InputError as `readTable` does; those about the text itself come from reading it as a whole
 */
export function readPieces(file: FilePieces, options: ReadOptions = {}): Table | null {
  const { sheet: _sheet, ...told } = toldOptions(options);
  if (told.encoding !== undefined) return null;
  const pieces = textPieces(file, options.signal);
  if (pieces === null) return null;
  const found = headLayout(pieces, options);
  if (found === null) return null;
  try {
    return tableOf(pieces, found.text, found.layout, told, options);
  } catch (error) {
    if (error instanceof NotPlainError) return null;
    throw error;
  }
}

/** The layout as the first bytes of a text show it; null where they do not suffice, or it is no text as it stands. */
function headLayout(pieces: TextPieces, options: ReadOptions): { text: ReadableText; layout: Layout } | null {
  const { head, size } = pieces;
  try {
    const text = readableText(head);
    const { headerRow, skipRows, decimal } = options;
    const delimiter = delimiterOption(options.delimiter);
    const layout = findLayout(text.bytes, { delimiter, decimal, headerRow, skipRows });
    // What was settled in the first bytes is to be settled in all of them; and records that are cut off tell nothing.
    const whole = text.bytes === head && text.nulBytes === 0 && text.valid;
    const within = (layout.sample.at(-1)?.start ?? 0) * 2 < head.length;
    return whole && within ? { text: { ...text, size }, layout } : null;
  } catch {
    return null;
  }
}

/**
 * The table of columns whose cells have a type already: the same, warnings and all, as of a CSV file with the same cells.
 *
 * @param facts what the table came from: bytes and kind of the file, and the sheet that was asked for
 * @throws InputError as `readTable` does
 */
export function readSourceTable(
  source: SourceTable,
  options: ReadOptions = {},
  facts: { readonly bytes?: number } = {},
): Table {
  const layout = sourceLayout(source, { ...options, delimiter: delimiterOption(options.delimiter) });
  const text = {
    bytes: new Uint8Array(0),
    size: facts.bytes ?? 0,
    encoding: "utf-8",
    valid: true,
    nulBytes: 0,
    wholeLinesQuoted: false,
  };
  return tableOf(source, text, layout, {}, options);
}

function tableOf(
  source: Uint8Array | TextPieces | SourceTable,
  text: ReadableText,
  layout: Layout,
  told: NonNullable<Source["told"]>,
  options: ReadOptions,
): Table {
  const { draft, across } = asToldOfDates(source, layout, options);
  const { roles, key } = columnRoles(draft, options);
  const columns = draft.raw.columns.map((column, c) => asColumn(draft.names[c], roles[c], column));
  const dated =
    draft.axis &&
    datedRecords(
      draft.axis.time,
      draft.order!,
      key.map((c) => columns[c]),
      draft.axis.leftOut,
    );
  const undated = key.length > 0 ? groupRecords(key.map((c) => columns[c])).records : [draft.raw.lines];
  const lengths = (dated?.orders ?? undated).map(({ length }) => length);
  const { warnings, assumed } = tableWarnings(text, layout, draft, roles, key, dated, lengths, told, across);
  return {
    kind: "table",
    source: {
      file: options.file ?? "data.csv",
      bytes: text.size,
      encoding: text.encoding,
      delimiter: layout.delimiter,
      decimal: layout.decimal,
      header: layout.header !== null,
      ...(Object.keys(told).length > 0 ? { told } : {}),
    },
    records: draft.raw.records,
    columns,
    time: dated?.time ?? null,
    cadence: dated?.cadence ?? null,
    key: key.length === 0 ? null : key.map((c) => draft.names[c]).join(KEY_JOINT),
    lines: draft.raw.lines,
    warnings,
    ...(assumed.length > 0 ? { assumed } : {}),
    ...(across && options.datesAcross ? { turned: true as const } : {}),
  };
}

/** The table as it stands, or with the columns that are named by moments as rows where the user wants it so. */
function asToldOfDates(
  source: Uint8Array | TextPieces | SourceTable,
  layout: Layout,
  options: ReadOptions,
): { draft: TableDraft; across: AcrossNote | null } {
  const { datesAcross, kpis: _kpis, key: _key, date: _date, ...rest } = options;
  const draft = readDraft(source, layout, datesAcross ? rest : options);
  const across = findDatesAcross(draft.names, draft.raw.columns, draft.axis?.time ?? null);
  const note = across && {
    columns: across.columns.length,
    first: draft.names[across.columns[0]],
    last: draft.names[across.columns[across.columns.length - 1]],
    turned: datesAcross === true,
  };
  if (!datesAcross) return { draft, across: note };
  if (across) return { draft: turnedDraft(draft, across), across: note };
  throw new InputError("nothing_across", {});
}

function asColumn(name: string, role: ColumnRole, column: RawColumn): Column {
  if (column.kind === "text") return { kind: "text", name, role, codes: column.codes, dictionary: column.dictionary };
  const unit = column.kind === "number" ? (column.readings.unit ?? namedUnit(name, column.readings.durations)) : null;
  return {
    kind: "number",
    name,
    role,
    values: column.readings.values,
    decimals: column.kind === "number" ? column.readings.decimals : 0,
    ...(unit === null ? {} : { unit }),
  };
}

/** Seconds have no unit of the name: `Dauer (min)` holds what was written in minutes. */
function namedUnit(name: string, durations: number): string | null {
  return durations > 0 ? null : unitInName(name);
}
