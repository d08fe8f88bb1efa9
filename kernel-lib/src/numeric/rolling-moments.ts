import { safeScale } from "./finite.js";
import { select } from "./select.js";

/** Mean and population standard deviation of the window before each point. */
export interface RollingMoments {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * Mean and standard deviation of the `window` values before each point (the point itself is never part of it), of
 * those that are finite; NaN with fewer than `minCount`.
 *
 * Nothing is ever subtracted from a running sum, so that neither a large offset (mean 1e9, deviation 1) nor a spike that
 * has left the window costs digits: the series is cut into blocks of `window`, and each window is the end of one block
 * joined to the start of the next (Chan, Golub and LeVeque 1979 for the joining, Welford 1962 for the running part).
 * O(n), whatever the window.
 */
export function rollingMoments(values: Float64Array, window: number, minCount: number): RollingMoments {
  const length = values.length;
  const scale = scaleOf(values);
  const unit = 1 / scale;
  const mean = new Float64Array(length);
  const deviation = new Float64Array(length);
  const counts = new Float64Array(window + 1);
  const means = new Float64Array(window + 1);
  const squares = new Float64Array(window + 1);
  // Multiplying by these is several times as fast as dividing, and each step waits for the one before.
  const inverses = Float64Array.from({ length: window + 1 }, (_, count) => 1 / count);
  for (let start = 0; start < length; start += window) {
    const shift = origin(values, start, window);
    suffixes(values, start - window, start, shift, scale, inverses, counts, means, squares);
    let count = 0;
    let average = 0;
    let sum = 0;
    const stop = Math.min(length, start + window);
    for (let i = start; i < stop; i++) {
      const before = i - start;
      const total = counts[before] + count;
      if (total < minCount || total === 0) {
        mean[i] = deviation[i] = NaN;
      } else {
        const step = average - means[before];
        const inverse = inverses[total];
        const share = count * inverse;
        mean[i] = (means[before] + step * share) * unit + shift;
        deviation[i] = Math.sqrt((squares[before] + sum + step * step * share * counts[before]) * inverse) * unit;
      }
      const value = (values[i] - shift) * scale;
      if (value - value !== 0) continue;
      const difference = value - average;
      average += difference * inverses[++count];
      sum += difference * (value - average);
    }
  }
  return { mean, deviation };
}

/** Moments of `values[from + k, to)` for k = 0 … to - from, into the three arrays; the part before 0 is empty. */
function suffixes(values: Float64Array, from: number, to: number, shift: number, scale: number, inverses: Float64Array, counts: Float64Array, means: Float64Array, squares: Float64Array): void {
  let count = 0;
  let average = 0;
  let sum = 0;
  for (let k = to - from; k >= 0; k--) {
    const i = from + k;
    const value = i >= 0 && i < to ? (values[i] - shift) * scale : NaN;
    if (value - value === 0) {
      const difference = value - average;
      average += difference * inverses[++count];
      sum += difference * (value - average);
    }
    counts[k] = count;
    means[k] = average;
    squares[k] = sum;
  }
}

/** So many values tell where a block lies. */
const WITNESSES = 15;

const witnesses = new Float64Array(WITNESSES);

/**
 * A value to count from near those of the window, so that a large offset costs no digits: the median of evenly spaced
 * values of the block before, which no spike moves. It never looks past the points it serves, so later values change
 * nothing before them.
 */
function origin(values: Float64Array, start: number, window: number): number {
  if (start === 0) return values.find((value) => Number.isFinite(value)) ?? 0;
  const step = Math.ceil(window / WITNESSES);
  let count = 0;
  for (let i = start - window; i < start; i += step) if (values[i] - values[i] === 0) witnesses[count++] = values[i];
  return count > 0 ? select(witnesses, count >> 1, 0, count) : 0;
}

/** A power of two that keeps squares in range; 1 in all usual cases. */
function scaleOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  return safeScale(largest);
}
