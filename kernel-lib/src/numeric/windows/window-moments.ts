import { inUnits } from "../elementwise.js";
import { median } from "../statistics.js";

/** Mean and population variance of every window of `width` values; entry s is the window that starts at s. */
export interface WindowMoments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Sum of every window of `width` values: the end of one block of so many values and the beginning of the next (as van Herk
 * 1992 does for maxima). Nothing is ever taken off a sum, so that each has the digits of its own values, whatever stands
 * before them: a running sum keeps what rounding left of a far value for good. O(n).
 */
export function windowSums(values: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(Math.max(0, values.length - width + 1));
  for (let from = 0; from < sums.length; from += width) {
    let sum = 0;
    for (let i = from + width - 1; i >= from; i--) {
      sum += values[i];
      if (i < sums.length) sums[i] = sum;
    }
    sum = 0;
    const to = Math.min(values.length, from + 2 * width - 1);
    for (let i = from + width; i < to; i++) {
      sum += values[i];
      sums[i - width + 1] += sum;
    }
  }
  return sums;
}

/** What a variance may be off by, as a share of the mean square: half a last digit for each addition, of the squares once, of the mean twice. */
const roundingOf = (width: number): number => 1.5 * width * Number.EPSILON;

/** Of more values some are enough to tell a centre near which few digits are lost. */
const MANY = 60_000;
/** Every 37th: a prime, in step with no cycle of a clock. */
const STRIDE = 37;

function someOf(values: Float64Array): Float64Array {
  const some = new Float64Array(Math.ceil(values.length / STRIDE));
  for (let k = 0; k < some.length; k++) some[k] = values[k * STRIDE];
  return some;
}

/**
 * Moments of every window; the median is taken off first, so that an offset costs no digits. What a variance may be off by
 * from rounding is taken off it: a window without movement has none. O(n).
 */
export function windowMoments(values: Float64Array, width: number): WindowMoments {
  const centre = median(values.length > MANY ? someOf(values) : values);
  const centred = inUnits(values, centre, 1);
  const mean = windowSums(centred, width);
  for (let i = 0; i < centred.length; i++) centred[i] *= centred[i];
  const variance = windowSums(centred, width);
  for (let s = 0; s < mean.length; s++) {
    const own = mean[s] / width;
    const square = variance[s] / width;
    variance[s] = Math.max(0, square - own * own - roundingOf(width) * square);
    mean[s] = own + centre;
  }
  return { mean, variance };
}
