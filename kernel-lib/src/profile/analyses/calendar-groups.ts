import { quantileSorted } from "simple-statistics";
import { median as middleOf } from "../../numeric/statistics.js";
import type { Series } from "../../table.js";

/** Places in the calendar by which values are grouped: hour 0 to 23, weekday 0 (Sunday) to 6, month 0 to 11. */
export type CalendarPart = "hour" | "weekday" | "month";

/** The values of one place of the calendar as a box (Tukey, Exploratory Data Analysis, 1977). */
export interface CalendarBox {
  readonly place: number;
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  /** Outermost values that are at most one and a half times the middle half away from it. */
  readonly lowerWhisker: number;
  readonly upperWhisker: number;
  /** Values beyond the whiskers. */
  readonly outside: number;
}

/** The values of a KPI by one part of the calendar. */
export interface CalendarGroups {
  readonly by: CalendarPart;
  /** One for each place that has values, ascending. */
  readonly boxes: readonly CalendarBox[];
}

const PLACES: Readonly<Record<CalendarPart, (date: Date) => number>> = {
  hour: (date) => date.getUTCHours(),
  weekday: (date) => date.getUTCDay(),
  month: (date) => date.getUTCMonth(),
};

/** Fewer places, or fewer values in one of them, show nothing. */
const LEAST_PLACES = 3;
const LEAST_VALUES = 3;

const WEEK = 7 * 86_400_000;

/**
 * The values by hour of the day, day of the week and month, each where at least three places hold three values; not by the
 * day of the week where a row is a week or more: that a month began on a Saturday says nothing of Saturdays. Empty
 * without dates. O(n log n).
 */
export function calendarGroups({ values, time, dated }: Series): CalendarGroups[] {
  if (!dated) return [];
  const isCoarse = medianStep(time) >= WEEK;
  const places = { hour: [], weekday: [], month: [] } as Record<CalendarPart, number[][]>;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const date = new Date(time[i]);
    for (const by of Object.keys(PLACES) as CalendarPart[]) (places[by][PLACES[by](date)] ??= []).push(values[i]);
  }
  return (Object.keys(PLACES) as CalendarPart[])
    .filter((by) => by !== "weekday" || !isCoarse)
    .map((by) => ({ by, boxes: places[by].flatMap((group, place) => (group ? [boxOf(group, place)] : [])) }))
    .filter(({ boxes }) => boxes.length >= LEAST_PLACES && boxes.every(({ count }) => count >= LEAST_VALUES));
}

/** Usual distance of two moments, NaN for fewer. */
const medianStep = (time: Series["time"]): number =>
  middleOf(Float64Array.from({ length: Math.max(0, time.length - 1) }, (_, i) => time[i + 1] - time[i]));

function boxOf(group: number[], place: number): CalendarBox {
  const sorted = Array.from(Float64Array.from(group).sort());
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((share) => quantileSorted(sorted, share));
  const reach = 1.5 * (upperQuartile - lowerQuartile);
  const inside = sorted.filter((value) => value >= lowerQuartile - reach && value <= upperQuartile + reach);
  return {
    place,
    count: sorted.length,
    lowerQuartile,
    median,
    upperQuartile,
    lowerWhisker: Math.min(lowerQuartile, inside[0] ?? lowerQuartile),
    upperWhisker: Math.max(upperQuartile, inside[inside.length - 1] ?? upperQuartile),
    outside: sorted.length - inside.length,
  };
}
