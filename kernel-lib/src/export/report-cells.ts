import { isOfColumns } from "../io/formats/columns.js";
import type { Report } from "../report.js";
import type { Table } from "../table.js";
import { cleanCsv } from "./clean-csv.js";

/**
 * What `anomaliesCsv` and `annotatedCsv` are given: the report and the cells of its records. Records that were put together
 * are not those of the file; they stand as `cleanCsv` writes them.
 *
 * @param table what was judged
 * @param bytes the text that the table was read from: the bytes of a text file, or what `open` gives for any file
 *
 * @example
 * const text = annotatedCsv(...reportCells(report, table, bytes));
 */
export function reportCells(
  report: Report,
  table: Table,
  bytes: Uint8Array | (() => Uint8Array),
): readonly [report: Report, cells: Uint8Array | string] {
  const { told: _told, ...source } = report.source;
  if (!table.aggregated && !table.turned) {
    const text = typeof bytes === "function" ? bytes() : bytes;
    // What was written for columns with types has its names in the first line, whatever they look like.
    return isOfColumns(source) ? [{ ...report, source: { ...source, told: { headerRow: 1 } } }, text] : [report, text];
  }
  return [
    { ...report, source: { ...source, encoding: "utf-8", delimiter: ",", decimal: ".", header: true } },
    cleanCsv(report, table),
  ];
}
