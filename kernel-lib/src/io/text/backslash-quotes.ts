import { firstLines, rewrittenLines } from "./first-lines.js";

const BACKSLASH = 92;
/** Bytes and lines looked at. */
const HEAD = 1 << 16;
const LOOKED_AT = 2000;
const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Quotes inside quoted cells that stand behind a backslash (`"said \"no\", left"`) made double ones, as CSV has them; null for a
 * text that needs none of it. It is needed where lines have the width of all others only if the backslash escapes.
 */
export function backslashesSettled(text: Uint8Array): Uint8Array | null {
  if (text.subarray(0, HEAD).indexOf(BACKSLASH) < 0) return null;
  const lines = firstLines(text, LOOKED_AT);
  const escaped = lines.filter((line) => line.includes('\\"'));
  if (escaped.length === 0) return delimitersSettled(text, lines);
  const plain = lines.filter((line) => !line.includes("\\"));
  const delimiter = DELIMITERS.find((each) => {
    const width = commonest((plain.length > 0 ? plain : escaped).map((line) => cellsOf(line, each, true)));
    const fitting = escaped.filter((line) => cellsOf(line, each, true) === width).length;
    const doubled = escaped.filter((line) => cellsOf(line, each, false) === width).length;
    return width > 1 && fitting * 10 >= escaped.length * 9 && doubled < fitting;
  });
  if (delimiter === undefined) return null;
  return rewrittenLines(text, (line) =>
    line.includes('\\"') && cellsOf(line, delimiter, true) > 0
      ? line.replace(/\\(["\\])/g, (_, escape: string) => (escape === '"' ? '""' : escape))
      : line,
  );
}

/** Cells of a line whose quotes stand around cells, and inside them behind a backslash or doubled; 0 for any other line. */
function cellsOf(line: string, delimiter: string, backslash: boolean): number {
  let cells = 1;
  for (let p = 0; ; p++, cells++) {
    if (line[p] === '"') {
      p = closing(line, p + 1, backslash) + 1;
      if (p === 0) return 0;
    } else while (p < line.length && line[p] !== delimiter) if (line[p++] === '"') return 0;
    if (p >= line.length) return cells;
    if (line[p] !== delimiter) return 0;
  }
}

/** Place of the quote that closes a cell; -1 for none. */
function closing(line: string, from: number, backslash: boolean): number {
  for (let p = from; p < line.length; p++) {
    if (backslash && line[p] === "\\") p++;
    else if (line[p] === '"') {
      if (backslash || line[p + 1] !== '"') return p;
      p++;
    }
  }
  return -1;
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Delimiters behind a backslash (`a\, b`, as databases export text without quotes) put between quotes with their cell. */
function delimitersSettled(text: Uint8Array, lines: readonly string[]): Uint8Array | null {
  if (lines.some((line) => line.includes('"'))) return null;
  const delimiter = DELIMITERS.find((each) => {
    const width = lines[0].split(each).length;
    const escaped = lines.filter((line) => line.includes(`\\${each}`));
    return width > 1 && escaped.length > 0 && escaped.every((line) => unescapedCells(line, each).length === width);
  });
  if (delimiter === undefined) return null;
  return rewrittenLines(text, (line) =>
    line.includes(`\\${delimiter}`)
      ? unescapedCells(line, delimiter)
          .map((cell) => (cell.includes(delimiter) ? `"${cell.replaceAll(`\\${delimiter}`, delimiter)}"` : cell))
          .join(delimiter)
      : line,
  );
}

function unescapedCells(line: string, delimiter: string): string[] {
  return line.split(new RegExp(`(?<!\\\\)[${delimiter}]`));
}
