import { keyColumns } from "../io/columns/key-column.js";
import type { Report } from "../report.js";
import { cellText, type Table } from "../table.js";
import { csvLine } from "./csv-line.js";
import { timestamp } from "./timestamp.js";

/**
 * The table as it was understood: time first, then the key and the KPIs as plain numbers, in time order, unreadable dates left out.
 *
 * @example
 * const text = cleanCsv(report, table);
 */
export function cleanCsv(report: Report, table: Table): string {
  const kpis = [...new Set(report.series.map((series) => series.kpi))];
  const columns = kpis
    .map((kpi) => table.columns.find((column) => column.name === kpi))
    .filter((column) => column?.kind === "number");
  const keys = table.key === null ? [] : keyColumns(table, table.key);
  const time = table.time?.values;
  const order = Array.from({ length: table.records }, (_, record) => record).filter(
    (record) => !time || !Number.isNaN(time[record]),
  );
  if (time) order.sort((a, b) => time[a] - time[b] || a - b);
  const keyCells = (record: number): string[] => keys.map((key) => cellText(key, record));
  const lines = order.map((record) =>
    csvLine([
      time ? timestamp(time[record], report.date) : String(record + 1),
      ...keyCells(record),
      ...columns.map((column) => column.values[record]),
    ]),
  );
  return [csvLine([time ? "timestamp" : "row", ...keys.map((key) => key.name), ...kpis]), ...lines].join("");
}
