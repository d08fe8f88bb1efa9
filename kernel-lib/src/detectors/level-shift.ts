import { subtract } from "../numeric/elementwise.js";
import { robustScale } from "../numeric/scaling/robust-deviation.js";
import { runningMedian } from "../numeric/windows/running-median.js";
import { median } from "../numeric/statistics.js";
import type { Rhythm, Season } from "../season/season.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** Rows of the medians that are compared: half a day of five minutes, a day of hours, two weeks of days. */
const WIDTH: Readonly<Record<Rhythm, number>> = { minutes: 144, hours: 24, days: 14 };

/**
 * How far the level after a point differs from the level before it, both as medians of the values without their season,
 * in robust deviations: finds steps that single values do not show. O(n log n).
 */
export const levelShift: Detector = defineDetector({
  title: "Level shift",
  summary: "How far the level after a point differs from the level before it.",
  translations: {
    de: { title: "Niveausprung", summary: "Wie weit sich das Niveau nach einem Wert von dem davor unterscheidet." },
  },
  family: "series",
  params: {},
  share: { rule: "sum", weight: 0.2 },
  threshold: { kind: "deviations", value: 8 },
  fit: bySeason(steps),
});

function steps(season: Season): Float64Array {
  const n = season.shrunk.length;
  const level = withoutCycle(season.shrunk, season.cycleRows);
  const width = Math.max(3, Math.min(WIDTH[season.rhythm], Math.floor(n / 10)));
  const smooth = runningMedian(level, width, width);
  const scale = Math.max(robustScale(subtract(level, smooth)), 1e-12);
  const half = (width + 1) >> 1;
  const scores = new Float64Array(n);
  for (let i = 0; i < n; i++)
    scores[i] = Math.abs(smooth[Math.min(n - 1, i + half)] - smooth[Math.max(0, i - half)]) / scale;
  return scores;
}

/** Values less the median of their place in the cycle; the trend stays, since a step is part of it. */
function withoutCycle(values: Float64Array, cycle: number): Float64Array {
  if (cycle < 2) return values;
  const trend = runningMedian(values, Math.min(3 * cycle, values.length >> 1), cycle);
  const detrended = subtract(values, trend);
  const profile = Float64Array.from({ length: cycle }, (_, phase) => median(everyNth(detrended, phase, cycle)));
  const level = new Float64Array(values.length);
  for (let i = 0; i < level.length; i++) level[i] = values[i] - profile[i % cycle];
  return level;
}

function everyNth(values: Float64Array, first: number, step: number): Float64Array {
  const some = new Float64Array(Math.ceil((values.length - first) / step));
  for (let k = 0; k < some.length; k++) some[k] = values[first + k * step];
  return some;
}
