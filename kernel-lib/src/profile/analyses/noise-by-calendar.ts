import type { NormalFacts } from "../../report.js";
import { median } from "../../numeric/statistics.js";
import type { Series } from "../../table.js";
import type { CalendarPart } from "./calendar-groups.js";

/** How much a KPI scatters about what is usual, by the hour of the day or the weekday. */
export interface NoiseByCalendar {
  readonly by: Extract<CalendarPart, "hour" | "weekday">;
  /** Mean noise (a standard deviation) at each hour from 0 or weekday from Sunday; NaN where there is none. */
  readonly noise: readonly number[];
  /** Whether noise is a share of the usual value, else it is in the KPI's unit. */
  readonly isShare: boolean;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Steps are as long as a part of the calendar when they are off by no more than this. */
const TOLERANCE = 0.001;

/**
 * The noise that the model of what is normal knows at each place of its shortest cycle, by the calendar. Null where that cycle
 * is neither a day nor a week, where the model works on a scale that no reader knows, and without dates. O(n).
 */
export function noiseByCalendar({ time, dated }: Series, normal: NormalFacts | null): NoiseByCalendar | null {
  if (!dated || normal === null || time.length < 2) return null;
  const { noiseByPlace, transform } = normal;
  const period = noiseByPlace.length;
  if (period < 2 || (transform !== "none" && transform !== "logarithm")) return null;
  const step = median(time.subarray(1).map((at, i) => at - time[i]));
  const cycle = step * period;
  const by = isNear(cycle, DAY) ? "hour" : isNear(cycle, WEEK) && isNear(step, DAY) ? "weekday" : null;
  if (by === null) return null;
  const places = by === "hour" ? 24 : 7;
  const [sums, counts] = [new Float64Array(places), new Float64Array(places)];
  for (const at of time) {
    const row = Math.round((at - time[0]) / step) % period;
    const date = new Date(at);
    const place = by === "hour" ? date.getUTCHours() : date.getUTCDay();
    sums[place] += noiseByPlace[row];
    counts[place]++;
  }
  return { by, noise: Array.from(sums, (sum, place) => sum / counts[place]), isShare: transform === "logarithm" };
}

const isNear = (length: number, wanted: number): boolean => Math.abs(length / wanted - 1) < TOLERANCE;
