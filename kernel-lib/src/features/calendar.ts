import type { Series } from "../table.js";
import { defineFeature, type Feature, type FeatureColumn } from "./feature.js";

const DAY = 86_400_000;

/**
 * Day of week (0 = Monday), month (1 to 12), weekend (0 or 1) and, below a daily cadence, hour of day (0 to 23).
 * A column that is the same on every point is left out; a file without dates has none of them.
 */
export const calendar: Feature = defineFeature({
  title: "Calendar",
  summary: "Day of week, month, weekend and hour of day.",
  params: {},
  columns(series) {
    if (!series.dated) return [];
    const seconds = series.cadence?.seconds ?? 0;
    const days = seconds < 5 * 86400;
    return [
      ...(seconds < 86400 ? [column(series, "hour", (time) => Math.floor(modulo(time, DAY) / 3_600_000))] : []),
      ...(days ? [column(series, "day_of_week", dayOfWeek), column(series, "weekend", (time) => (dayOfWeek(time) >= 5 ? 1 : 0))] : []),
      column(series, "month", month),
    ].filter((candidate) => candidate !== null);
  },
});

/** 1970-01-01 was a Thursday. */
function dayOfWeek(time: number): number {
  return modulo(Math.floor(time / DAY) + 3, 7);
}

/** Month of the Gregorian calendar, without a Date for each point (Hinnant: chrono-compatible low-level date algorithms). */
function month(time: number): number {
  // Days since 0000-03-01 within its 400 years, the year within them, the day within the year that starts in March.
  const day = modulo(Math.floor(time / DAY) + 719_468, 146_097);
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function column(series: Series, name: string, of: (time: number) => number): FeatureColumn | null {
  const { time } = series;
  const first = time.length > 0 ? of(time[0]) : 0;
  if (time.every((moment) => of(moment) === first)) return null;
  return {
    name,
    fill(target, offset, stride) {
      for (let i = 0; i < time.length; i++) target[offset + i * stride] = of(time[i]);
    },
  };
}
