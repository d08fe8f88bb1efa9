import { medianAbsoluteDeviation } from "../../numeric/statistics.js";
import type { Incident } from "../../report.js";

/** Robust deviations from which a point belongs to the core, and points between two of them that do not end it. */
const FAR = 2.5;
const GAP = 1;

/**
 * The part of an incident in which the values are far from what was expected, both ends inclusive: an alarm may begin before
 * and end after it, as shapes are judged over windows. Grown from the farthest point. The whole incident where no point of
 * it is far off. O(n).
 *
 * @param remainder value less expected value
 */
export function incidentCore(
  remainder: Float64Array,
  { start, end }: Incident,
): { readonly start: number; readonly end: number } {
  const limit = FAR * medianAbsoluteDeviation(remainder, true);
  const isFar = (i: number): boolean => Math.abs(remainder[i]) > limit;
  let farthest = start;
  for (let i = start; i <= end; i++)
    if (Math.abs(remainder[i]) > Math.abs(remainder[farthest]) || Number.isNaN(remainder[farthest])) farthest = i;
  if (!isFar(farthest)) return { start, end };
  const grown = (step: 1 | -1, edge: number): number => {
    let last = farthest;
    for (let i = farthest + step; step * (edge - i) >= 0 && Math.abs(i - last) <= GAP + 1; i += step)
      if (isFar(i)) last = i;
    return last;
  };
  return { start: grown(-1, start), end: grown(1, end) };
}
