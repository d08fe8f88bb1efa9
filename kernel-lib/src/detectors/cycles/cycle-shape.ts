import { atanh } from "../../numeric/math.js";
import { robustScale } from "../../numeric/scaling/robust-deviation.js";
import { meanOfWindows } from "../../numeric/windows/sliding-window.js";
import { windowMoments, windowSums } from "../../numeric/windows/window-moments.js";
import { median } from "../../numeric/statistics.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** Cycles more alike than this are the same. */
const CLOSE = 0.99;

/** Standard error of the transformed correlation of so many pairs: where all cycles are alike, less than that is chance. */
const chance = (rows: number): number => 1 / Math.sqrt(Math.max(1, rows - 3));

/** A cycle that does not go up and down with its neighbours, at whatever level: their correlation (Fisher 1915). O(n). */
export const cycleShape: Detector = defineDetector({
  title: "Cycle shape",
  summary: "A cycle that does not go up and down when the cycles around it do.",
  translations: {
    de: { title: "Form des Zyklus", summary: "Ein Zyklus, der nicht steigt und fällt, wenn die um ihn herum es tun." },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 0.5 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(shape),
});

function shape({ values, usual, rows, still }: CycleBaseline): Float64Array {
  const centre = median(values);
  const least = still * still;
  const both = new Float64Array(values.length);
  for (let i = 0; i < both.length; i++) both[i] = (values[i] - centre) * (usual[i] - centre);
  const alike = windowSums(both, rows);
  const own = windowMoments(values, rows);
  const other = windowMoments(usual, rows);
  for (let s = 0; s < alike.length; s++) {
    const covariance = alike[s] / rows - (own.mean[s] - centre) * (other.mean[s] - centre);
    // A cycle that hardly moves has no shape: what rounding leaves of its movements resembles anything.
    const correlation = covariance / Math.sqrt(Math.max(own.variance[s], least) * Math.max(other.variance[s], least));
    alike[s] = atanh(Math.max(-CLOSE, Math.min(CLOSE, correlation)));
  }
  const usually = median(alike);
  const unit = Math.max(robustScale(alike, usually), chance(rows));
  for (let s = 0; s < alike.length; s++) alike[s] = Math.max((usually - alike[s]) / unit, 0);
  return meanOfWindows(alike, values.length, rows);
}
