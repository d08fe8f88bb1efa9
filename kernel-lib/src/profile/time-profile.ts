import { findCadence, type CadenceModel } from "../season/cadence.js";
import type { Cadence, Series, Table } from "../table.js";

/** A stretch without records. */
export interface Gap {
  /** Last moment before and first moment after it, in milliseconds since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** Moments that should be in between, by the cadence. */
  readonly missing: number;
}

/** The time axis of a table. */
export interface TimeProfile {
  /** Columns the time was read from and how; null without dates. */
  readonly date: {
    readonly columns: readonly string[];
    readonly format: string;
    readonly zone: "instant" | "naive";
  } | null;
  readonly first: number;
  readonly last: number;
  readonly order: "ascending" | "descending" | "unsorted" | "no dates";
  /** Records whose moment stands in the file already (in the same series). */
  readonly duplicates: number;
  /** Longest gaps, at most 20, and how many there are. */
  readonly gaps: readonly Gap[];
  readonly gapCount: number;
  readonly cadence: Cadence | null;
}

/**
 * All stretches without records of series in time order, longest first, by the rule of the reader: a holiday of business days
 * is none. None where there is no usual step, so none in irregular series. O(n log n).
 */
export function timeGaps(cadence: Cadence | null, series: readonly Series[]): Gap[] {
  if (cadence === null || cadence.label === "irregular") return [];
  const moments = series
    .filter(({ dated }) => dated)
    .map(({ time }) => time.filter((each, i) => Number.isFinite(each) && each !== time[i - 1]));
  const model = findCadence(moments);
  if (model === null || model.label === "irregular") return [];
  return moments
    .flatMap((times) => gapsOf(times, model))
    .sort((a, b) => b.missing - a.missing || b.to - b.from - (a.to - a.from));
}

/**
 * Describes when things were recorded.
 * @param series one of each key value, in time order
 */
export function timeProfile(table: Table, series: readonly Series[]): TimeProfile {
  const { time, cadence } = table;
  if (!time)
    return {
      date: null,
      first: 0,
      last: Math.max(0, table.records - 1),
      order: "no dates",
      duplicates: 0,
      gaps: [],
      gapCount: 0,
      cadence: null,
    };
  const gaps = timeGaps(cadence, series);
  const duplicates = series.reduce((sum, each) => sum + repeated(each.time), 0);
  const first = Math.min(...series.filter((each) => each.time.length > 0).map((each) => each.time[0]));
  const last = Math.max(
    ...series.filter((each) => each.time.length > 0).map((each) => each.time[each.time.length - 1]),
  );
  const order = orderOf(table);
  const { columns, format, zone } = time;
  return {
    date: { columns, format, zone },
    first,
    last,
    order,
    duplicates,
    gaps: gaps.slice(0, 20),
    gapCount: gaps.length,
    cadence,
  };
}

/** Of a file of many series that of each, which the reader knows: they may stand one below the other. */
function orderOf({ time, key, warnings }: Table): TimeProfile["order"] {
  const order = time === null ? "no dates" : orderOfTimes(time.values);
  const apart = key !== null && !warnings.some(({ code }) => code === "unsorted_rows_sorted");
  return apart && order === "unsorted" ? "ascending" : order;
}

function orderOfTimes(times: Float64Array): TimeProfile["order"] {
  let rising = true;
  let falling = true;
  let before = NaN;
  for (const time of times) {
    if (time < before) rising = false;
    if (time > before) falling = false;
    if (!Number.isNaN(time)) before = time;
  }
  return rising ? "ascending" : falling ? "descending" : "unsorted";
}

function gapsOf(times: Float64Array, { missingBetween }: CadenceModel): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 1; i < times.length; i++) {
    const [from, to] = [times[i - 1], times[i]];
    const missing = missingBetween(from, to);
    if (missing >= 1) gaps.push({ from, to, missing });
  }
  return gaps;
}

function repeated(times: Float64Array): number {
  let count = 0;
  for (let i = 1; i < times.length; i++) if (times[i] === times[i - 1]) count++;
  return count;
}
