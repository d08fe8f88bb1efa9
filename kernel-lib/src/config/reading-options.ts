import type { ReadOptions } from "../io/read-options.js";
import type { Config } from "./config.js";

/**
 * What a configuration says of reading, as `readTable` and `readCsv` take it; what it leaves open is left out.
 *
 * @example
 * readOptions({ columns: { date: "day" }, read: { decimal: "," } }); // { date: "day", decimal: "," }
 */
export function readOptions({ columns, read }: Pick<Config, "columns" | "read">): ReadOptions {
  const { encoding, skipRows, headerRow, sheet, delimiter, decimal, dateFormat, durations, datesAcross, missing } =
    read ?? {};
  const { date, kpis, key } = columns ?? {};
  const where = { encoding, skipRows, headerRow, sheet };
  const how = { delimiter, decimal, dateFormat, durations, datesAcross: datesAcross || null, missing };
  const all = { date, kpis, key, ...where, ...how };
  const said = ([, value]: [string, unknown]): boolean =>
    value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(all).filter(said)) as ReadOptions;
}
