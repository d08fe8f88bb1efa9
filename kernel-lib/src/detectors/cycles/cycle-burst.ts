import { positive } from "../../numeric/elementwise.js";
import { log } from "../../numeric/math.js";
import { robustStandardise } from "../../numeric/scaling/robust-deviation.js";
import { bestOfWindows } from "../../numeric/windows/sliding-window.js";
import { median } from "../../numeric/statistics.js";
import { windowSums } from "../../numeric/windows/window-moments.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** Jumps below so many robust deviations are none. */
const STILL = 1e-3;

/** A cycle in which neighbouring values jump about far more than usual, though none may stand out by itself. O(n log n). */
export const cycleBurst: Detector = defineDetector({
  title: "Variance burst",
  summary: "A cycle in which neighbouring values jump about far more than usual.",
  translations: {
    de: { title: "Unruhiger Zyklus", summary: "Ein Zyklus, in dem benachbarte Werte weit mehr springen als üblich." },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 0.5 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(burst),
});

function burst({ standardised, rows }: CycleBaseline): Float64Array {
  const width = Math.max(rows, 6);
  const jumps = new Float64Array(standardised.length);
  for (let i = 1; i < jumps.length; i++) {
    const jump = standardised[i] - standardised[i - 1];
    jumps[i] = jump * jump;
  }
  const floor = Math.max(1e-4 * median(jumps), STILL * STILL);
  const roughness = windowSums(jumps, width);
  for (let s = 0; s < roughness.length; s++) roughness[s] = log(Math.max(0, roughness[s]) / width + floor);
  return bestOfWindows(positive(robustStandardise(roughness)), standardised.length, width);
}
