import { sourceCell, type SourceColumn, type SourceTable } from "./source-columns.js";

/**
 * Columns as a table, without the records in which nothing stands: they are none in a file either.
 *
 * @param lines line or row of each record; as in a CSV file with one line of names when left out
 */
export function sourceTable(columns: readonly SourceColumn[], records: number, lines?: Uint32Array): SourceTable {
  const place = lines ?? linesBelowNames(records);
  if (columns.some((column) => !hasGaps(column))) return { columns, records, lines: place };
  const kept: number[] = [];
  for (let record = 0; record < records; record++)
    if (columns.some((column) => !isEmpty(column, record))) kept.push(record);
  if (kept.length === records) return { columns, records, lines: place };
  return {
    columns: columns.map((column) => only(column, kept)),
    records: kept.length,
    lines: Uint32Array.from(kept, (record) => place[record]),
  };
}

function linesBelowNames(records: number): Uint32Array {
  const lines = new Uint32Array(records);
  for (let record = 0; record < records; record++) lines[record] = record + 2;
  return lines;
}

function hasGaps(column: SourceColumn): boolean {
  if (column.kind === "text") return column.dictionary.some(isBlank);
  for (const value of column.values) if (Number.isNaN(value)) return true;
  return false;
}

function isEmpty(column: SourceColumn, record: number): boolean {
  return column.kind === "text"
    ? isBlank(column.dictionary[column.codes[record]])
    : Number.isNaN(column.values[record]);
}

/** What is no cell of a record in a text either. */
function isBlank(text: string): boolean {
  return /^[\s,;|]*$/.test(text);
}

function only(column: SourceColumn, kept: readonly number[]): SourceColumn {
  if (column.kind !== "text") return { ...column, values: Float64Array.from(kept, (record) => column.values[record]) };
  return { ...column, codes: Uint32Array.from(kept, (record) => column.codes[record]) };
}

/** The same table as CSV in UTF-8: what exports repeat beside their own columns. */
export function sourceCsv({ columns, records }: SourceTable): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let lines = [columns.map(({ name }) => csvCell(name)).join(",")];
  const flush = (): void => {
    parts.push(encoder.encode(`${lines.join("\n")}\n`));
    lines = [];
  };
  for (let record = 0; record < records; record++) {
    lines.push(columns.map((column) => csvCell(sourceCell(column, record))).join(","));
    if (lines.length > 10_000) flush();
  }
  flush();
  return joined(parts);
}

/** Pieces as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A cell as it stands in CSV with commas: in quotes where it must be. */
export function csvCell(cell: string): string {
  return /[",\r\n]|^\s|\s$|^#|^\/\//.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
