import { cellKind } from "./cell-kind.js";
import { firstLines, rewrittenLines } from "./first-lines.js";

const LOOKED_AT = 50;
const SPACE = 32;

/** Makes runs of spaces between columns tabs, where nothing else divides the cells; other texts come back as they are. */
export function spacesSettled(text: Uint8Array): Uint8Array {
  if (!text.subarray(0, 4096).includes(SPACE)) return text;
  const lines = firstLines(text, LOOKED_AT).filter((line) => !/^\s*(#|\/\/)/.test(line));
  const { gap, even } = gapOf(lines);
  const starts = even ? null : columnStarts(lines);
  if (starts !== null) return rewrittenLines(text, (line) => (/^\s*(#|\/\/)/.test(line) ? line : cutAt(line, starts)));
  if (gap === null) return text;
  return rewrittenLines(text, (line) => (/^\s*(#|\/\/)/.test(line) ? line : line.trim().replace(gap, "\t")));
}

/** What stands between the columns: two spaces or more, or any number of them; null when that makes no table. `even` where names have as many. */
function gapOf(lines: readonly string[]): { gap: RegExp | null; even: boolean } {
  if (lines.length < 3) return NO_GAP;
  const runs = lines.filter((line) => / {2,}\S/.test(line.trim())).length;
  if (runs * 2 < lines.length || isDivided(lines)) return NO_GAP;
  const last = [...lines].reverse().find((line) => isTyped(line.trim().split(/ {2,}/))) ?? lines[lines.length - 1];
  const widths = (gap: RegExp): number[] => [lines[0], last].map((line) => line.trim().split(gap).length);
  const gaps = [/ {2,}/g, / +/g].filter((gap) => isTable(lines.map((line) => line.trim().split(gap))));
  // Day and time stand one space apart where their names do not.
  const even = gaps.find((gap) => new Set(widths(gap)).size === 1);
  return { gap: even ?? gaps[0] ?? null, even: even !== undefined };
}

const NO_GAP = { gap: null, even: false };

/**
 * Where columns begin that stand below each other, some of their cells blank: behind places that are blank in the header and in
 * every row. Null when that makes no table. Lines above the header may be anything.
 */
function columnStarts(lines: readonly string[]): number[] | null {
  if (isDivided(lines)) return null;
  for (let top = 0; top < Math.min(MOST_ABOVE, lines.length - 3); top++) {
    const rows = lines.slice(top).filter((line, i) => i === 0 || isTyped(line.trim().split(/ +/)));
    if (rows.length < 4 || rows.length * 10 < (lines.length - top) * 8) continue;
    const width = Math.max(...rows.map((line) => line.length));
    const blank = Array.from({ length: width }, (_, at) => rows.every((line) => (line[at] ?? " ") === " "));
    const begins = blank.flatMap((is, at) => (!is && (at === 0 || blank[at - 1]) ? [at] : []));
    // A space that all words of a column happen to have is none between columns: no name stands behind it.
    const heads = cutAt(rows[0], begins).split("\t");
    const starts = begins.filter((_, c) => c === 0 || heads[c] !== "");
    const names = cutAt(rows[0], starts).split("\t");
    const cells = rows.slice(1).map((line) => cutAt(line, starts).split("\t"));
    const typed = (c: number): number =>
      cells.filter((row) => row[c] !== "" && ["number", "date"].includes(cellKind(row[c]))).length;
    const solid = starts.filter((_, c) => typed(c) * 2 > cells.length).length;
    if (starts.length > 1 && solid > 1 && names.every((name) => name !== "" && cellKind(name) === "text"))
      return starts;
  }
  return null;
}

/** Lines of another form above the header. */
const MOST_ABOVE = 6;

/** The cells between these places, with tabs between; a word that reaches across one belongs to where it begins. */
function cutAt(line: string, starts: readonly number[]): string {
  const cuts = starts.map((start) => {
    let at = Math.min(start, line.length);
    while (at > 0 && at < line.length && line[at - 1] !== " ") at--;
    return at;
  });
  return cuts.map((from, c) => line.slice(c === 0 ? 0 : from, cuts[c + 1] ?? line.length).trim()).join("\t");
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
  // What counts the rows below a table is none of them.
  const width = [...rows].reverse().find(isTyped)?.length ?? 0;
  const regular = rows.filter((cells) => cells.length === width);
  const typed = regular.filter(isTyped);
  return width > 1 && regular.length * 10 >= rows.length * 9 && typed.length * 2 > rows.length;
}

function isTyped(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.some((cell) => ["number", "date"].includes(cellKind(cell)));
}
