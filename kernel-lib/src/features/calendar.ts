import type { Series } from "../table.js";
import { defineFeature, type CalendarRecipe, type Feature, type FeatureColumn } from "./feature.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Day of week (0 = Monday), month (1 to 12), weekend (0 or 1) and, below a daily cadence, hour of day (0 to 23).
 * A column that is the same on every point is left out; a file without dates has none of them.
 */
export const calendar: Feature = defineFeature({
  title: "Calendar",
  summary: "Day of week, month, weekend and hour of day.",
  translations: { de: { title: "Kalender", summary: "Wochentag, Monat, Wochenende und Stunde des Tages." } },
  params: {},
  columns(series) {
    if (!series.dated) return [];
    const seconds = series.cadence?.seconds ?? 0;
    const days = seconds < 5 * 86400;
    return [
      ...(seconds < 86400 ? [column(series, "hour", "hour", HOUR, (hour) => hour - 24 * Math.floor(hour / 24))] : []),
      ...(days
        ? [
            column(series, "day_of_week", "dayOfWeek", DAY, dayOfWeek),
            column(series, "weekend", "weekend", DAY, (day) => (dayOfWeek(day) >= 5 ? 1 : 0)),
          ]
        : []),
      column(series, "month", "month", DAY, month),
    ].filter((candidate) => candidate !== null);
  },
});

/** Of a day counted from 1970-01-01, which was a Thursday. */
function dayOfWeek(day: number): number {
  return day + 3 - 7 * Math.floor((day + 3) / 7);
}

/** Month of the Gregorian calendar, without a Date for each day (Hinnant: chrono-compatible low-level date algorithms). */
function month(day: number): number {
  // Days since 0000-03-01 within its 400 years, the year within them, the day within the year that starts in March.
  const shifted = day + 719_468;
  const within = shifted - 146_097 * Math.floor(shifted / 146_097);
  const year = Math.floor(
    (within - Math.floor(within / 1460) + Math.floor(within / 36_524) - Math.floor(within / 146_096)) / 365,
  );
  const dayOfYear = within - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
}

/** What `of` says about the hour or day (`unit`, counted from 1970) of each point. It is asked only where that changes. */
function column(
  { time }: Series,
  name: string,
  make: CalendarRecipe["make"],
  unit: number,
  of: (count: number) => number,
): FeatureColumn | null {
  const at = (i: number): number => of(Math.floor(time[i] / unit));
  const first = time.length > 0 ? at(0) : 0;
  if (time.every((_, i) => at(i) === first)) return null;
  return {
    name,
    recipe: { make },
    fill(target, from) {
      let start = NaN;
      let end = NaN;
      let value = NaN;
      for (let k = 0; k < target.length; k++) {
        const moment = time[from + k];
        if (!(moment >= start && moment < end)) {
          const count = Math.floor(moment / unit);
          start = count * unit;
          end = start + unit;
          value = of(count);
        }
        target[k] = value;
      }
    },
  };
}
