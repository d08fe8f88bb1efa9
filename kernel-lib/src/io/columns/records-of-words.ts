import type { Layout } from "../text/layout.js";
import { MOST_GAPS } from "../text/record-scanner.js";
import type { TextPlace } from "../text/table-blocks.js";
import type { RawColumn, RawTable } from "./read-columns.js";

/**
 * Records with words in the place of all their numbers and dates: names of another table may be among them. None where so many
 * records hold nothing that it is the style of the file.
 */
export function recordsOfWords(text: Uint8Array, layout: Layout, { columns, lines, records }: RawTable): TextPlace[] {
  const typed = columns.filter(({ kind }) => kind !== "text");
  if (!typed.some((column) => hasWords(column, records))) return [];
  const values = typed.map((column) => (column.kind === "text" ? null : column.readings.values)!);
  const found: number[] = [];
  for (let record = 0; record < records; record++) {
    if (!values.every((each) => Number.isNaN(each[record]))) continue;
    if (found.push(lines[record]) > MOST_GAPS) return [];
  }
  return placesOf(text, layout, found);
}

function hasWords(column: RawColumn, records: number): boolean {
  if (column.kind === "text") return false;
  if (column.kind === "number") return column.readings.unreadable > 0;
  return column.readings.readable + column.readings.missing < records;
}

/** The bytes that lines begin at. */
function placesOf(text: Uint8Array, layout: Layout, lines: readonly number[]): TextPlace[] {
  let { position, line } = layout;
  return lines.map((wanted) => {
    while (line < wanted && position < text.length) {
      while (position < text.length && text[position] !== 10 && text[position] !== 13) position++;
      position += text[position] === 13 && text[position + 1] === 10 ? 2 : 1;
      line++;
    }
    return { start: position, line };
  });
}
