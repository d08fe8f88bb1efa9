import { InputError } from "../errors.js";
import { decodeText } from "../io/text/encoding.js";
import { RecordScanner } from "../io/text/record-scanner.js";
import type { KnownEvent } from "../season/known-events.js";
import { eventMoment } from "../season/parse-events.js";

const DELIMITERS = [",", ";", "\t", "|"];

const NAMES = {
  start: ["date", "start", "ds"],
  end: ["end"],
  name: ["name", "event", "holiday", "title"],
} as const;

/**
 * Events of a CSV file with a header: `date` or `start`, optionally `end` and `name`, in any order, in any dialect that KPI
 * files may have. Rows that are shorter than the header lack what they do not say.
 *
 * @throws InputError `bad_config` when there is no date column or a date cannot be read, naming the line; `not_text`
 *
 * @example
 * const [fair] = parseEventsCsv('name,start,end\n"Fair, hall 2",2024-05-30,2024-06-02\n');
 */
export function parseEventsCsv(bytes: Uint8Array | string): KnownEvent[] {
  if (bytes.length === 0) return [];
  const text = decodeText(bytes).bytes;
  const delimiter = DELIMITERS.find(
    (each) => headerOf(text, each).length > 1 && startColumn(headerOf(text, each)) >= 0,
  );
  const records = scan(text, delimiter ?? ",");
  if (!records.next()) return [];
  const header = names(records.row());
  const start = startColumn(header);
  if (start < 0) throw new InputError("events_without_date_column", { columns: header });
  const [end, name] = [columnOf(header, NAMES.end), columnOf(header, NAMES.name)];
  const events: KnownEvent[] = [];
  while (records.next()) {
    const row = records.row().map((cell) => cell.trim());
    const from = row[start] ?? "";
    const where = { line: records.line };
    events.push({
      name: row[name] || "known event",
      start: eventMoment(from, where).start,
      end: eventMoment(row[end] || from, where).end,
    });
  }
  return events;
}

function scan(text: Uint8Array, delimiter: string): RecordScanner {
  return new RecordScanner(text, { delimiter: delimiter.charCodeAt(0), comments: false });
}

function headerOf(text: Uint8Array, delimiter: string): string[] {
  const records = scan(text, delimiter);
  return records.next() ? names(records.row()) : [];
}

const names = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim().toLowerCase());

const columnOf = (header: readonly string[], wanted: readonly string[]): number =>
  header.findIndex((name) => wanted.includes(name));

const startColumn = (header: readonly string[]): number => columnOf(header, NAMES.start);
