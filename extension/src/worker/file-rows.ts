import type { Table } from "kpi-anomaly";
import type { FileRows } from "../../shared/protocol/index.js";

/** Rows shown above and below the one that is meant, and columns of them. */
const around = 12;
const mostColumns = 30;

/** The records of a table around the one that stands on a line (or row) of the file, for files that no editor shows. */
export function fileRows({ lines, records, columns, time }: Table, line: number): FileRows {
  const found = lines.findIndex((each) => each >= line);
  const record = found < 0 ? records - 1 : found;
  const shown = columns.slice(0, mostColumns);
  const dates = new Set(time?.columns ?? []);
  const first = Math.max(0, record - around);
  const last = Math.min(records - 1, record + around);
  return {
    marked: record + 1,
    records,
    names: shown.map(({ name }) => name),
    left: columns.length - shown.length,
    rows: Array.from({ length: last - first + 1 }, (_, i) => ({
      row: first + i + 1,
      cells: shown.map((column) => {
        if (dates.has(column.name) && time) return momentText(time.values[first + i]);
        if (column.kind === "text") return column.dictionary[column.codes[first + i]] ?? "";
        const value = column.values[first + i];
        return Number.isNaN(value) ? "" : String(value);
      }),
    })),
  };
}

function momentText(time: number): string {
  return Number.isNaN(time)
    ? ""
    : new Date(time)
        .toISOString()
        .replace("T", " ")
        .replace(/( 00:00:00)?\.000Z$|Z$/, "");
}
