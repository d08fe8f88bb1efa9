import type { Cadence, Column, TimeColumn, Warning } from "../../table.js";
import { groupRecords } from "../columns/key-column.js";
import { orderByTime, type TimeOrder } from "./time-order.js";
import { suspiciousDates } from "./suspicious-dates.js";
import { timeFindings } from "./time-findings.js";

/** The time of every record once absurd dates are left out, and what its order tells. */
export interface DatedRecords {
  readonly time: TimeColumn;
  readonly cadence: Cadence | null;
  readonly warnings: readonly Warning[];
  /** Records in time order, one list a series. */
  readonly orders: readonly Uint32Array[];
}

/** Checks the dates of a table, whose order by time is known; `key` splits it into series that are looked at one by one. `leftOut` records have dates that were left out on purpose. */
export function datedRecords(
  axis: TimeColumn,
  whole: TimeOrder,
  key: readonly Column[],
  leftOut: number = 0,
): DatedRecords {
  const unreadable = axis.values.length - whole.records.length - leftOut;
  const absurd = suspiciousDates(axis.values, whole.records);
  const values = absurd.length > 0 ? axis.values.slice() : axis.values;
  for (const record of absurd) values[record] = NaN;
  const orderings =
    key.length > 0
      ? groupRecords(key).records.map((records) => orderByTime(values, records))
      : [absurd.length > 0 ? orderByTime(values, null) : whole];
  const { cadence, warnings } = timeFindings(values, axis.zone, orderings);
  const orders = orderings.map(({ records }) => records);
  const first: Warning[] = [];
  const name = axis.columns.join("+");
  if (unreadable > 0)
    first.push({
      code: "unparsable_date_rows",
      facts: { column: name, rows: unreadable, monthNames: null },
      column: name,
      rows: rowsWithoutDate(axis.values),
      count: unreadable,
    });
  if (absurd.length > 0)
    first.push({
      code: "suspicious_dates",
      facts: { rows: absurd.length, example: axis.values[absurd[0]] },
      column: name,
      rows: absurd.slice(0, 20).map((record) => record + 1),
      count: absurd.length,
    });
  return { time: { ...axis, values }, cadence, warnings: [...first, ...warnings], orders };
}

function rowsWithoutDate(times: Float64Array): number[] {
  const rows: number[] = [];
  for (let i = 0; i < times.length && rows.length < 20; i++) if (Number.isNaN(times[i])) rows.push(i + 1);
  return rows;
}
