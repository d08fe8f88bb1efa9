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
  for (let i = 0; i < values.length; i++) {
    sum += values[i] - (i >= width ? values[i - width] : 0);
    if (i >= width - 1) sums[i - width + 1] = sum;
  }
  return sums;
}

/** Moments of every window; the median is taken off first, so that an offset costs no digits. O(n). */
export function windowMoments(values: Float64Array, width: number): WindowMoments {
  const centre = median(values);
  const centred = values.map((value) => value - centre);
  const mean = windowSums(centred, width).map((sum) => sum / width);
  const squares = windowSums(centred.map((value) => value * value), width);
  const variance = squares.map((sum, s) => Math.max(0, sum / width - mean[s] * mean[s]));
  return { mean: mean.map((value) => value + centre), variance };
}
