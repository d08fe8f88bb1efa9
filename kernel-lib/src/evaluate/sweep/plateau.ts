import type { SweepPoint } from "./sweep-point.js";

/** Longest run of values whose flags overlap to at least 0.8 from one to the next; the first of equally long ones. */
export function plateauOf(points: readonly SweepPoint[]): readonly [number, number] | null {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (let i = 1; i < points.length; i++) {
    if (!(points[i].step >= 0.8)) start = i;
    if (i - start > best[1] - best[0]) best = [start, i];
  }
  return best[1] > best[0] ? [points[best[0]].value, points[best[1]].value] : null;
}
