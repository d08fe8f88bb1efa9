import { robustStandardise, unitScores } from "../numeric/robust-spread.js";
import { bestOfWindows, meanOfWindows } from "../numeric/sliding-window.js";
import { median } from "../numeric/statistics.js";
import { windowMoments } from "../numeric/window-moments.js";
import type { CycleBaseline } from "../season/cycle-baseline.js";
import { defineDetector, type Detector } from "./detector.js";
import { byCycles } from "./season-scorer.js";

/** A cycle that fits its neighbours better when they are delayed: late deliveries, shifted clocks. O(n) a delay. */
export const cycleLag: Detector = defineDetector({
  title: "Late cycle",
  summary: "A cycle that fits its neighbours better when they are delayed.",
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 1 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(lag),
});

function lag({ values, usual, rows }: CycleBaseline): Float64Array {
  const width = rows > 7 ? rows + 1 : rows;
  const misfit = (delay: number): Float64Array =>
    windowMoments(values.map((value, i) => value - usual[Math.max(0, i - delay)]), width).variance.map((variance) => variance * width);
  const onTime = misfit(0);
  const late = onTime.slice().fill(Infinity);
  for (const delay of delays(rows)) misfit(delay).forEach((sum, s) => (late[s] = Math.min(late[s], sum)));
  const floor = 0.3 * (median(onTime) + 1e-300);
  const gain = robustStandardise(onTime.map((sum, s) => Math.log((sum + floor) / (late[s] + floor)))).map((z) => Math.max(z, 0));
  const mean = unitScores(meanOfWindows(gain, values.length, width));
  const best = unitScores(bestOfWindows(gain, values.length, width));
  return mean.map((score, i) => Math.hypot(Math.max(score, 0), Math.max(best[i], 0)));
}

/** One row in short cycles; a twelfth to a quarter of a long one. */
function delays(rows: number): number[] {
  if (rows <= 12) return [1];
  return [...new Set([2, 3, 4, 5, 6].map((part) => Math.max(1, Math.round((rows * part) / 24))))];
}
