import { firstLines, rewrittenLines } from "./first-lines.js";

/** A text whose quotes were settled. */
export interface SettledQuotes {
  readonly bytes: Uint8Array;
  /** Whether they stood around whole lines; else others than double ones stood around cells. */
  readonly wholeLines: boolean;
}

const LOOKED_AT = 50;
const DOUBLE = 34;
const SINGLE = 39;
/** Bytes in which quotes of print are looked for. */
const HEAD = 4096;

/**
 * Takes quotes off whole lines, and makes single quotes and those of print around cells double ones; null for a text that has neither.
 * The names of the columns may stand without.
 */
export function quotesSettled(text: Uint8Array): SettledQuotes | null {
  const printed = hasPrintedQuotes(text);
  const starts = [text[0], text[secondLine(text)]];
  const apostrophes = text.subarray(0, HEAD).includes(SINGLE);
  if (!printed && !starts.includes(DOUBLE) && !apostrophes) return null;
  const lines = firstLines(text, LOOKED_AT);
  if (lines.length < 2) return null;
  if (printed)
    return areCellsPrintQuoted(lines) ? { bytes: rewrittenLines(text, withoutPrintedQuotes), wholeLines: false } : null;
  const body = /^["']/.test(lines[0]) ? lines : lines.slice(1);
  if (areWholeLinesQuoted(body, body === lines ? null : lines[0]))
    return { bytes: rewrittenLines(text, withoutQuotes), wholeLines: true };
  return areCellsSingleQuoted(body) || isDividedInSingleQuotes(lines)
    ? { bytes: rewrittenLines(text, withDoubleQuotes), wholeLines: false }
    : null;
}

function secondLine(text: Uint8Array): number {
  const head = text.subarray(0, HEAD);
  const end = head.indexOf(10);
  return (end < 0 ? head.indexOf(13) : end) + 1;
}

/** Each line is one quoted cell, and inside it the same delimiter stands equally often; as often as between bare names. */
function areWholeLinesQuoted(lines: readonly string[], names: string | null): boolean {
  const insides = lines.map((line) => /^"((?:[^"]|"")*)"[ ;,\t]*$/.exec(line)?.[1]);
  if (insides.length === 0 || insides.some((inside) => inside === undefined)) return false;
  return [",", ";", "\t", "|"].some((delimiter) => {
    const counts = insides.map((inside) => inside!.replace(/""[^"]*""/g, "").split(delimiter).length);
    // `"1,234"` under `"Sales"` is a number, not two cells.
    const usual = names === null ? usualCells(lines, counts) : names.split(delimiter).length;
    return usual > 1 && counts.filter((count) => count === usual).length * 10 >= counts.length * 9;
  });
}

/** Cells of the first line, or of most where words above the names have others. */
function usualCells(lines: readonly string[], counts: readonly number[]): number {
  const most = [...counts].sort((a, b) => a - b)[counts.length >> 1];
  const names = lines[counts.indexOf(most)];
  return /\d/.test(names) ? counts[0] : most;
}

function areCellsSingleQuoted(lines: readonly string[]): boolean {
  return (
    lines.length > 0 &&
    lines.every((line) => /^'[^']*'(?:[,;\t|] *(?:'[^']*'|[^',;\t|]*))*$/.test(line)) &&
    lines.some((line) => /'[,;\t|]|[,;\t|] *'/.test(line))
  );
}

/** Lines are as wide as the header only where delimiters inside of single quotes divide nothing. */
function isDividedInSingleQuotes(lines: readonly string[]): boolean {
  if (lines.some((line) => line.includes('"'))) return false;
  return [",", ";", "\t", "|"].some((delimiter) => {
    const width = lines[0].split(delimiter).length;
    const within = new RegExp(`(^|[${delimiter}] *)'[^']*'(?=$|[${delimiter}])`, "g");
    const body = lines.slice(1);
    const wide = body.filter((line) => line.split(delimiter).length > width);
    const whole = (line: string): string => line.replace(within, "$1x");
    return width > 1 && wide.length > 0 && body.every((line) => whole(line).split(delimiter).length === width);
  });
}

function withoutQuotes(line: string): string {
  const match = /^"(.*)"[ ;,\t]*$/.exec(line);
  return match ? match[1].replaceAll('""', '"') : line;
}

function withDoubleQuotes(line: string): string {
  return line
    .replaceAll('"', '""')
    .replace(/(^|[,;\t|] *)'([^']*)'(?=$|[,;\t|])/g, (_, before: string, cell: string) => `${before}"${cell}"`);
}

/** The first byte of a quote of print, with its second one, stands near the top. */
function hasPrintedQuotes(text: Uint8Array): boolean {
  const head = text.subarray(0, HEAD);
  for (let p = head.indexOf(0xe2); p >= 0; p = head.indexOf(0xe2, p + 1))
    if (head[p + 1] === 0x80 && head[p + 2] >= 0x98 && head[p + 2] <= 0x9f) return true;
  return false;
}

/** A cell between quotes as word processors make them of double and of single ones. */
const PRINTED = /(^|[,;\t|] *)(?:[“”„‟]([^“”„‟"]*)[“”„‟]|[‘’‚‛]([^‘’‚‛"]*)[‘’‚‛])(?= *(?:$|[,;\t|]))/g;

function areCellsPrintQuoted(lines: readonly string[]): boolean {
  return lines.filter((line) => line.search(PRINTED) >= 0).length * 2 > lines.length;
}

function withoutPrintedQuotes(line: string): string {
  return line.replace(
    PRINTED,
    (_, before: string, double: string | undefined, single: string | undefined) => `${before}"${double ?? single}"`,
  );
}
