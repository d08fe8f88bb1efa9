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
 * out; without dates the record number is the time. In a file with a key, one value of the key: never a mixture. Where the
 * series is the whole table in its order, its arrays are the table's own.
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
  const whole = isWhole(records, table.records);
  const time = table.time ? at(table.time.values, records, whole) : Float64Array.from(records);
  const values = at(column.values, records, whole);
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

/** Whether these are all records in the order of the file: then the columns of the table are the series, and need not be copied. */
function isWhole(records: Uint32Array, all: number): boolean {
  if (records.length !== all) return false;
  for (let place = 0; place < all; place++) if (records[place] !== place) return false;
  return true;
}

function at(column: Float64Array, records: Uint32Array, whole: boolean): Float64Array {
  if (whole) return column;
  const found = new Float64Array(records.length);
  for (let i = 0; i < records.length; i++) found[i] = column[records[i]];
  return found;
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
