import { centreOfWindows } from "../numeric/sliding-window.js";
import { windowSums } from "../numeric/window-moments.js";
import { median } from "../numeric/statistics.js";
import type { CycleBaseline } from "../season/cycle-baseline.js";

/**
 * How new the cycle around each row is, 0 to 1: its distance to the most similar other cycle against its own size. A cycle
 * with a twin elsewhere (every month end, each sale) is less of an anomaly than one of a kind. O(n).
 */
export function novelty({ standardised, nearest, rows }: CycleBaseline): Float64Array {
  const sizes = windowSums(standardised.map((z) => Math.max(-12, Math.min(12, z)) ** 2), rows).map((sum) => Math.sqrt(Math.max(0, sum)));
  const usual = median(sizes);
  const apart = centreOfWindows(nearest.map((distance, s) => distance / (sizes[s] + usual + 1e-9)), standardised.length, rows);
  const middle = Math.max(median(apart), 1e-12);
  return apart.map((distance) => Math.min(1, distance / middle));
}
