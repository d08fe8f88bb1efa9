import { orderStatistics } from "../../numeric/order/order-statistic.js";
import { select } from "../../numeric/order/select.js";

/** Brings a median distance to the standard deviation of normal numbers. */
const OF_MEDIAN = 1.4826;
/** The same for a mean distance: √(π/2). */
const OF_MEAN = 1.2533;
/** From so many values on a median is taken by drawing bounds first. */
const MANY = 2048;

let room = new Float64Array(0);

/** Room for `length` numbers that the next call here overwrites. */
function roomFor(length: number): Float64Array {
  if (room.length < length) room = new Float64Array(Math.ceil(length * 1.25));
  return room;
}

/** Median of the first `count` values, which are put into another order. NaN when there are none. O(count). */
export function medianInPlace(values: Float64Array, count: number): number {
  if (count === 0) return NaN;
  const rank = (count - 1) >> 1;
  if (count >= MANY) {
    const { at, next } = orderStatistics(values.subarray(0, count), [rank])[0];
    return count % 2 === 1 ? at : (at + next) / 2;
  }
  const at = select(values, rank, 0, count);
  if (count % 2 === 1) return at;
  let next = Infinity;
  for (let i = rank + 1; i < count; i++) if (values[i] < next) next = values[i];
  return (at + next) / 2;
}

/** Median of the values from `from` up to, without, `to` that are not NaN; NaN when there are none. O(to − from). */
export function median(values: Float64Array, from: number = 0, to: number = values.length): number {
  const copy = roomFor(to - from);
  let count = 0;
  for (let i = from; i < to; i++) if (values[i] === values[i]) copy[count++] = values[i];
  return medianInPlace(copy, count);
}

/** Share of the size of values below which a difference is what a long computation leaves of its own (some 1e-14 a step). */
const ROUNDING = 1e-12;

/** Differences between values of a column up to this are none. O(n). */
export function leastDifference(values: Float64Array): number {
  const sizes = roomFor(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size < Infinity) sizes[count++] = size;
  }
  return count === 0 ? 0 : ROUNDING * medianInPlace(sizes, count);
}

/**
 * Spread about the median: 1.4826 times the median distance, or, when more than half of the values are equal, 1.2533 times
 * the mean distance. NaN is left out; 0 for a constant or nothing. O(n).
 */
export function medianDeviation(values: Float64Array): number {
  const centre = median(values);
  if (!(centre === centre)) return 0;
  const sizes = roomFor(values.length);
  let count = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] - centre);
    if (!(size < Infinity)) continue;
    sizes[count++] = size;
    sum += size;
  }
  const spread = medianInPlace(sizes, count) * OF_MEDIAN;
  return spread > 0 ? spread : (sum / count) * OF_MEAN;
}

/**
 * Spread about zero of the values whose weight is above 0 (of all when there are no weights): 1.4826 times the median size,
 * else 1.2533 times the mean size, else 1, so that it can always be divided by. O(n).
 */
export function scaleAboutZero(values: Float64Array, weights: ArrayLike<number> | null = null): number {
  const sizes = roomFor(values.length);
  let count = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (weights !== null && !(weights[i] > 0)) continue;
    const size = Math.abs(values[i]);
    if (!(size < Infinity)) continue;
    sizes[count++] = size;
    sum += size;
  }
  if (count === 0) return 1;
  const spread = medianInPlace(sizes, count) * OF_MEDIAN;
  if (spread > 0) return spread;
  const mean = (sum / count) * OF_MEAN;
  return mean > 0 ? mean : 1;
}

/**
 * Weight of a residual by Tukey's bisquare (Beaton and Tukey 1974): 1 at 0, falling to 0 at `limit`, both in the same unit.
 */
export function bisquare(residual: number, limit: number): number {
  const share = residual / limit;
  const rest = 1 - share * share;
  return rest > 0 ? rest * rest : 0;
}
