import type { Source } from "../table.js";
import { decodeText } from "./encoding.js";
import { findLayout } from "./layout.js";
import { RecordScanner } from "./record-scanner.js";

/** The original cells of a file. */
export interface RawRecords {
  /** Cells of the header as they stand; null when the file has none. */
  readonly header: readonly string[] | null;
  /** The cells of each record in file order, the same records as those of `readTable`. */
  readonly records: Iterable<readonly string[]>;
}

/** Cells of every record as they stand in the file, for writing them out unchanged. One record is in memory at a time. */
export function readRecords(bytes: Uint8Array | string, source: Pick<Source, "delimiter">): RawRecords {
  const text = decodeText(bytes).bytes;
  const layout = findLayout(text, { delimiter: source.delimiter });
  const dialect = { delimiter: layout.delimiter.charCodeAt(0), comments: layout.comments };
  return {
    header: layout.header,
    records: {
      *[Symbol.iterator](): Generator<readonly string[]> {
        const scanner = new RecordScanner(text, dialect, layout.position, layout.line);
        while (scanner.next()) yield scanner.row();
      },
    },
  };
}
