import { inUnits } from "./elementwise.js";
import { median } from "./statistics.js";

/** Mean and population variance of every window of `width` values; entry s is the window that starts at s. */
export interface WindowMoments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Sum of every window of `width` values. Running sums, so meant for values without a large offset. O(n). */
export function windowSums(values: Float64Array, width: number): Float64Array {
  const count = Math.max(0, values.length - width + 1);
  const sums = new Float64Array(count);
  let sum = 0;
  const first = Math.min(width - 1, values.length);
  for (let i = 0; i < first; i++) sum += values[i];
  for (let s = 0; s < count; s++) {
    sum += values[s + width - 1] - (s > 0 ? values[s - 1] : 0);
    sums[s] = sum;
  }
  return sums;
}

/** Moments of every window; the median is taken off first, so that an offset costs no digits. O(n). */
export function windowMoments(values: Float64Array, width: number): WindowMoments {
  const centre = median(values);
  const centred = inUnits(values, centre, 1);
  const mean = windowSums(centred, width);
  for (let i = 0; i < centred.length; i++) centred[i] *= centred[i];
  const variance = windowSums(centred, width);
  for (let s = 0; s < mean.length; s++) {
    const own = mean[s] / width;
    variance[s] = Math.max(0, variance[s] / width - own * own);
    mean[s] = own + centre;
  }
  return { mean, variance };
}
