import { robustStandardise } from "../numeric/robust-spread.js";
import { meanOfWindows } from "../numeric/sliding-window.js";
import { windowMoments, windowSums } from "../numeric/window-moments.js";
import { median } from "../numeric/statistics.js";
import type { CycleBaseline } from "../season/cycle-baseline.js";
import { defineDetector, type Detector } from "./detector.js";
import { byCycles } from "./season-scorer.js";

/** Cycles more alike than this are the same. */
const CLOSE = 0.99;

/** A cycle that does not go up and down with its neighbours, at whatever level: their correlation (Fisher 1915). O(n). */
export const cycleShape: Detector = defineDetector({
  title: "Cycle shape",
  summary: "A cycle that does not go up and down when the cycles around it do.",
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 0.5 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(shape),
});

function shape({ values, usual, rows }: CycleBaseline): Float64Array {
  const centre = median(values);
  const products = windowSums(values.map((value, i) => (value - centre) * (usual[i] - centre)), rows);
  const own = windowMoments(values, rows);
  const other = windowMoments(usual, rows);
  const unlike = robustStandardise(
    products.map((sum, s) => {
      const covariance = sum / rows - (own.mean[s] - centre) * (other.mean[s] - centre);
      const correlation = covariance / Math.sqrt(own.variance[s] * other.variance[s] + 1e-300);
      return Math.atanh(Math.max(-CLOSE, Math.min(CLOSE, correlation)));
    }),
  ).map((z) => Math.max(-z, 0));
  return meanOfWindows(unlike, values.length, rows);
}
