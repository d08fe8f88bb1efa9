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

/** Rows at the top of a table that may be its header. */
const HEADERS = 5;
/** Rows looked at where another table may begin. */
const LOOKED_AT = 6;

/** Cuts the rows where, behind a blank line or a remark, another table begins. Rows go on after a gap more often than not. */
export function tableBlocks(rows: readonly SampleRow[]): TableBlock[] {
  const starts = [0];
  rows.forEach((row, i) => {
    if (
      i > 0 &&
      row.gap &&
      beginsTable(
        rows.slice(i, i + LOOKED_AT),
        rows
          .slice(starts[starts.length - 1], i)
          .slice(0, HEADERS)
          .map(({ cells }) => cells),
      )
    )
      starts.push(i);
  });
  return starts.map((from, b) => ({ from, rows: rows.slice(from, starts[b + 1] ?? rows.length) }));
}

/** Whether another table begins at a place behind the rows of this one. */

/** Where other tables begin behind the one that a layout describes, by the gaps that were met in reading it. */
export function nextTables(
  text: Uint8Array,
  layout: { readonly delimiter: string; readonly comments: boolean; readonly header: readonly string[] | null },
  gaps: readonly TextPlace[],
): TextPlace[] {
  // So many gaps are the style of the file.
  if (gaps.length >= MOST_GAPS) return [];
  const header = layout.header ? [layout.header] : [];
  return gaps.filter(({ start, line }) =>
    beginsTable(sampleRows(text, layout.delimiter, layout.comments, start, line, LOOKED_AT), header),
  );
}

/** A record by the byte and the line it begins at. */
export interface TextPlace {
  readonly start: number;
  readonly line: number;
}

/** Names (below a title of one cell, where there is one), and below them a row with numbers or dates where the names are words. */
function beginsTable(rows: readonly SampleRow[], headers: readonly (readonly string[])[]): boolean {
  const end = rows.findIndex((row, i) => i > 0 && row.gap);
  const block = end < 0 ? rows : rows.slice(0, end);
  const title = block.findIndex(({ cells }) => cells.slice(1).some((cell) => cell.trim() !== ""));
  return namesTable(block, headers) || (title > 0 && namesTable(block.slice(title), headers));
}

function namesTable(rows: readonly SampleRow[], headers: readonly (readonly string[])[]): boolean {
  const [names, ...below] = rows;
  if (names === undefined || below.length === 0) return false;
  // The header once more, as at the top of a page, begins nothing new.
  if (headers.some((cells) => cells.join("\0") === names.cells.join("\0"))) return false;
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

function typesOf(rows: readonly SampleRow[]): CellKind[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, c) => {
    const kinds = rows.map(({ cells }) => cellKind(cells[c] ?? "")).filter((kind) => kind !== "missing");
    return kinds.length > 0 && kinds.every((kind) => kind === kinds[0]) ? kinds[0] : "text";
  });
}
