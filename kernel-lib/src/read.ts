import type { Config } from "./config/config.js";
import { readOptions } from "./config/reading-options.js";
import { readFile, readLargeText, type FileReading } from "./io/read-file.js";
import type { LargeFile } from "./io/text/text-pieces.js";
import { readTable } from "./io/read-table.js";
import { reshape } from "./reshape/reshape.js";
import type { Table } from "./table.js";

/** From the bytes of a text file to the table that is analysed. `door.ts` tells the rest. */
export function read(bytes: Uint8Array | string, config: Config = {}, file?: string): Table {
  return reshape(readTable(bytes, { ...(file === undefined ? {} : { file }), ...readOptions(config) }), config);
}

/**
 * From the bytes of a file of any format to the table that is analysed, as `read` does for text. `door.ts` tells the
 * rest.
 */
export async function open(bytes: Uint8Array, config: Config = {}, file?: string): Promise<FileReading> {
  const reading = await readFile(bytes, { ...(file === undefined ? {} : { file }), ...readOptions(config) });
  return { ...reading, table: reshape(reading.table, config) };
}

/** The same of a large text that is read piece by piece; null for what has to be read as a whole. */
export function openLarge(bytes: LargeFile, config: Config, file: string): FileReading | null {
  const reading = readLargeText(bytes, { file, ...readOptions(config) }, () => bytes.whole());
  return reading && { ...reading, table: reshape(reading.table, config) };
}
