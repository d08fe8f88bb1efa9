import { memoize } from "../../numeric/memoize.js";

/** Share of a step by which the next one may differ and still be of one straight line: values are rounded in files. */
const STRAIGHT = 1e-3;

/**
 * Whether more than every second value lies on the straight line between its neighbours, as where an index of months is
 * spread over weeks: such values were computed, not measured. Flat stretches are no lines. O(n).
 */
export const isInterpolated: (values: Float64Array) => boolean = memoize((values) => {
  let [known, straight] = [0, 0];
  for (let i = 1; i + 1 < values.length; i++) {
    const [before, after] = [values[i] - values[i - 1], values[i + 1] - values[i]];
    if (Number.isNaN(before + after)) continue;
    known++;
    if (before !== 0 && Math.abs(after - before) <= STRAIGHT * Math.abs(before)) straight++;
  }
  return known > 0 && 2 * straight > known;
});
