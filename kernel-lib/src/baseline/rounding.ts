import { createRandom } from "../numeric/random.js";

/**
 * Steps without a change from which on rounding is as large as the noise: normal noise ties so often at a step of .7
 * deviations, in short tables at one of 1.5, where what is added in noise costs more than it gains.
 */
const TIES = { long: 0.2, short: 0.4, rows: 200 };
/** Fewer distinct values are no scale, more no coarse one. */
const LEAST = 3;
const MOST = 2000;
/** Part of a step by which a value may miss the scale. */
const MISS = 1e-6;

/**
 * The step of the scale that all values lie on, where it is coarse against their movement from row to row; else null.
 * O(n + distinct log distinct).
 */
export function coarseStep(values: Float64Array): number | null {
  let [ties, steps, before] = [0, 0, NaN];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (before === before) {
      steps++;
      if (value === before) ties++;
    }
    before = value;
  }
  return ties < (steps < TIES.rows ? TIES.short : TIES.long) * steps ? null : scaleStep(values);
}

/** The step of the scale that all values lie on, of which there are few; else null. O(n + distinct log distinct). */
export function scaleStep(values: Float64Array): number | null {
  const distinct = new Set<number>();
  for (const value of values) {
    if (Number.isFinite(value)) distinct.add(value);
    if (distinct.size > MOST) return null;
  }
  if (distinct.size < LEAST) return null;
  const sorted = Float64Array.from(distinct).sort();
  let step = Infinity;
  for (let k = 1; k < sorted.length; k++) step = Math.min(step, sorted[k] - sorted[k - 1]);
  const isScale = sorted.every((value) => {
    const places = (value - sorted[0]) / step;
    return Math.abs(places - Math.round(places)) < MISS * Math.max(1, places);
  });
  return isScale ? step : null;
}

/**
 * The values spread evenly over what rounds to them: as if they had not been rounded. Without it most residuals are nearly 0
 * and the others one step, which looks like a long tail that hides everything. Never below 0 where no value is. The same
 * numbers for the same rows, always.
 */
export function unrounded(values: Float64Array, step: number): Float64Array {
  const random = createRandom("rounding");
  const least = values.some((value) => value < 0) ? -Infinity : 0;
  return values.map((value) => Math.max(least, value + (random.next() - 0.5) * step));
}
