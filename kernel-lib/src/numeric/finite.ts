import { powerOfTwo } from "./elementary/double-double.js";
import { log2 } from "./math.js";

/** The finite numbers of `values`, in order, in a new array: statistics leave NaN and infinities out. */
export function finiteValues(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // x - x is 0 for finite x and NaN for all others.
    if (value - value === 0) kept[count++] = value;
  }
  return kept.subarray(0, count);
}

/** How many numbers are finite. */
export function countFinite(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) count += Number(values[i] - values[i] === 0);
  return count;
}

/**
 * A factor (a power of two, so nothing is lost) that keeps squares of numbers up to this size from overflowing or
 * vanishing; 1 in all usual cases. The largest number is brought to about 1e135, which leaves room below it for numbers
 * that are hundreds of orders smaller.
 */
export function safeScale(largest: number): number {
  if (!(largest > 0) || (largest < 1e140 && largest > 1e-140)) return 1;
  return powerOfTwo(Math.max(-1021, Math.min(1021, 450 - Math.round(log2(largest)))));
}
