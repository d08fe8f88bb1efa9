import type { ColumnRole, Warning } from "../../table.js";
import type { DatedRecords } from "./dated-records.js";
import type { RawColumn } from "../columns/read-columns.js";

/** Periods whose values are sums over the period, so that an unfinished one is too small. */
const PERIODS: ReadonlySet<string> = new Set([
  "daily",
  "business-daily",
  "weekly",
  "monthly",
  "quarterly",
  "half-yearly",
  "yearly",
]);
/** Earlier values that are looked at. */
const BEFORE = 400;
const LEAST = 12;

/**
 * The last row of a daily to yearly file when all its KPIs are less than half of anything seen before: most likely the
 * file was written before the period was over.
 */
export function lastPeriodWarning(
  columns: readonly RawColumn[],
  roles: readonly ColumnRole[],
  dated: DatedRecords,
): Warning | null {
  const order = dated.orders[0];
  if (dated.cadence === null || !PERIODS.has(dated.cadence.label) || order.length <= LEAST) return null;
  const last = order[order.length - 1];
  const before = order.subarray(Math.max(0, order.length - 1 - BEFORE), order.length - 1);
  let low = 0;
  for (const [c, column] of columns.entries()) {
    if (roles[c] !== "kpi" || column.kind !== "number") continue;
    const { values } = column.readings;
    const least = before.reduce((least, record) => (values[record] < least ? values[record] : least), Infinity);
    if (!(least > 0) || Number.isNaN(values[last])) return null;
    const most = before.reduce((most, record) => (values[record] > most ? values[record] : most), -Infinity);
    if (most === least) continue;
    if (!(values[last] >= 0 && values[last] < least / 2)) return null;
    low++;
  }
  if (low === 0) return null;
  return {
    code: "incomplete_last_period",
    facts: { time: dated.time.values[last], cadence: dated.cadence.label, because: "low" },
    rows: [last + 1],
    count: 1,
  };
}
