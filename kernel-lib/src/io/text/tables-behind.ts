import type { Layout } from "./layout.js";
import { MOST_GAPS, RecordScanner } from "./record-scanner.js";
import { isWords, nextTables, type TextPlace } from "./table-blocks.js";

/** Bytes of a cell that are looked at. */
const CELL = 400;

/** Where other tables begin behind the one that a layout describes: one scan of all its records. */
export function tablesBehind(text: Uint8Array, layout: Layout): TextPlace[] {
  const dialect = { delimiter: layout.delimiter.charCodeAt(0), comments: layout.comments };
  const whole = text.subarray(0, layout.end ?? text.length);
  const scanner = new RecordScanner(whole, dialect, layout.position, layout.line);
  const words: TextPlace[] = [];
  while (scanner.next())
    if (words.length < MOST_GAPS && layout.types.every((type, c) => type === "text" || scanner.startsWithWord(c)))
      if (isWords(scanner.row(CELL))) words.push({ start: scanner.start, line: scanner.line });
  return nextTables(whole, layout, scanner.afterGaps, words);
}
