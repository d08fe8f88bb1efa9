import { absolute, inUnits, subtract } from "../../numeric/elementwise.js";
import { ROUNDING } from "../../numeric/rounding.js";
import { robustScale } from "../../numeric/scaling/robust-deviation.js";
import { median } from "../../numeric/statistics.js";
import { runningMedian } from "../../numeric/windows/running-median.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** A whole cycle above or below its neighbours: the median of one cycle's deviations. O(n log n). */
export const cycleLevel: Detector = defineDetector({
  title: "Cycle level",
  summary: "A whole cycle above or below the cycles around it.",
  translations: {
    de: { title: "Niveau des Zyklus", summary: "Ein ganzer Zyklus über oder unter denen um ihn herum." },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 0.3 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles(level),
});

function level({ values, usual, rows }: CycleBaseline): Float64Array {
  const levels = runningMedian(subtract(values, usual), rows, rows);
  // Where a place is closed in every cycle nothing ever differs: such ties tell nothing of how cycles do.
  let largest = 0;
  for (let i = 0; i < levels.length; i++) largest = Math.max(largest, Math.abs(levels[i]));
  const moving = new Float64Array(levels.length);
  let count = 0;
  for (let i = 0; i < levels.length; i++) if (Math.abs(levels[i]) > largest * ROUNDING) moving[count++] = levels[i];
  const centre = median(levels);
  return absolute(inUnits(levels, centre, robustScale(moving.subarray(0, count), centre)));
}
