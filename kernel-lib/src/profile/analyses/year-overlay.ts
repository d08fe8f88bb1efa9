import { dayOfLeapYear } from "../../baseline/dates/civil-day.js";
import type { Series } from "../../table.js";

/** The course of each year, laid over each other. */
export interface YearOverlay {
  /** What one place of a year is. */
  readonly by: "week" | "month";
  /** Ascending; `means` has 53 weeks (from 1 January in sevens, 29 February with 28) or 12 months, NaN where nothing is known. */
  readonly years: readonly { readonly year: number; readonly means: Float64Array }[];
  /** The last year beside the one before, over the places that both have; null where there is none. */
  readonly latest: {
    readonly year: number;
    readonly before: number;
    /** Mean of each over those places, and how many they are. */
    readonly mean: number;
    readonly meanBefore: number;
    readonly places: number;
  } | null;
}

const DAY = 86_400_000;
/** Steps above this are laid over each other by months: ten days, in seconds. */
const WEEKLY_UP_TO = 864_000;

/**
 * Means of each week (or month, where values come more rarely than every ten days) of each year. Null without dates or with
 * less than two years. O(n).
 */
export function yearOverlay({ values, time, dated }: Series): YearOverlay | null {
  const last = time.length - 1;
  if (!dated || last < 1 || time[last] - time[0] < 365 * DAY) return null;
  const by = (time[last] - time[0]) / last / 1000 > WEEKLY_UP_TO ? "month" : "week";
  const places = by === "week" ? 53 : 12;
  const sums = new Map<number, { sum: Float64Array; count: Float64Array }>();
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const date = new Date(time[i]);
    const year = date.getUTCFullYear();
    let own = sums.get(year);
    if (!own) sums.set(year, (own = { sum: new Float64Array(places), count: new Float64Array(places) }));
    const place = placeOf(date, by);
    own.sum[place] += values[i];
    own.count[place]++;
  }
  const years = [...sums.keys()]
    .sort((a, b) => a - b)
    .map((year) => {
      const { sum, count } = sums.get(year)!;
      return { year, means: sum.map((total, place) => (count[place] > 0 ? total / count[place] : NaN)) };
    });
  return years.length < 2 ? null : { by, years, latest: latestOf(years) };
}

function placeOf(date: Date, by: "week" | "month"): number {
  const month = date.getUTCMonth();
  if (by === "month") return month;
  const day = dayOfLeapYear(month + 1, Math.min(date.getUTCDate(), month === 1 ? 28 : 31));
  return Math.floor((day - (month > 1 ? 2 : 1)) / 7);
}

function latestOf(years: YearOverlay["years"]): YearOverlay["latest"] {
  const [earlier, later] = years.slice(-2);
  if (later.year !== earlier.year + 1) return null;
  let [sum, before, places] = [0, 0, 0];
  for (let place = 0; place < later.means.length; place++) {
    if (Number.isNaN(later.means[place] + earlier.means[place])) continue;
    sum += later.means[place];
    before += earlier.means[place];
    places++;
  }
  return places === 0
    ? null
    : { year: later.year, before: earlier.year, mean: sum / places, meanBefore: before / places, places };
}
