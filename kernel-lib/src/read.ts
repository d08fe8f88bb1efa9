import type { Config } from "./config/config.js";
import { readOptions } from "./config/reading-options.js";
import { readFile, type FileReading } from "./io/read-file.js";
import { readTable } from "./io/read-table.js";
import { reshape } from "./reshape/reshape.js";
import type { Table } from "./table.js";

/**
 * From the bytes of a text file to the table that is analysed: read as the configuration says (`read`, `columns`) and put together
 * where it asks for that (`aggregate`, `columns.segments`); `detect(table, config)` goes on from here. Files of any format
 * come in through `open`.
 *
 * @param file name to show for the file.
 * @throws InputError those of `readTable` and `reshape`.
 *
 * @example
 * const config: Config = { read: { delimiter: ";" }, aggregate: { by: "day" } };
 * const table = read("date;sales\n2024-01-01;5\n2024-01-02;7\n2024-01-03;6\n", config, "sales.csv");
 */
export function read(bytes: Uint8Array | string, config: Config = {}, file?: string): Table {
  return reshape(readTable(bytes, { ...(file === undefined ? {} : { file }), ...readOptions(config) }), config);
}

/**
 * From the bytes of a file of any format to the table that is analysed, as `read` does for text. The one way in for every
 * door: CSV in all its dialects, JSON, Excel workbooks, Parquet, SQLite, and any of them packed with gzip, Zstandard or ZIP,
 * known by their first bytes. What a format needs is loaded when it comes.
 *
 * @param file name to show for the file.
 * @returns the table, and the records as text for exports that repeat the cells (`annotatedCsv`, `anomaliesCsv`)
 * @throws InputError those of `readTable` and `reshape`; `bad_data` for a damaged file
 *
 * @example
 * const { table } = await open(bytes, { read: { sheet: "Sales" } }, "sales.xlsx");
 */
export async function open(bytes: Uint8Array, config: Config = {}, file?: string): Promise<FileReading> {
  const reading = await readFile(bytes, { ...(file === undefined ? {} : { file }), ...readOptions(config) });
  return { ...reading, table: reshape(reading.table, config) };
}
