import { InputError } from "../errors.js";
import { columnNamed, type Series, type Table } from "../table.js";
import { findCadence } from "../season/cadence.js";
import { groupRecords, keyColumns } from "./columns/key-column.js";
import { distinctTimes, orderByTime } from "./time/time-order.js";

/**
 * Values of the key column (of two, joined as `3 + 12`), in the order in which they first appear; one empty value when the table has no key.
 *
 * @example
 * for (const shop of keyValues(table)) console.log(shop, seriesOf(table, "sales", shop).values.length);
 */
export function keyValues(table: Table): string[] {
  return table.key === null ? [""] : [...groupRecords(keyColumns(table, table.key)).values];
}

/** Records of the longest series; those without a usable date counted in. */
export function longestSeries(table: Table): number {
  if (table.key === null) return table.records;
  return groupRecords(keyColumns(table, table.key)).records.reduce((most, { length }) => Math.max(most, length), 0);
}

/**
 * One KPI through time, points in time order (records of one moment in file order). Records without a usable date are left
 * out; without dates the record number is the time. In a file with a key, one value of the key: never a mixture.
 * @throws InputError `column_not_found` for an unknown KPI or key value, `no_numeric_column` for a column of text
 *
 * @example
 * const { values, time } = seriesOf(table, "sales");
 */
export function seriesOf(table: Table, kpi: string, keyValue?: string): Series {
  const column = columnNamed(table, kpi);
  if (column.kind !== "number") throw new InputError("text_column", { column: kpi });
  const { key, records: members } = membersOf(table, keyValue);
  const dated = table.time !== null;
  const records = table.time ? orderByTime(table.time.values, members).records : members;
  const time = new Float64Array(records.length);
  const values = new Float64Array(records.length);
  for (let i = 0; i < records.length; i++) {
    time[i] = table.time ? table.time.values[records[i]] : records[i];
    values[i] = column.values[records[i]];
  }
  const cadence = table.time ? findCadence([distinctTimes(table.time.values, records)]) : null;
  return {
    kpi,
    key,
    records,
    time,
    dated,
    values,
    cadence: cadence && { seconds: cadence.seconds, label: cadence.label, regularity: cadence.regularity },
  };
}

/** The records of one key value; of the first one when none is named. */
function membersOf(table: Table, keyValue: string | undefined): { key: string; records: Uint32Array } {
  if (table.key === null) {
    const records = new Uint32Array(table.records);
    for (let i = 0; i < records.length; i++) records[i] = i;
    return { key: "", records };
  }
  const { values, records } = groupRecords(keyColumns(table, table.key));
  const index = keyValue === undefined ? 0 : values.indexOf(keyValue);
  if (index >= 0) return { key: values[index], records: records[index] };
  throw new InputError("no_key_value", { key: table.key, value: String(keyValue), values });
}
