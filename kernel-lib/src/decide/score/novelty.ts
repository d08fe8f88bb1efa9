import { clipped } from "../../numeric/elementwise.js";
import { centreOfWindows } from "../../numeric/windows/sliding-window.js";
import { windowSums } from "../../numeric/windows/window-moments.js";
import { median } from "../../numeric/statistics.js";
import type { CycleBaseline } from "../../season/cycle-baseline.js";

/**
 * How new the cycle around each row is, 0 to 1: its distance to the most similar other cycle against its own size. A cycle
 * with a twin elsewhere (every month end, each sale) is less of an anomaly than one of a kind. O(n).
 */
export function novelty({ standardised, nearest, rows }: CycleBaseline): Float64Array {
  const squares = clipped(standardised, 12);
  for (let i = 0; i < squares.length; i++) squares[i] *= squares[i];
  const sizes = windowSums(squares, rows);
  for (let s = 0; s < sizes.length; s++) sizes[s] = Math.sqrt(Math.max(0, sizes[s]));
  const usual = median(sizes);
  for (let s = 0; s < sizes.length; s++) sizes[s] = nearest[s] / (sizes[s] + usual + 1e-9);
  const apart = centreOfWindows(sizes, standardised.length, rows);
  const middle = Math.max(median(apart), 1e-12);
  for (let i = 0; i < apart.length; i++) apart[i] = Math.min(1, apart[i] / middle);
  return apart;
}
