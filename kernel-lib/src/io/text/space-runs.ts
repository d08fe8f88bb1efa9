import { cellKind } from "./cell-kind.js";
import { firstLines, rewrittenLines } from "./first-lines.js";

const LOOKED_AT = 50;
const SPACE = 32;

/** Makes runs of spaces between columns tabs, where nothing else divides the cells; other texts come back as they are. */
export function spacesSettled(text: Uint8Array): Uint8Array {
  if (!text.subarray(0, 4096).includes(SPACE)) return text;
  const lines = firstLines(text, LOOKED_AT).filter((line) => !/^\s*(#|\/\/)/.test(line));
  const gap = gapOf(lines);
  if (gap === null) return text;
  return rewrittenLines(text, (line) => (/^\s*(#|\/\/)/.test(line) ? line : line.trim().replace(gap, "\t")));
}

/** What stands between the columns: two spaces or more, or any number of them; null when that makes no table. */
function gapOf(lines: readonly string[]): RegExp | null {
  if (lines.length < 3) return null;
  const runs = lines.filter((line) => / {2,}\S/.test(line.trim())).length;
  if (runs * 2 < lines.length || isDivided(lines)) return null;
  const widths = (gap: RegExp): number[] =>
    [lines[0], lines[lines.length - 1]].map((line) => line.trim().split(gap).length);
  const gaps = [/ {2,}/g, / +/g].filter((gap) => isTable(lines.map((line) => line.trim().split(gap))));
  // Day and time stand one space apart where their names do not.
  return gaps.find((gap) => new Set(widths(gap)).size === 1) ?? gaps[0] ?? null;
}

/** A delimiter stands in most lines, equally often. */
function isDivided(lines: readonly string[]): boolean {
  return [",", ";", "\t", "|"].some((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = [...counts].sort((a, b) => a - b)[counts.length >> 1];
    const number = delimiter === "," && lines.every((line) => !/,(?!\d)/.test(line));
    return usual > 0 && !number && counts.filter((count) => count === usual).length * 10 >= counts.length * 7;
  });
}

function isTable(rows: readonly (readonly string[])[]): boolean {
  const width = rows[rows.length - 1].length;
  const regular = rows.filter((cells) => cells.length === width);
  const typed = regular.filter((cells) => cells.some((cell) => ["number", "date"].includes(cellKind(cell))));
  return width > 1 && regular.length * 10 >= rows.length * 9 && typed.length * 2 > rows.length;
}
