import { hypotenuse, positive } from "../../numeric/elementwise.js";
import { log } from "../../numeric/math.js";
import { robustStandardise, unitScores } from "../../numeric/scaling/robust-deviation.js";
import { bestOfWindows, meanOfWindows } from "../../numeric/windows/sliding-window.js";
import { median } from "../../numeric/statistics.js";
import { windowMoments } from "../../numeric/windows/window-moments.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** A cycle that fits its neighbours better when they are delayed: late deliveries, shifted clocks. O(n) a delay. */
export const cycleLag: Detector = defineDetector({
  title: "Late cycle",
  summary: "A cycle that fits its neighbours better when they are delayed.",
  translations: {
    de: {
      title: "Verspäteter Zyklus",
      summary: "Ein Zyklus, der zu seinen Nachbarn besser passt, wenn man sie verschiebt.",
    },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 1 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(lag),
});

function lag({ values, usual, rows, still }: CycleBaseline): Float64Array {
  const width = rows > 7 ? rows + 1 : rows;
  const onTime = misfit(values, usual, 0, width);
  const late = onTime.slice().fill(Infinity);
  for (const delay of delays(rows)) {
    const delayed = misfit(values, usual, delay, width);
    for (let s = 0; s < late.length; s++) late[s] = Math.min(late[s], delayed[s]);
  }
  const floor = Math.max(0.3 * median(onTime), width * still * still);
  for (let s = 0; s < late.length; s++) late[s] = log((onTime[s] + floor) / (late[s] + floor));
  const gain = positive(robustStandardise(late));
  const mean = unitScores(meanOfWindows(gain, values.length, width));
  const best = unitScores(bestOfWindows(gain, values.length, width));
  return hypotenuse(mean, best);
}

/** For each window the squares that are left between the values and the usual ones so many rows before, less their mean. */
function misfit(values: Float64Array, usual: Float64Array, delay: number, width: number): Float64Array {
  const rest = new Float64Array(values.length);
  for (let i = 0; i < rest.length; i++) rest[i] = values[i] - usual[Math.max(0, i - delay)];
  const { variance } = windowMoments(rest, width);
  for (let s = 0; s < variance.length; s++) variance[s] *= width;
  return variance;
}

/** One row in short cycles; a twelfth to a quarter of a long one. */
function delays(rows: number): number[] {
  if (rows <= 12) return [1];
  return [...new Set([2, 3, 4, 5, 6].map((part) => Math.max(1, Math.round((rows * part) / 24))))];
}
