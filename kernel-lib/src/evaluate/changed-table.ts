import type { NumberColumn, Table } from "../table.js";

/**
 * The table with other values in its KPI columns; nothing else changes, so points keep their places.
 * @param change new value of a record, given the old one; NaN for missing
 */
export function withKpiValues(
  table: Table,
  kpis: readonly string[],
  change: (value: number, record: number, column: NumberColumn) => number,
): Table {
  const columns = table.columns.map((column) =>
    column.kind === "number" && kpis.includes(column.name)
      ? { ...column, values: column.values.map((value, record) => change(value, record, column)) }
      : column,
  );
  return { ...table, columns };
}

/** When each record happened: its time, or its number where the file has no dates. */
export function recordTimes(table: Table): Float64Array {
  return table.time?.values ?? Float64Array.from({ length: table.records }, (_, record) => record);
}

/** First and last moment of a table. */
export function timeSpan(table: Table): readonly [number, number] {
  let first = Infinity;
  let last = -Infinity;
  for (const time of recordTimes(table)) {
    if (Number.isNaN(time)) continue;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return [first, last];
}

/** The table with the KPIs missing wherever `hidden` says so, as if those moments had never been recorded. */
export function withHiddenMoments(table: Table, kpis: readonly string[], hidden: (time: number) => boolean): Table {
  const times = recordTimes(table);
  return withKpiValues(table, kpis, (value, record) => (hidden(times[record]) ? NaN : value));
}
