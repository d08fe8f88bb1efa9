import type { Report } from "../report.js";
import type { Table } from "../table.js";
import { cleanCsv } from "./clean-csv.js";

/**
 * What `anomaliesCsv` and `annotatedCsv` are given: the report and the cells of its records. Records that were put together
 * are not those of the file; they stand as `cleanCsv` writes them.
 *
 * @param table what was judged
 * @param bytes the file that the table was read from
 */
export function reportCells(
  report: Report,
  table: Table,
  bytes: Uint8Array,
): readonly [report: Report, cells: Uint8Array | string] {
  if (!table.aggregated && !table.turned) return [report, bytes];
  const { told: _told, ...source } = report.source;
  return [
    { ...report, source: { ...source, encoding: "utf-8", delimiter: ",", decimal: ".", header: true } },
    cleanCsv(report, table),
  ];
}
