import type { SeriesReport } from "kpi-anomaly";
import type { NearestFacts } from "../../../shared/protocol/index.js";
import type { ViewContext } from "./view-context.js";

/** Points that are named where no incident is. */
const mostNearest = 5;

/** Points up to which it is tried out from which sensitivity on a point is flagged. */
const MOST_TRIED = 50_000;

/** The unflagged points with the highest combined score. */
export function nearestPoints(series: SeriesReport, { needed }: ViewContext): NearestFacts[] {
  const best: number[] = [];
  for (let point = 0; point < series.scores.length; point++) {
    if (Number.isNaN(series.scores[point])) continue;
    if (best.length < mostNearest || series.scores[point] > series.scores[best[best.length - 1]]) {
      best.push(point);
      best.sort((a, b) => series.scores[b] - series.scores[a]);
      best.length = Math.min(best.length, mostNearest);
    }
  }
  return best.map((point) => ({
    point,
    time: series.time[point],
    line: series.lines[point],
    actual: series.values[point],
    expected: series.expected[point],
    score: series.scores[point],
    // In a longer series nobody waits for it.
    sensitivity: series.scores.length <= MOST_TRIED ? needed(series, point) : NaN,
  }));
}
