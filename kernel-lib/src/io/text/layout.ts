import { InputError } from "../../errors.js";
import { cellKind, type CellKind } from "./cell-kind.js";
import { findDelimiter, modalWidth, sampleRows, type SampleRow } from "./delimiter.js";
import { decimalEvidence, fileDecimal } from "../numbers/decimal-mark.js";
import { isDottedMonths } from "../dates/dotted-month.js";
import { bodyBelow, findHeader, type Header } from "./header.js";
import { isComment } from "./record-scanner.js";
import { MOST_OF_PREAMBLE, tableBlocks, type TableBlock } from "./table-blocks.js";

/** Where the table stands in the text and how it is written. */
export interface Layout {
  readonly delimiter: string;
  readonly comments: boolean;
  readonly decimal: "." | ",";
  /** Whether other columns, or the custom of such files, leave no doubt about the decimal mark. */
  readonly decimalIsCustom: boolean;
  /** Cells of the header; null when the first record is data. */
  readonly header: readonly string[] | null;
  /** Cells that most records have. */
  readonly width: number;
  /** Byte and line where the data begin. */
  readonly position: number;
  readonly line: number;
  /** What most cells of each column are. */
  readonly types: readonly CellKind[];
  /** Rows that the names are put together from. */
  readonly headerLevels: number;
  /** Lines of text before the header (or the data), and under its names. */
  readonly preamble: number;
  /** Byte at which another table begins, as far as the first rows show it; null when there is none. */
  readonly end: number | null;
  /** Other tables among the first rows: how many, and the line of the first. */
  readonly otherTables: { readonly tables: number; readonly line: number } | null;
  readonly commentsBefore: number;
  /** First records of the data. */
  readonly sample: readonly SampleRow[];
}

/** What the user fixed. */
export interface LayoutOptions {
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  /** Line of the names of the columns, from 1; 0 for none. */
  readonly headerRow?: number;
  /** Lines to skip at the top. */
  readonly skipRows?: number;
}

/**
 * Finds the table in a text: delimiter, decimal mark, remarks, lines before the header, and whether there is a header.
 * @throws InputError `empty_file`, `no_data_rows`, `not_csv`
 */
export function findLayout(text: Uint8Array, options: LayoutOptions = {}): Layout {
  const sampled = sampledRows(text, options);
  const { delimiter, comments, start } = sampled;
  const blocks = tableBlocks(sampled.rows);
  const block = options.headerRow === undefined ? bestBlock(blocks) : blocks[0];
  const { rows, from: above } = block;
  const width = modalWidth(rows);
  const kinds = rows.map(({ cells }) => cells.map(cellKind));
  const types = columnTypes(kinds, width);
  refuseProse(rows, types, width);
  const found =
    headerAsTold(text, rows, types, delimiter, options.headerRow) ??
    findHeader({ rows, kinds, types, used: usedColumns(kinds, width) });
  const { row: header, body } = found;
  const remark =
    header < 0 && body === 0 && found.names === null && comments && above === 0
      ? remarkHeader(text, rows[0], delimiter, width)
      : null;
  if (body >= rows.length) throw new InputError("header_only", { names: (found.names ?? rows[0].cells).slice(0, 8) });
  const sample = rows.slice(body);
  return {
    delimiter,
    comments,
    ...decimalMark(sample, types, delimiter, options.decimal),
    width,
    types,
    headerLevels: found.levels,
    header: remark ?? (found.names === null ? null : headerCells(found.names, width, sample)),
    position: sample[0].start,
    line: sample[0].line,
    preamble: above + body - (header < 0 ? 0 : found.levels),
    end: blocks[blocks.indexOf(block) + 1]?.rows[0].start ?? null,
    otherTables: otherTables(blocks, block),
    commentsBefore: commentsBefore(text, start, sample[0].start, comments) - (remark ? 1 : 0),
    sample,
  };
}

/** The first rows of a text under the delimiter that suits it, remarks left out unless all lines look like one. */
function sampledRows(
  text: Uint8Array,
  options: LayoutOptions,
): { rows: SampleRow[]; delimiter: string; comments: boolean; start: number } {
  const directive = separatorDirective(text);
  const skipped = Math.max(options.skipRows ?? 0, (options.headerRow ?? 1) - 1, directive ? 1 : 0);
  const start = lineStart(text, skipped);
  refuseMarkup(text.subarray(start, start + 4096));
  const fixed = options.delimiter ?? directive?.delimiter;
  const sample = (comments: boolean): { rows: SampleRow[]; delimiter: string; comments: boolean; start: number } => {
    const delimiter = fixed ?? findDelimiter(text, comments, start);
    return { rows: sampleRows(text, delimiter, comments, start, skipped + 1), delimiter, comments, start };
  };
  let found = sample(true);
  if (found.rows.length <= 1) {
    const all = sample(false);
    if (all.rows.length > found.rows.length + 1) found = all;
  }
  if (found.rows.length === 0) throw new InputError("blank_lines", {});
  return found;
}

/** The first row where the user says that it names the columns, none where none does; null when nothing is said. */
function headerAsTold(
  text: Uint8Array,
  rows: readonly SampleRow[],
  types: readonly CellKind[],
  delimiter: string,
  headerRow: number | undefined,
): Header | null {
  if (headerRow === undefined) return null;
  if (headerRow === 0) return { names: null, row: -1, body: 0, levels: 0 };
  // A remark that was told to name the columns.
  const remark = rows[0].line > headerRow ? remarkCells(text, headerRow, delimiter) : null;
  if (remark) return { names: remark, row: -1, body: bodyBelow(rows, types, -1), levels: 0 };
  return { names: rows[0].cells, row: 0, body: bodyBelow(rows, types, 0), levels: 1 };
}

function remarkCells(text: Uint8Array, headerRow: number, delimiter: string): string[] | null {
  const start = lineStart(text, headerRow - 1);
  const [line] = new TextDecoder().decode(text.subarray(start, start + 65_536)).split(/\r\n|\n|\r/);
  return isComment(text, start) ? line.replace(/^\s*(#+|\/\/)\s*/, "").split(delimiter) : null;
}

/** Decimal mark of the file, and whether its numbers or its customs leave no doubt. */
export function decimalMark(
  sample: readonly SampleRow[],
  types: readonly CellKind[],
  delimiter: string,
  told: "." | "," | undefined,
): Pick<Layout, "decimal" | "decimalIsCustom"> {
  const months = types.map((_, c) => isDottedMonths(sample.map(({ cells }) => cells[c] ?? "")));
  const numbers = sample.flatMap(({ cells }) => cells.filter((_, c) => types[c] !== "date" && !months[c]));
  const evidence = decimalEvidence(numbers);
  const dottedDates = types.some(
    (type, c) => type === "date" && sample.some(({ cells }) => DOTTED.test(cells[c] ?? "")),
  );
  const decimal = told ?? fileDecimal(evidence, delimiter, dottedDates);
  const custom = delimiter === "," ? decimal === "." : dottedDates && evidence.maybeComma === 0;
  return { decimal, decimalIsCustom: evidence.point !== evidence.comma || custom };
}

/** Byte at which the line behind so many others begins. */
function lineStart(text: Uint8Array, lines: number): number {
  let p = 0;
  for (let line = 0; line < lines && p < text.length; line++) {
    while (p < text.length && text[p] !== 10 && text[p] !== 13) p++;
    p += text[p] === 13 && text[p + 1] === 10 ? 2 : 1;
  }
  return Math.min(p, text.length);
}

/** 31.12.2024 */
const DOTTED = /^\s*\d{1,2}\.\d{1,2}\.\d{2,4}/;

/** `sep=;`, by which spreadsheets are told the delimiter. */
function separatorDirective(text: Uint8Array): { delimiter: string } | null {
  const head = new TextDecoder().decode(text.subarray(0, 16));
  const match = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(head);
  return match ? { delimiter: match[1] } : null;
}

function refuseMarkup(head: Uint8Array): void {
  const text = new TextDecoder().decode(head).trimStart();
  const kind = /^<(!doctype|html|\?xml|table|svg|head|body)\b/i.test(text)
    ? "markup"
    : /^(\{\s*"|\{\s*\}|\[\s*[[{\]])/.test(text)
      ? "json"
      : /^%PDF|^\{\\rtf/.test(text)
        ? "document"
        : null;
  if (kind) throw new InputError("markup", { is: kind });
}

/** Sentences: many words a line, and no columns or ever different ones. */
function refuseProse(rows: readonly SampleRow[], types: readonly CellKind[], width: number): void {
  if (types.some((type) => type !== "text")) return;
  const regular = rows.filter(({ cells }) => cells.length === width).length / rows.length;
  const wordy = rows.filter(({ cells }) => cells.join(" ").split(/\s+/).length > 5).length > rows.length / 2;
  if ((wordy && (width === 1 || regular < 0.9)) || (regular < 0.5 && rows.length > 3)) {
    throw new InputError("prose", {});
  }
}

/** The table with dates and numbers, the longer one of equals. */
function bestBlock(blocks: readonly TableBlock[]): TableBlock {
  if (blocks.length === 1) return blocks[0];
  const worth = ({ rows }: TableBlock): number => {
    const kinds = rows.map(({ cells }) => cells.map(cellKind));
    const types = columnTypes(kinds, modalWidth(rows));
    const told = rows.length < 3 ? 0 : (types.includes("date") ? 2 : 0) + (types.includes("number") ? 1 : 0);
    return told * 1000 + rows.length;
  };
  return blocks.reduce((best, block) => (worth(block) > worth(best) ? block : best));
}

function otherTables(blocks: readonly TableBlock[], read: TableBlock): Layout["otherTables"] {
  const others = blocks.filter(
    (block) => block !== read && (block.from > read.from || block.rows.length > MOST_OF_PREAMBLE),
  );
  return others.length === 0 ? null : { tables: others.length, line: others[0].rows[0].line };
}

/** Columns that hold something in the later half of the rows. */
function usedColumns(kinds: readonly (readonly CellKind[])[], width: number): boolean[] {
  const late = kinds.slice(kinds.length >= 4 ? Math.ceil(kinds.length / 2) : kinds.length > 1 ? 1 : 0);
  return Array.from({ length: width }, (_, c) => late.some((row) => row[c] !== undefined && row[c] !== "missing"));
}

/** What most cells of each column are, judged by the later half so that a header or preamble has no say. */
export function columnTypes(kinds: readonly (readonly CellKind[])[], width: number): CellKind[] {
  const late = kinds.length >= 4 ? kinds.slice(Math.ceil(kinds.length / 2)) : kinds.slice(kinds.length > 1 ? 1 : 0);
  return Array.from({ length: width }, (_, c) => {
    const present = late.map((row) => row[c]).filter((kind) => kind !== undefined && kind !== "missing");
    const count = (kind: CellKind): number => present.filter((each) => each === kind).length;
    const [numbers, dates] = [count("number"), count("date")];
    if ((numbers + dates) * 2 <= present.length || present.length === 0) return "text";
    return numbers >= dates ? "number" : "date";
  });
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
  const namesOf = (line: string | undefined): string[] | null => {
    if (line === undefined || !/^(#|\/\/)/.test(line)) return null;
    const names = line.replace(/^(#+|\/\/)\s*/, "").split(/[ \t]/.test(delimiter) ? /\s+/ : delimiter);
    return names.length === width && width > 1 && names.every((name) => cellKind(name) === "text") ? names : null;
  };
  const lines = head.split(/\r\n|\n|\r/);
  const last = namesOf(lines.at(-1));
  // Between columns of spaces a second line of as many words is that of the units.
  return last && (/[ \t]/.test(delimiter) ? (namesOf(lines.at(-2)) ?? last) : last);
}

function commentsBefore(text: Uint8Array, from: number, to: number, comments: boolean): number {
  let count = 0;
  for (let p = from; comments && p < to; p++) {
    if (isComment(text, p)) count++;
    while (p < to && text[p] !== 10 && text[p] !== 13) p++;
  }
  return count;
}
