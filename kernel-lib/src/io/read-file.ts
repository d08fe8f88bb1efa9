import type { Source, Table, Warning } from "../table.js";
import { sourceCsv } from "./columns/source-table.js";
import type { ChosenSheet, Content, FormatOptions } from "./formats/format.js";
import { formatOf } from "./formats/formats.js";
import { toldOptions, type ReadOptions } from "./read-options.js";
import { readPieces, readSourceTable, readTable } from "./read-table.js";
import type { FilePieces } from "./text/text-pieces.js";

/** A file that was read. */
export interface FileReading {
  readonly table: Table;
  /**
   * Its records as delimited text in which `readRecords` finds them: the bytes of a text file themselves, and CSV of their own
   * for every other file.
   */
  text(): Uint8Array;
}

/** Archives in archives beyond this many are a trap. */
const DEEPEST = 4;

/**
 * Reads a KPI file of any format (`formats`), known by its first bytes; everything else is delimited text. One way for every
 * door. Packages that a format needs are loaded only when such a file comes.
 *
 * The table is the same as of the CSV file with the same cells; `lines` are rows of a sheet, lines of a JSON file, and
 * elsewhere those of the CSV file that `text()` gives.
 *
 * @throws InputError those of `readTable`, `bad_data` for a damaged file, `bad_option` for a sheet that is not there
 */
export async function readFile(bytes: Uint8Array, options: ReadOptions = {}): Promise<FileReading> {
  const { content, names, sheets } = await opened(bytes, options);
  const { sheet } = toldOptions(options);
  const facts: Partial<Source> = {
    bytes: bytes.length,
    ...(names.length > 0 ? { formats: names } : {}),
    ...(sheets.length > 0 ? { sheet: sheets.map(({ name }) => name).join("/") } : {}),
  };
  const read =
    content.kind === "columns"
      ? readSourceTable(content.source, options)
      : readTable(content.bytes, { delimiter: content.delimiter, ...options });
  const told = { ...read.source.told, ...(sheet === undefined ? {} : { sheet }) };
  const assumed = [...sheetNotes(sheets, sheet), ...(read.assumed ?? [])];
  const table: Table = {
    ...read,
    source: { ...read.source, ...facts, ...(Object.keys(told).length > 0 ? { told } : {}) },
    ...(assumed.length > 0 ? { assumed } : {}),
  };
  const { source } = content.kind === "columns" ? content : { source: null };
  let csv: Uint8Array | undefined = content.kind === "columns" ? undefined : content.bytes;
  return { table, text: () => (csv ??= sourceCsv(source!)) };
}

/** Bytes from which on a file is read piece by piece: memory touched for the first time costs more than reading it twice. */
export const LARGE_FILE = 20_000_000;
/** Bytes by which a format is known. */
const HEAD = 1 << 16;

/**
 * Reads a large text piece by piece, as `readFile` does from all of its bytes; null for any other file, which is read as a
 * whole.
 *
 * @param whole gives all bytes, where the records are asked for later
 * @throws InputError those of `readTable`
 */
export function readLargeText(file: FilePieces, options: ReadOptions, whole: () => Uint8Array): FileReading | null {
  const head = new Uint8Array(Math.min(HEAD, file.size));
  if (file.read(head, 0) < head.length || formatOf(head) !== null) return null;
  const table = toldOptions(options).sheet === undefined ? readPieces(file, options) : null;
  let bytes: Uint8Array | undefined;
  return table && { table, text: () => (bytes ??= whole()) };
}

interface Opened {
  readonly content: Exclude<Content, { kind: "file" }>;
  /** The formats it was packed in, outermost first. */
  readonly names: readonly string[];
  readonly sheets: readonly ChosenSheet[];
}

/** Opens a file, and what is in it, until records are there. */
async function opened(bytes: Uint8Array, options: FormatOptions, depth = 0): Promise<Opened> {
  const format = depth > DEEPEST ? null : formatOf(bytes);
  if (format === null) return { content: { kind: "text", bytes }, names: [], sheets: [] };
  const content = await format.open(bytes, options);
  if (content.kind !== "file") return { content, names: [format.name], sheets: content.sheet ? [content.sheet] : [] };
  const inner = await opened(content.bytes, { ...options, file: content.name }, depth + 1);
  return { ...inner, names: [format.name, ...inner.names] };
}

/** Which of several sheets was read. */
function sheetNotes(sheets: readonly ChosenSheet[], told: string | undefined): Warning[] {
  return sheets
    .filter(({ all }) => all.length > 1)
    .map(({ name, all }) => ({
      code: told === undefined ? ("sheet_chosen" as const) : ("sheet_given" as const),
      facts: { sheet: name, sheets: all.length, others: all.filter((each) => each !== name).slice(0, 5) },
      count: all.length,
    }));
}
