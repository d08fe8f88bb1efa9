import type { Source } from "../../table.js";
import { columnNames } from "./column-names.js";
import { findLayout } from "./layout.js";
import { readableText } from "./readable-text.js";
import { RecordScanner } from "./record-scanner.js";
import { tablesBehind } from "./tables-behind.js";

/** The original cells of a file. */
export interface RawRecords {
  /** Names as they stand in the file; `column_1`, `column_2`, … when it has none. As long as the longest record. */
  readonly header: readonly string[];
  /** The cells of each record in file order, the same records as those of `readTable`, filled up to the width of the header. */
  readonly records: Iterable<readonly string[]>;
}

/**
 * Cells of every record as they stand in the file, for writing them out unchanged. One record is in memory at a time.
 *
 * @example
 * const { rows } = { rows: readRecords(bytes, table.source) };
 */
export function readRecords(bytes: Uint8Array | string, source: Pick<Source, "delimiter" | "told">): RawRecords {
  const whole = readableText(bytes, source.told?.encoding).bytes;
  const layout = findLayout(whole, { delimiter: source.delimiter, ...source.told });
  const dialect = { delimiter: layout.delimiter.charCodeAt(0), comments: layout.comments };
  const text = whole.subarray(0, tablesBehind(whole, layout)[0]?.start ?? layout.end ?? whole.length);
  const scan = (): RecordScanner => new RecordScanner(text, dialect, layout.position, layout.line);
  let width = layout.header?.length ?? 0;
  for (const scanner = scan(); scanner.next(); ) width = Math.max(width, scanner.count);
  return {
    header: layout.header ? filled([...layout.header], width) : columnNames(null, width).names,
    records: {
      *[Symbol.iterator](): Generator<readonly string[]> {
        for (const scanner = scan(); scanner.next(); ) yield filled(scanner.row(), width);
      },
    },
  };
}

function filled(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push("");
  return cells;
}
