import type { Cadence, Warning } from "../../table.js";
import { findCadence, type CadenceModel } from "../../season/cadence.js";
import { distinctTimes, type TimeOrder } from "./time-order.js";

/** What the order of the records in time tells. */
export interface TimeFindings {
  readonly cadence: Cadence | null;
  readonly warnings: readonly Warning[];
}

/** Finds cadence, disorder, repeated moments and gaps of series whose records are in time order. */
export function timeFindings(
  times: Float64Array,
  zone: "instant" | "naive",
  orders: readonly TimeOrder[],
): TimeFindings {
  const moments = orders.map(({ records }) => distinctTimes(times, records));
  const model = findCadence(moments);
  const warnings = [
    unsorted(orders),
    repeated(times, orders),
    ...(model
      ? [gaps(moments, model, times, orders, zone), irregular(model), shortLastStep(moments, model, orders)]
      : []),
  ];
  const cadence = model && { seconds: model.seconds, label: model.label, regularity: model.regularity };
  return { cadence, warnings: warnings.filter((warning) => warning !== null) };
}

function unsorted(orders: readonly TimeOrder[]): Warning | null {
  const descents = orders.reduce((sum, order) => sum + order.descents, 0);
  const ascents = orders.reduce((sum, order) => sum + order.ascents, 0);
  if (descents === 0) return null;
  return { code: "unsorted_rows_sorted", facts: { newestFirst: ascents === 0 }, count: descents };
}

function repeated(times: Float64Array, orders: readonly TimeOrder[]): Warning | null {
  const rows: number[] = [];
  let count = 0;
  for (const { records } of orders) {
    for (let i = 1; i < records.length; i++) {
      if (times[records[i]] !== times[records[i - 1]]) continue;
      count++;
      if (rows.length < 20) rows.push(records[i] + 1);
    }
  }
  return count === 0
    ? null
    : {
        code: "duplicate_timestamps",
        facts: { rows: count, example: times[rows[0] - 1] },
        rows,
        count,
      };
}

function gaps(
  moments: readonly Float64Array[],
  model: CadenceModel,
  times: Float64Array,
  orders: readonly TimeOrder[],
  zone: "instant" | "naive",
): Warning | null {
  const rows: number[] = [];
  let count = 0;
  let missing = 0;
  let clockChanges = 0;
  let longest = { from: 0, to: 0 };
  moments.forEach((list, g) => {
    const step = (model.seconds ?? 0) * 1000;
    for (let i = 1; i < list.length; i++) {
      if (list[i] - list[i - 1] <= step) continue;
      const lost = model.missingBetween(list[i - 1], list[i]);
      if (lost === 0) continue;
      count++;
      missing += lost;
      if (zone === "naive" && isClockChange(list[i - 1], list[i])) clockChanges++;
      if (list[i] - list[i - 1] > longest.to - longest.from) longest = { from: list[i - 1], to: list[i] };
      if (rows.length < 20) rows.push(firstRecordAt(times, orders[g].records, list[i]) + 1);
    }
  });
  if (count === 0) return null;
  return {
    code: "gap",
    facts: {
      gaps: count,
      missing: model.label === "irregular" ? null : missing,
      longest,
      clockChanges,
      by: null,
      cadence: model.label,
    },
    rows,
    count,
  };
}

/** An hour that summer time skips: a Sunday of March or April (or October, south of the equator), after midnight. */
function isClockChange(from: number, to: number): boolean {
  const date = new Date(to);
  return (
    to - from <= 3 * 3_600_000 &&
    date.getUTCDay() === 0 &&
    date.getUTCHours() <= 4 &&
    [2, 3, 8, 9].includes(date.getUTCMonth())
  );
}

function irregular(model: CadenceModel): Warning | null {
  if (model.label !== "irregular") return null;
  return {
    code: "irregular_intervals",
    facts: { seconds: model.seconds ?? 0 },
  };
}

/** The last moment comes early after a regular series: its period had not ended when the file was written. */
function shortLastStep(
  moments: readonly Float64Array[],
  model: CadenceModel,
  orders: readonly TimeOrder[],
): Warning | null {
  if (moments.length !== 1 || model.regularity < 0.9 || model.seconds === null || moments[0].length < 5) return null;
  const list = moments[0];
  const step = (list[list.length - 1] - list[list.length - 2]) / 1000;
  if (model.missingBetween(list[list.length - 2], list[list.length - 1]) > 0 || step >= model.seconds * 0.9)
    return null;
  const { records } = orders[0];
  return {
    code: "incomplete_last_period",
    facts: { time: list[list.length - 1], cadence: model.label, because: "early" },
    rows: [records[records.length - 1] + 1],
    count: 1,
  };
}

function firstRecordAt(times: Float64Array, ordered: Uint32Array, time: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[ordered[middle]] < time) low = middle + 1;
    else high = middle;
  }
  return ordered[low];
}
