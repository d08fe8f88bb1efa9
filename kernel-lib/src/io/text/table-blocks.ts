import { cellKind, type CellKind } from "./cell-kind.js";
import { sampleRows, type SampleRow } from "./delimiter.js";
import { isNaming } from "./header.js";
import { MOST_GAPS } from "./record-scanner.js";

/** Rows of one table of a file that has several below each other. */
export interface TableBlock {
  readonly rows: readonly SampleRow[];
  /** Index of its first row in the sample. */
  readonly from: number;
}

/** What another table below differs from. */
export interface TableAbove {
  /** Rows that may be its names. */
  readonly headers: readonly (readonly string[])[];
  readonly types: readonly CellKind[];
  /** Its first record; null where that is not known. */
  readonly first: readonly string[] | null;
  readonly records: number;
}

/** Rows at the top of a table that may be its header. */
const HEADERS = 5;
/** Rows looked at where another table may begin. */
const LOOKED_AT = 6;
/** Rows of another table above the one that is read that are still its preamble. */
export const MOST_OF_PREAMBLE = 10;

/**
 * Cuts the rows where another table begins: behind a blank line or a remark, where rows go on more often than not, or right below,
 * where names stand in place of numbers and what follows them is different.
 */
export function tableBlocks(rows: readonly SampleRow[]): TableBlock[] {
  const starts = [0];
  rows.forEach((row, i) => {
    if (i === 0 || (!row.gap && !isWords(row.cells))) return;
    const above = rows.slice(starts[starts.length - 1], i);
    const next = rows.slice(i, i + LOOKED_AT);
    const headers = above.slice(0, HEADERS).map(({ cells }) => cells);
    if (row.gap ? beginsTable(next, headers) : beginsOther(next, tableOf(above, headers))) starts.push(i);
  });
  return starts.map((from, b) => ({ from, rows: rows.slice(from, starts[b + 1] ?? rows.length) }));
}

function tableOf(rows: readonly SampleRow[], headers: readonly (readonly string[])[]): TableAbove {
  const types = usualTypes(rows);
  const isRecord = ({ cells }: SampleRow): boolean =>
    types.some((type, c) => type !== "text" && kindAt(cells, c) === type);
  return { headers, types, first: rows.find(isRecord)?.cells ?? null, records: rows.filter(isRecord).length };
}

/** Where other tables begin behind the one that a layout describes, by the gaps and the rows of words that were met in reading it. */
export function nextTables(
  text: Uint8Array,
  layout: {
    readonly delimiter: string;
    readonly comments: boolean;
    readonly header: readonly string[] | null;
    readonly types: readonly CellKind[];
    readonly sample: readonly SampleRow[];
  },
  gaps: readonly TextPlace[],
  words: readonly TextPlace[] = [],
): TextPlace[] {
  const headers = layout.header ? [layout.header] : [];
  const at = ({ start, line }: TextPlace): SampleRow[] =>
    sampleRows(text, layout.delimiter, layout.comments, start, line, LOOKED_AT);
  const above = { headers, types: layout.types, first: layout.sample[0]?.cells ?? null, records: Infinity };
  const found = [
    // So many gaps are the style of the file.
    ...(gaps.length >= MOST_GAPS ? [] : gaps.filter((place) => beginsTable(at(place), headers))),
    ...words.filter((place) => beginsOther(at(place), above)),
  ].sort((a, b) => a.start - b.start);
  // A title and the names below it are one place.
  return found.filter(({ line }, i) => i === 0 || line > found[i - 1].line + 1);
}

/** A record by the byte and the line it begins at. */
export interface TextPlace {
  readonly start: number;
  readonly line: number;
}

/** Whether a record has words, and no number and no date. */
export function isWords(cells: readonly string[]): boolean {
  const kinds = cells.map(cellKind);
  return kinds.includes("text") && kinds.every((kind) => kind === "text" || kind === "missing");
}

/** Names (below a title of one cell, where there is one), and below them a row with numbers or dates where the names are words. */
function beginsTable(rows: readonly SampleRow[], headers: readonly (readonly string[])[]): boolean {
  const end = rows.findIndex((row, i) => i > 0 && row.gap);
  const block = end < 0 ? rows : rows.slice(0, end);
  const title = titleRows(block);
  return namesTable(block, headers) || (title > 0 && namesTable(block.slice(title), headers));
}

/** The same right below another table, whose records may have words in them too: what follows must differ from that table. */
function beginsOther(rows: readonly SampleRow[], above: TableAbove): boolean {
  if (above.records === 0 || above.types.every((type) => type === "text")) return false;
  const title = titleRows(rows);
  const [names, ...below] = title === 1 ? rows.slice(1) : rows;
  const end = below.findIndex(({ cells, gap }) => gap || isWords(cells));
  const body = end < 0 ? below : below.slice(0, end);
  if (names === undefined || body.length === 0 || !namesTable([names, ...body], above.headers)) return false;
  const cells = names.cells.map((cell) => cell.trim());
  const given = cells.filter((cell) => cell !== "");
  if (given.length < 2 || new Set(given).size < given.length) return false;
  const width = lastGiven(names.cells);
  const widths = new Set(body.map((row) => lastGiven(row.cells)));
  const types = usualTypes(body);
  const own = (type: CellKind): boolean => type !== "text" || above.records >= MOST_OF_PREAMBLE;
  return (
    (widths.size === 1 && widths.has(width) && width !== above.types.length) ||
    types.some(
      (type, c) => c < above.types.length && type !== above.types[c] && own(above.types[c]) && isPresent(body, c),
    ) ||
    above.headers.some((header) => header.some((name) => name.trim() !== "" && cells.includes(name.trim()))) ||
    restarts(body[0].cells, types, above.first)
  );
}

/** The first date once more. */
function restarts(cells: readonly string[], types: readonly CellKind[], first: readonly string[] | null): boolean {
  return first !== null && types.some((type, c) => type === "date" && cells[c].trim() === (first[c] ?? "").trim());
}

function isPresent(rows: readonly SampleRow[], c: number): boolean {
  return rows.every(({ cells }) => kindAt(cells, c) !== "missing");
}

/** Rows of one cell at the top. */
function titleRows(rows: readonly SampleRow[]): number {
  return rows.findIndex(({ cells }) => cells.slice(1).some((cell) => cell.trim() !== ""));
}

/** Cells up to the last that holds something. */
function lastGiven(cells: readonly string[]): number {
  let last = cells.length;
  while (last > 0 && cells[last - 1].trim() === "") last--;
  return last;
}

function namesTable(rows: readonly SampleRow[], headers: readonly (readonly string[])[]): boolean {
  const [names, ...below] = rows;
  if (names === undefined || below.length === 0) return false;
  // The header once more, as at the top of a page, begins nothing new.
  if (headers.some((cells) => sameNames(cells, names.cells))) return false;
  const types = typesOf(below);
  const kinds = names.cells.map(cellKind);
  // A note of one cell above rows that are as wide as before is no header.
  if (names.cells.length === 1 && types.length > 1) return false;
  return (
    kinds.every((kind) => kind === "text" || kind === "missing") &&
    types.some((type) => type !== "text") &&
    isNaming(names.cells, kinds, types)
  );
}

function sameNames(first: readonly string[], second: readonly string[]): boolean {
  const text = (cells: readonly string[]): string => cells.slice(0, lastGiven(cells)).join("\0");
  return text(first) === text(second);
}

function kindAt(cells: readonly string[], c: number): CellKind {
  return cellKind(cells[c] ?? "");
}

function typesOf(rows: readonly SampleRow[]): CellKind[] {
  return typesBy(rows, (kinds) => kinds.every((kind) => kind === kinds[0]));
}

/** What most cells of each column are. */
function usualTypes(rows: readonly SampleRow[]): CellKind[] {
  return typesBy(
    rows.slice(-HEADERS * LOOKED_AT),
    (kinds, kind) => kinds.filter((each) => each === kind).length * 2 > kinds.length,
  );
}

function typesBy(
  rows: readonly SampleRow[],
  suffices: (kinds: readonly CellKind[], kind: CellKind) => boolean,
): CellKind[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, c) => {
    const kinds = rows.map(({ cells }) => kindAt(cells, c)).filter((kind) => kind !== "missing");
    return kinds.length === 0
      ? "text"
      : ((["number", "date"] as const).find((kind) => kinds.includes(kind) && suffices(kinds, kind)) ?? "text");
  });
}
