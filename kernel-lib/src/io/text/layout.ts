import { InputError } from "../../errors.js";
import { cellKind, type CellKind } from "./cell-kind.js";
import { findDelimiter, modalWidth, sampleRows, type SampleRow } from "./delimiter.js";
import { decimalEvidence, fileDecimal } from "../numbers/decimal-mark.js";
import { isComment } from "./record-scanner.js";

/** Where the table stands in the text and how it is written. */
export interface Layout {
  readonly delimiter: string;
  readonly comments: boolean;
  readonly decimal: "." | ",";
  /** Cells of the header; null when the first record is data. */
  readonly header: readonly string[] | null;
  /** Cells that most records have. */
  readonly width: number;
  /** Byte and line where the data begin. */
  readonly position: number;
  readonly line: number;
  /** Lines of text before the header (or the data). */
  readonly preamble: number;
  readonly commentsBefore: number;
  /** First records of the data. */
  readonly sample: readonly SampleRow[];
}

/** What the user fixed. */
export interface LayoutOptions {
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
}

/**
 * Finds the table in a text: delimiter, decimal mark, remarks, lines before the header, and whether there is a header.
 * @throws InputError `empty_file`, `no_data_rows`, `not_csv`
 */
export function findLayout(text: Uint8Array, options: LayoutOptions = {}): Layout {
  const directive = separatorDirective(text);
  const start = directive?.position ?? 0;
  const startLine = directive ? 2 : 1;
  refuseMarkup(text.subarray(start, start + 4096));
  const fixed = options.delimiter ?? directive?.delimiter;
  let comments = true;
  let delimiter = fixed ?? findDelimiter(text, comments, start);
  let rows = sampleRows(text, delimiter, comments, start, startLine);
  if (rows.length <= 1) {
    const all = sampleRows(text, fixed ?? findDelimiter(text, false, start), false, start, startLine);
    if (all.length > rows.length + 1) {
      comments = false;
      delimiter = fixed ?? findDelimiter(text, false, start);
      rows = all;
    }
  }
  if (rows.length === 0)
    throw new InputError(
      "empty_file",
      "The file holds no text, only blank lines.",
      "Choose a CSV file with a header line and rows of data.",
    );
  const width = modalWidth(rows);
  const kinds = rows.map(({ cells }) => cells.map(cellKind));
  const types = columnTypes(kinds, width);
  refuseProse(rows, types, width);
  const { header, body } = headerAndBody(rows, kinds, types, width);
  const remark = header < 0 && body === 0 && comments ? remarkHeader(text, rows[0], delimiter, width) : null;
  if (body >= rows.length)
    throw new InputError(
      "no_data_rows",
      `The file has a header (${rows[header].cells.slice(0, 8).join(", ")}) but no rows of data.`,
      "Choose a file with at least a few rows below the header.",
    );
  const sample = rows.slice(body);
  const decimal =
    options.decimal ??
    fileDecimal(decimalEvidence(sample.flatMap(({ cells }) => cells.filter((_, c) => types[c] !== "date"))), delimiter);
  return {
    delimiter,
    comments,
    decimal,
    width,
    header: remark ?? (header < 0 ? null : headerCells(rows[header].cells, width, sample)),
    position: sample[0].start,
    line: sample[0].line,
    preamble: header < 0 ? body : header,
    commentsBefore: commentsBefore(text, start, sample[0].start, comments) - (remark ? 1 : 0),
    sample,
  };
}

/** `sep=;`, by which spreadsheets are told the delimiter. */
function separatorDirective(text: Uint8Array): { delimiter: string; position: number } | null {
  const head = new TextDecoder().decode(text.subarray(0, 16));
  const match = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(head);
  return match ? { delimiter: match[1], position: new TextEncoder().encode(match[0]).length } : null;
}

function refuseMarkup(head: Uint8Array): void {
  const text = new TextDecoder().decode(head).trimStart();
  const kind = /^<(!doctype|html|\?xml|table|svg|head|body)\b/i.test(text)
    ? "a web page or XML"
    : /^(\{\s*"|\{\s*\}|\[\s*[[{\]])/.test(text)
      ? "JSON"
      : /^%PDF|^\{\\rtf/.test(text)
        ? "a document"
        : null;
  if (kind)
    throw new InputError(
      "not_csv",
      `The file is ${kind}, not a table in CSV form.`,
      "Export the data as CSV: one line of column names, then one line for each moment.",
    );
}

/** Sentences: many words a line, and no columns or ever different ones. */
function refuseProse(rows: readonly SampleRow[], types: readonly CellKind[], width: number): void {
  if (types.some((type) => type !== "text")) return;
  const regular = rows.filter(({ cells }) => cells.length === width).length / rows.length;
  const wordy = rows.filter(({ cells }) => cells.join(" ").split(/\s+/).length > 5).length > rows.length / 2;
  if ((wordy && (width === 1 || regular < 0.9)) || (regular < 0.5 && rows.length > 3)) {
    throw new InputError(
      "not_csv",
      "The file is text without columns: no delimiter and no numbers that repeat line by line.",
      "Choose a file with one line of column names and one line for each moment, or name its delimiter.",
    );
  }
}

/** What most cells of each column are, judged by the later half so that a header or preamble has no say. */
function columnTypes(kinds: readonly (readonly CellKind[])[], width: number): CellKind[] {
  const late = kinds.length >= 4 ? kinds.slice(Math.ceil(kinds.length / 2)) : kinds.slice(kinds.length > 1 ? 1 : 0);
  return Array.from({ length: width }, (_, c) => {
    const present = late.map((row) => row[c]).filter((kind) => kind !== undefined && kind !== "missing");
    const count = (kind: CellKind): number => present.filter((each) => each === kind).length;
    const [numbers, dates] = [count("number"), count("date")];
    if ((numbers + dates) * 2 <= present.length || present.length === 0) return "text";
    return numbers >= dates ? "number" : "date";
  });
}

/** Index of the header row (-1 for none) and of the first data row. */
function headerAndBody(
  rows: readonly SampleRow[],
  kinds: readonly (readonly CellKind[])[],
  types: readonly CellKind[],
  width: number,
): { header: number; body: number } {
  if (types.every((type) => type === "text")) return { header: 0, body: 1 };
  const first = kinds.findIndex((row) => isData(row, types));
  const before = first < 0 ? rows.length : first;
  if (before === 0) return { header: -1, body: 0 };
  const filled = rows.slice(0, before).map(({ cells }) => cells.filter((cell) => !/^[\s,;|]*$/.test(cell)).length);
  const most = Math.max(...filled);
  let header = filled.lastIndexOf(most);
  if (
    header > 0 &&
    filled[header - 1] === most &&
    rows[header].cells.every((cell) => cell === "" || /^[[(].*[\])]$/.test(cell.trim()))
  )
    header--;
  const namesEnough = most * 2 >= width || (width === 2 && rows[header].cells.length === 2);
  return namesEnough ? { header, body: header + 1 } : { header: -1, body: before };
}

/** Numbers and dates stand where the column has them, and no word stands where the column has dates. */
function isData(kinds: readonly CellKind[], types: readonly CellKind[]): boolean {
  let fits = 0;
  let misfits = 0;
  let wordForDate = false;
  types.forEach((type, c) => {
    const kind = kinds[c];
    if (type === "text" || kind === undefined || kind === "missing") return;
    if (kind === type) fits++;
    else misfits++;
    if (type === "date" && kind === "text") wordForDate = true;
  });
  return fits > 0 && fits >= misfits && !(wordForDate && types.filter((type) => type === "date").length === 1);
}

/** R leaves out the name of its row names (1, 2, 3, … or words): every name belongs one column further right. */
function headerCells(cells: readonly string[], width: number, sample: readonly SampleRow[]): readonly string[] {
  const full = sample.filter((row) => row.cells.length === width);
  const lastIsUsed = full.some((row) => row.cells[width - 1].trim() !== "");
  const named = full.every(
    (row, i) => Number(row.cells[0]) === Number(full[0].cells[0]) + i || cellKind(row.cells[0]) === "text",
  );
  const rowNames = named && cells.length === width - 1 && full.length * 10 >= sample.length * 9 && lastIsUsed;
  return rowNames ? ["", ...cells] : cells;
}

/** `# date,value` right above the data is their header. */
function remarkHeader(text: Uint8Array, first: SampleRow, delimiter: string, width: number): string[] | null {
  const head = new TextDecoder().decode(text.subarray(0, first.start)).trimEnd();
  const last = head.slice(Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r")) + 1);
  const names = last.replace(/^(#+|\/\/)\s*/, "").split(delimiter);
  return /^(#|\/\/)/.test(last) &&
    names.length === width &&
    width > 1 &&
    names.every((name) => cellKind(name) === "text")
    ? names
    : null;
}

function commentsBefore(text: Uint8Array, from: number, to: number, comments: boolean): number {
  let count = 0;
  for (let p = from; comments && p < to; p++) {
    if (isComment(text, p)) count++;
    while (p < to && text[p] !== 10 && text[p] !== 13) p++;
  }
  return count;
}
