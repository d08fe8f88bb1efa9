import type { SeriesReport } from "kpi-anomaly";
import type { IncidentDetail } from "../../shared/protocol/index.js";
import { lowerBound } from "./facts/series-window.js";

const hour = 3600_000;
const day = 24 * hour;
const week = 7 * day;
const mostBefore = 5;
const mostPoints = 400;

type Period = "day" | "week" | "year";

/** The stretch a reader compares with: the same weekday for hourly data, the week for daily, the year for monthly. */
function periodFor(stepSeconds: number | null, dated: boolean): Period | null {
  if (!dated || stepSeconds === null) return null;
  if (stepSeconds <= 6 * 3600) return "day";
  return stepSeconds <= 86_400 ? "week" : "year";
}

function periodStart(time: number, period: Period): number {
  if (period === "year") return Date.UTC(new Date(time).getUTCFullYear(), 0, 1);
  const midnight = Math.floor(time / day) * day;
  return period === "day" ? midnight : midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day;
}

/** The starts of this stretch and of the ones before it, newest first: same weekday, week before, year before. */
function periodStarts(time: number, period: Period): number[] {
  const first = periodStart(time, period);
  const starts = [first];
  for (let back = 1; back <= mostBefore; back++) {
    starts.push(period === "year" ? Date.UTC(new Date(first).getUTCFullYear() - back, 0, 1) : first - back * week);
  }
  return starts;
}

const lengthOf = (start: number, period: Period): number =>
  period === "day" ? day : period === "week" ? week : Date.UTC(new Date(start).getUTCFullYear() + 1, 0, 1) - start;

function cut(
  report: SeriesReport,
  start: number,
  length: number,
  values: Float64Array,
): { offset: Float64Array; value: Float64Array } {
  const first = lowerBound(report.time, start);
  const last = lowerBound(report.time, start + length);
  const step = Math.max(1, Math.ceil((last - first) / mostPoints));
  const count = Math.ceil((last - first) / step);
  const offset = new Float64Array(count);
  const value = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    offset[place] = report.time[first + place * step] - start;
    value[place] = values[first + place * step];
  }
  return { offset, value };
}

/** The stretch around a point and the ones like it before, to see by eye what is unusual. */
export function samePeriod(
  report: SeriesReport,
  point: number,
  stepSeconds: number | null,
  dated: boolean,
): Pick<IncidentDetail, "period" | "stretches" | "expected"> {
  const period = periodFor(stepSeconds, dated);
  if (!period) return { period, stretches: [], expected: { offset: new Float64Array(0), value: new Float64Array(0) } };
  const starts = periodStarts(report.time[point], period);
  const stretches = starts
    .map((start) => ({ start, ...cut(report, start, lengthOf(start, period), report.values) }))
    .filter((stretch, index) => index === 0 || stretch.value.some((value) => !Number.isNaN(value)));
  return { period, stretches, expected: cut(report, starts[0], lengthOf(starts[0], period), report.expected) };
}
