import { firstLines, rewrittenLines } from "./first-lines.js";

/** A text whose quotes were settled. */
export interface SettledQuotes {
  readonly bytes: Uint8Array;
  /** Whether they stood around whole lines; else single quotes stood around cells. */
  readonly wholeLines: boolean;
}

const LOOKED_AT = 50;
const DOUBLE = 34;
const SINGLE = 39;

/** Takes quotes off whole lines and makes single quotes around cells double ones; null for a text that has neither. */
export function quotesSettled(text: Uint8Array): SettledQuotes | null {
  const first = text[0];
  if (first !== DOUBLE && first !== SINGLE) return null;
  const lines = firstLines(text, LOOKED_AT);
  if (lines.length < 2) return null;
  if (first === DOUBLE)
    return areWholeLinesQuoted(lines) ? { bytes: rewrittenLines(text, withoutQuotes), wholeLines: true } : null;
  return areCellsSingleQuoted(lines) ? { bytes: rewrittenLines(text, withDoubleQuotes), wholeLines: false } : null;
}

/** Each line is one quoted cell, and inside it the same delimiter stands equally often. */
function areWholeLinesQuoted(lines: readonly string[]): boolean {
  const insides = lines.map((line) => /^"((?:[^"]|"")*)"[ ;,\t]*$/.exec(line)?.[1]);
  if (insides.some((inside) => inside === undefined)) return false;
  return [",", ";", "\t", "|"].some((delimiter) => {
    const counts = insides.map((inside) => inside!.replace(/""[^"]*""/g, "").split(delimiter).length);
    // `"1,234"` under `"Sales"` is a number, not two cells.
    return counts[0] > 1 && counts.filter((count) => count === counts[0]).length * 10 >= counts.length * 9;
  });
}

function areCellsSingleQuoted(lines: readonly string[]): boolean {
  return (
    lines.every((line) => /^'[^']*'(?:[,;\t|] *(?:'[^']*'|[^',;\t|]*))*$/.test(line)) &&
    lines.some((line) => /'[,;\t|] *'/.test(line))
  );
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
