import type { ShortParts } from "../numbers/duration-text.js";
import { shortParts, type ShortDurations } from "../numbers/short-durations.js";
import { saysHowLong } from "../time/composite-date.js";
import type { DateReadings } from "../dates/date-cells.js";
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
  partsOf: (column: number) => ShortParts | null,
): CountedDurations {
  const durations: number[] = [];
  const hasTimes = axis?.columns.some((c) => isTimes(columns[c])) ?? false;
  const counted = columns.map((column, c): RawColumn => {
    if (column.kind === "number" && column.readings.durations > 0) durations.push(c);
    if (column.kind !== "date" || !isTimes(column) || axis === null || axis.columns.includes(c)) return column;
    // Beside a start there is an end.
    if (hasTimes && !saysHowLong(names[c])) return column;
    durations.push(c);
    return asSeconds(column.readings, partsOf(c));
  });
  return { columns: counted, durations };
}

function isTimes(column: RawColumn): boolean {
  return column.kind === "date" && column.readings.timeOnly;
}

function asSeconds({ values: times, missing, withoutSeconds }: DateReadings, told: ShortParts | null): RawColumn {
  const values = times.map((time) => time / 1000);
  const short = minutesCounted(values, withoutSeconds, told);
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
      shortDurations: short,
    },
  };
}

/** Counts times of two parts as minutes and seconds where that is what they are; null where there is none. */
function minutesCounted(
  values: Float64Array,
  withoutSeconds: Uint8Array | null,
  told: ShortParts | null,
): ShortDurations | null {
  const first = withoutSeconds?.indexOf(1) ?? -1;
  if (withoutSeconds === null || first < 0) return null;
  const besideFull = withoutSeconds.some((short, i) => short === 0 && !Number.isNaN(values[i]));
  const found = shortParts({ told, written: null, besideFull, longest: 0 });
  const minutes = values[first] / 60;
  const example = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  if (found.readAs === "minutes") withoutSeconds.forEach((short, i) => short === 1 && (values[i] /= 60));
  return { ...found, example };
}
