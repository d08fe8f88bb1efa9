import { cellText, columnNamed, type Series, type Table } from "../table.js";

/** The values of the key column, in the order in which they first appear. */
export function keyValues(table: Table): string[] {
  if (table.key === null) return [""];
  const column = columnNamed(table, table.key);
  return [...new Set(Array.from({ length: table.records }, (_, record) => cellText(column, record)))];
}

/** One KPI through time, of one key value when the table has a key. */
export function seriesOf(table: Table, kpi: string, keyValue?: string): Series {
  const column = columnNamed(table, kpi);
  const key = table.key === null ? null : columnNamed(table, table.key);
  const time = table.time?.values;
  const records = Array.from({ length: table.records }, (_, record) => record).filter((record) => (!time || !Number.isNaN(time[record])) && (!key || keyValue === undefined || cellText(key, record) === keyValue));
  if (time) records.sort((a, b) => time[a] - time[b] || a - b);
  return {
    kpi,
    key: keyValue ?? "",
    records: Uint32Array.from(records),
    time: Float64Array.from(records, (record) => (time ? time[record] : record)),
    dated: time !== undefined,
    values: Float64Array.from(records, (record) => (column.kind === "number" ? column.values[record] : NaN)),
    cadence: table.cadence,
  };
}
