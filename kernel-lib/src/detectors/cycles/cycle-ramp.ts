import { absolute, clipped } from "../../numeric/elementwise.js";
import { robustStandardise } from "../../numeric/scaling/robust-deviation.js";
import { meanOfWindows } from "../../numeric/windows/sliding-window.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** A drift that builds up over two cycles: each window is matched with a rising line (a matched filter, Turin 1960). O(n rows). */
export const cycleRamp: Detector = defineDetector({
  title: "Drift",
  summary: "Values that move away from usual step by step over two cycles.",
  translations: {
    de: {
      title: "Allmähliche Drift",
      summary: "Werte, die sich über zwei Zyklen Schritt für Schritt vom Üblichen entfernen.",
    },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 0.5 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(ramp),
});

function ramp({ standardised, rows }: CycleBaseline): Float64Array {
  const width = 2 * rows;
  const values = clipped(standardised, 6);
  const matched = new Float64Array(standardised.length - width + 1);
  for (let s = 0; s < matched.length; s++) {
    let sum = 0;
    for (let k = 1; k < width; k++) sum += values[s + k] * k;
    matched[s] = sum / (width - 1) / width;
  }
  return meanOfWindows(absolute(robustStandardise(matched)), standardised.length, width);
}
