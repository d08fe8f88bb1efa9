import type { Config } from "./config/config.js";
import { readOptions } from "./config/reading-options.js";
import { readTable } from "./io/read-table.js";
import { reshape } from "./reshape/reshape.js";
import type { Table } from "./table.js";

/**
 * From the bytes of a file to the table that is analysed: read as the configuration says (`read`, `columns`) and put together
 * where it asks for that (`aggregate`, `columns.segments`). The one way in for every door; `detect(table, config)` goes on
 * from here.
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
