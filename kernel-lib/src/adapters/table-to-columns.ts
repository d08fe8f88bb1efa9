import type { Report } from "../report.js";
import { cellText, type Table } from "../table.js";

/**
 * The columns of a table by name: dates as `Date` (null where unreadable), numbers as `Float64Array` (NaN where missing),
 * text as strings. What `aq.table(…)` of arquero and `tableFromArrays(…)` of Apache Arrow take.
 *
 * @example
 * const columns = tableToColumns(table);
 */
export function tableToColumns(table: Table): Record<string, Float64Array | string[] | (Date | null)[]> {
  const dates = new Set(table.time?.columns ?? []);
  const time = table.time
    ? [
        [
          table.time.columns.join(" "),
          Array.from(table.time.values, (value) => (Number.isNaN(value) ? null : new Date(value))),
        ] as const,
      ]
    : [];
  const others = table.columns.filter(({ name }) => !dates.has(name));
  return Object.fromEntries([
    ...time,
    ...others.map(
      (column) =>
        [
          column.name,
          column.kind === "number"
            ? column.values
            : Array.from({ length: table.records }, (_, record) => cellText(column, record)),
        ] as const,
    ),
  ]);
}

/**
 * A table as one object a record, in the order of the file; missing values are null.
 *
 * @example
 * const [first] = tableToObjects(table);
 */
export function tableToObjects(table: Table): Record<string, Date | number | string | null>[] {
  const columns = Object.entries(tableToColumns(table));
  return Array.from({ length: table.records }, (_, record) =>
    Object.fromEntries(columns.map(([name, cells]) => [name, known(cells[record])])),
  );
}

/**
 * A report as columns, one row for each point of each series: kpi, series, row (record number from 1), time, value, score,
 * votes, flag and incident (0 for none).
 *
 * @example
 * const { kpi, score } = reportToColumns(report);
 */
export function reportToColumns(report: Report): Record<string, (Date | number | string | null)[]> {
  const rows = report.series.flatMap((series) =>
    Array.from(series.values, (value, point) => ({
      kpi: series.kpi,
      series: series.series,
      row: series.records[point] + 1,
      time: report.date ? new Date(series.time[point]) : null,
      value: known(value),
      score: known(series.scores[point]),
      votes: series.votes[point],
      flag: series.flags[point],
      incident: series.incidentOf[point],
    })),
  );
  const names = ["kpi", "series", "row", "time", "value", "score", "votes", "flag", "incident"] as const;
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}

function known<Value>(value: Value): Value | null {
  return Number.isNaN(value) ? null : value;
}
