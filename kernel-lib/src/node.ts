import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { displayInTslab } from "./display/running-tslab.js";
import { InputError } from "./errors.js";
import { readTable } from "./door.js";
import type { ReadOptions } from "./io/read-table.js";
import type { Table } from "./table.js";

/** The door for Node: everything of `index.ts`, plus reading from disk. */
export * from "./index.js";
export { createCompute, type ComputeOptions } from "./parallel/compute.js";
export { createSeriesRunner, type SeriesRunnerOptions, type SeriesWorkers } from "./workers/run-series.js";

displayInTslab();

/**
 * Reads a KPI file from disk, whatever its dialect: `const table = await kpi.readCsv("sales.csv")`.
 *
 * @throws InputError `file_not_found` when it cannot be read, and those of `readTable`.
 */
export async function readCsv(path: string, options: ReadOptions = {}): Promise<Table> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new InputError(
      "file_not_found",
      `${path} could not be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}).`,
      "Check the path; it is taken relative to the working directory.",
    );
  }
  return readTable(bytes, { file: basename(path), ...options });
}
