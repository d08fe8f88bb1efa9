import { hypotenuse } from "../../numeric/elementwise.js";
import { log } from "../../numeric/math.js";
import { robustStandardise, unitScores } from "../../numeric/scaling/robust-deviation.js";
import { bestOfWindows, meanOfWindows } from "../../numeric/windows/sliding-window.js";
import { windowMoments } from "../../numeric/windows/window-moments.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** A cycle in which a KPI moves far less than in others, even when no two values are equal. O(n log n). */
export const cycleFreeze: Detector = defineDetector({
  title: "Frozen cycle",
  summary: "A cycle in which the values move far less than usual.",
  translations: {
    de: { title: "Erstarrter Zyklus", summary: "Ein Zyklus, in dem sich die Werte weit weniger bewegen als üblich." },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 1.2 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(freeze),
});

function freeze({ values, rows, still: least }: CycleBaseline): Float64Array {
  const { variance } = windowMoments(values, rows);
  const floor = Math.max(least, smallestStep(values, least) / Math.sqrt(12));
  for (let s = 0; s < variance.length; s++) variance[s] = log(Math.sqrt(variance[s]) + floor);
  const still = robustStandardise(variance);
  for (let s = 0; s < still.length; s++) still[s] = Math.max(-still[s], 0);
  const best = unitScores(bestOfWindows(still, values.length, rows));
  const mean = unitScores(meanOfWindows(still, values.length, rows));
  return hypotenuse(best, mean);
}

/** Least change between neighbours where values repeat often: counts cannot move less than by one. Zero for measurements. */
function smallestStep(values: Float64Array, none: number): number {
  let least = Infinity;
  let ties = 0;
  for (let i = 1; i < values.length; i++) {
    const step = Math.abs(values[i] - values[i - 1]);
    if (step < none) ties++;
    else if (step < least) least = step;
  }
  return ties > 0.05 * values.length && least < Infinity ? least : 0;
}
