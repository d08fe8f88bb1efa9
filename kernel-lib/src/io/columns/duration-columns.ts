import { saysHowLong } from "../time/composite-date.js";
import type { TimeAxis } from "../time/time-axis.js";
import type { RawColumn } from "./read-columns.js";

/** Columns with those of durations as seconds, and which ones they are. */
export interface CountedDurations {
  readonly columns: readonly RawColumn[];
  readonly durations: readonly number[];
}

/**
 * Times such as `0:02:31` that are no part of the date are durations: numbers of seconds. Without a date in the file a column
 * of times stays what it is.
 */
export function durationsCounted(
  names: readonly string[],
  columns: readonly RawColumn[],
  axis: TimeAxis | null,
): CountedDurations {
  const durations: number[] = [];
  const hasTimes = axis?.columns.some((c) => isTimes(columns[c])) ?? false;
  const counted = columns.map((column, c): RawColumn => {
    if (column.kind === "number" && column.readings.durations > 0) durations.push(c);
    if (column.kind !== "date" || !isTimes(column) || axis === null || axis.columns.includes(c)) return column;
    // Beside a start there is an end.
    if (hasTimes && !saysHowLong(names[c])) return column;
    durations.push(c);
    return asSeconds(column.readings.values, column.readings.missing);
  });
  return { columns: counted, durations };
}

function isTimes(column: RawColumn): boolean {
  return column.kind === "date" && column.readings.timeOnly;
}

function asSeconds(times: Float64Array, missing: number): RawColumn {
  const values = times.map((time) => time / 1000);
  let numbers = 0;
  let low = Infinity;
  let high = -Infinity;
  let decimals = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    numbers++;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (!Number.isInteger(value)) decimals = 3;
  }
  return {
    kind: "number",
    readings: {
      values,
      decimals,
      numbers,
      missing,
      infinite: [],
      unreadable: values.length - numbers - missing,
      imprecise: [],
      leadingZeros: 0,
      low,
      high,
      odd: [],
      marks: null,
      unit: null,
      mixedUnits: [],
      durations: numbers,
    },
  };
}
