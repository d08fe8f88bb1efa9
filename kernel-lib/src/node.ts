import { basename } from "node:path";
import { displayInTslab } from "./display/running-tslab.js";
import type { Config } from "./config/config.js";
import { open, openFilePieces, readFileBytes, readFilePieces } from "./door.js";
import { LARGE_FILE, type FileReading } from "./io/read-file.js";
import type { ReadOptions } from "./io/read-table.js";
import { readBytes, withLargeFile } from "./read-bytes.js";
import type { Table } from "./table.js";

/** The door for Node: everything of `index.ts`, plus reading from disk. */
export * from "./index.js";
export { createCompute, type ComputeOptions } from "./parallel/compute.js";
export { createSeriesRunner, type SeriesRunnerOptions, type SeriesWorkers } from "./workers/run-series.js";

displayInTslab();

/**
 * Reads a KPI file from disk, whatever its format and dialect: `const table = await kpi.readFile("sales.xlsx")`.
 *
 * @throws InputError `file_not_found` when it cannot be read, `file_too_large`, `bad_data` for a damaged file, and those of
 * `readTable`.
 *
 * @example
 * const table = await readFile("sales.xlsx", { sheet: "2024" });
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<Table> {
  const told = { file: basename(path), ...options };
  const large = withLargeFile(path, LARGE_FILE, (file) => readFilePieces(file, told));
  return large ?? (await readFileBytes(await readBytes(path), told));
}

/**
 * `open` of a file on disk: the table that is analysed, and its records as text for exports that repeat the cells. A text of 20 MB
 * and more is read piece by piece and never held as a whole; `text()` reads it again.
 *
 * @throws InputError as `readFile` and `reshape`; `file_changed` by `text()` where the file is another by then
 *
 * @example
 * const { table, text } = await openFile("sales.csv", { aggregate: { by: "day" } });
 */
export async function openFile(path: string, config: Config = {}, file: string = basename(path)): Promise<FileReading> {
  const large = withLargeFile(path, LARGE_FILE, (pieces) => openFilePieces(pieces, config, file));
  return large ?? (await open(await readBytes(path), config, file));
}

/**
 * `readFile` by its older name: CSV was what there was.
 *
 * @example
 * const report = await detect(await readCsv("sales.csv"));
 */
export async function readCsv(path: string, options: ReadOptions = {}): Promise<Table> {
  return await readFile(path, options);
}
