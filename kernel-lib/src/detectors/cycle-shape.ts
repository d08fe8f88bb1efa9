import { robustScale } from "../numeric/robust-spread.js";
import { meanOfWindows } from "../numeric/sliding-window.js";
import { windowMoments, windowSums } from "../numeric/window-moments.js";
import { median } from "../numeric/statistics.js";
import type { CycleBaseline } from "../season/cycle-baseline.js";
import { defineDetector, type Detector } from "./detector.js";
import { byCycles } from "./season-scorer.js";

/** Cycles more alike than this are the same. */
const CLOSE = 0.99;

/** Standard error of the transformed correlation of so many pairs: where all cycles are alike, less than that is chance. */
const chance = (rows: number): number => 1 / Math.sqrt(Math.max(1, rows - 3));

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
  const alike = products.map((sum, s) => {
    const covariance = sum / rows - (own.mean[s] - centre) * (other.mean[s] - centre);
    const correlation = covariance / Math.sqrt(own.variance[s] * other.variance[s] + 1e-300);
    return Math.atanh(Math.max(-CLOSE, Math.min(CLOSE, correlation)));
  });
  const usually = median(alike);
  const unit = Math.max(robustScale(alike), chance(rows));
  return meanOfWindows(alike.map((one) => Math.max((usually - one) / unit, 0)), values.length, rows);
}
