import type { Layout } from "../text/layout.js";
import type { TextPieces } from "../text/text-pieces.js";
import { PlainRecords, type CellCollector } from "./plain-records.js";

/** Bytes that lie in memory at a time. */
const WINDOW = 1 << 20;
const LINE_FEED = 10;

/**
 * Reads the records of a text piece by piece into the collectors of its columns; says how many there are. Null where some
 * record is not plain: the text is then read as a whole, by `RecordScanner`.
 *
 * @param capacity most records
 * @param lines takes the line of each record
 */
export function readStreamed(
  text: TextPieces,
  layout: Layout,
  collectors: readonly CellCollector[],
  capacity: number,
  lines: Uint32Array,
  signal?: AbortSignal,
): number | null {
  const window = new Uint8Array(WINDOW + 1);
  const plain = new PlainRecords(window, layout.delimiter.charCodeAt(0), collectors, true, text.size);
  plain.line = layout.line;
  let records = 0;
  let kept = 0;
  for (let at = text.begin + layout.position; at < text.size; ) {
    signal?.throwIfAborted();
    const read = text.read(window.subarray(kept, WINDOW), at);
    if (read === 0) return null;
    at += read;
    let length = kept + read;
    const last = at >= text.size;
    if (last && window[length - 1] !== LINE_FEED && window[length - 1] !== 13) window[length++] = LINE_FEED;
    // A return at the end may go on with a line feed.
    const end = last ? length : window.subarray(0, length).lastIndexOf(LINE_FEED) + 1;
    if (end === 0) return null;
    plain.goOn(window.subarray(0, end));
    while (records < (records = plain.read(records, capacity, lines)));
    if (plain.position < end && !(last && isBlank(window.subarray(plain.position, end)))) return null;
    window.copyWithin(0, end, length);
    kept = length - end;
  }
  plain.finish();
  return records;
}

/** Nothing but line ends. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === LINE_FEED || byte === 13);
}
