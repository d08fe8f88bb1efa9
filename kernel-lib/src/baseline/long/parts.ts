import { leastDifference } from "../noise/spread.js";

/** Values divided by those of another column. */
export function ratioOf(values: Float64Array, by: Float64Array): Float64Array {
  const ratio = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) ratio[i] = values[i] / by[i];
  return ratio;
}

/** Values less a part. */
export function residualOf(x: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) rest[i] = x[i] - part[i];
  return rest;
}

/** Values less their fit: 0 where nothing but the rounding of the computation is left, as in a series that repeats exactly. */
export function remainderOf(x: Float64Array, fit: Float64Array): Float64Array {
  const rest = residualOf(x, fit);
  const least = leastDifference(x);
  for (let i = 0; i < rest.length; i++) if (Math.abs(rest[i]) <= least) rest[i] = 0;
  return rest;
}
