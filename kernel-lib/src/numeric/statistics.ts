import { finiteValues, safeScale } from "./finite.js";
import { orderStatistic } from "./order-statistic.js";
import { sumOf } from "./sum.js";

/**
 * Arithmetic mean of the finite values; NaN when there are none. Two passes, so that a large offset (mean 1e9,
 * deviation 1) costs no digits. O(n).
 */
export function mean(values: Float64Array): number {
  return moments(values).mean;
}

/**
 * Standard deviation of the finite values, dividing by their number (as `numpy.std` and `scipy.stats.zscore` do);
 * NaN when there are none. O(n).
 */
export function deviation(values: Float64Array): number {
  return moments(values).deviation;
}

/** Mean and population standard deviation of the finite values in one call; NaN when there are none. O(n). */
export function moments(values: Float64Array): Moments {
  return plainMoments(values) ?? carefulMoments(values);
}

/** How many values there are, and their mean and population standard deviation. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Squares whose sum is between these neither overflowed nor vanished. */
const SQUARES = { least: 1e-260, most: 1e280 };

/** Null when not all is finite and of a usual size. */
function plainMoments(values: Float64Array): Moments | null {
  const count = values.length;
  const rough = sumOf(values) / count;
  const { rest, squares } = Number.isFinite(rough) ? differences(values, rough) : { rest: 0, squares: 0 };
  if (!(squares > SQUARES.least && squares < SQUARES.most)) return null;
  const correction = rest / count;
  return { count, mean: rough + correction, deviation: Math.sqrt(Math.max(0, squares / count - correction * correction)) };
}

/** Sum of the differences from a centre and of their squares, each in four sums side by side as in `sumOf`. */
function differences(values: Float64Array, centre: number): { readonly rest: number; readonly squares: number } {
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  let i = 0;
  for (; i + 4 <= values.length; i += 4) {
    const a = values[i] - centre;
    const b = values[i + 1] - centre;
    const c = values[i + 2] - centre;
    const d = values[i + 3] - centre;
    r0 += a;
    r1 += b;
    r2 += c;
    r3 += d;
    q0 += a * a;
    q1 += b * b;
    q2 += c * c;
    q3 += d * d;
  }
  for (; i < values.length; i++) {
    r0 += values[i] - centre;
    q0 += (values[i] - centre) ** 2;
  }
  return { rest: r0 + r1 + (r2 + r3), squares: q0 + q1 + (q2 + q3) };
}

/** Leaves out what is not finite and scales what is very large or small. */
function carefulMoments(values: Float64Array): Moments {
  let count = 0;
  let largest = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // x - x is 0 for finite x and NaN for all others.
    if (value - value !== 0) continue;
    count++;
    sum += value;
    const size = value < 0 ? -value : value;
    if (size > largest) largest = size;
  }
  if (count === 0) return { count, mean: NaN, deviation: NaN };
  const scale = safeScale(largest);
  const rough = scale === 1 ? sum / count : scaledSum(values, scale) / count;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = values[i] * scale - rough;
    if (difference - difference !== 0) continue;
    rest += difference;
    squares += difference * difference;
  }
  const correction = rest / count;
  const variance = Math.max(0, squares / count - correction * correction);
  return { count, mean: (rough + correction) / scale, deviation: Math.sqrt(variance) / scale };
}

function scaledSum(values: Float64Array, scale: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (values[i] - values[i] === 0) sum += values[i] * scale;
  return sum;
}

/** The middle value; NaN when nothing is finite. Selection instead of sorting: O(n). */
export function median(values: Float64Array): number {
  return quantile(values, 0.5);
}

/**
 * The value below which a share `q` (0 to 1) of the finite values lies, linear between neighbours as
 * `numpy.quantile` does by default; NaN when nothing is finite. Selection instead of sorting: O(n).
 */
export function quantile(values: Float64Array, q: number): number {
  return quantiles(values, [q])[0];
}

/** Several quantiles of the same values. */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  // A sum that is finite has finite parts only.
  const finite = Number.isFinite(sumOf(values)) ? values : finiteValues(values);
  if (finite.length === 0) return shares.map(() => NaN);
  const room = new Float64Array(finite.length);
  return shares.map((share) => {
    const position = share * (finite.length - 1);
    const rank = Math.floor(position);
    const { at, next } = orderStatistic(finite, rank, room);
    return rank === position ? at : between(at, next, position - rank);
  });
}

/** Linear interpolation as numpy does it: from the nearer end, so that both ends are met exactly. */
export function between(lower: number, upper: number, share: number): number {
  const step = upper - lower;
  if (!Number.isFinite(step)) return lower * (1 - share) + upper * share;
  return share < 0.5 ? lower + step * share : upper - step * (1 - share);
}

/**
 * Median distance from the median of the finite values, times 1.4826 when `normal` so that it estimates the standard
 * deviation of normal data. A measure of spread that half of the values can not spoil (Hampel 1974). O(n).
 */
export function medianAbsoluteDeviation(values: Float64Array, normal: boolean = false): number {
  const centre = median(values);
  const distance = quantile(values.map((value) => Math.abs(value - centre)), 0.5);
  return normal ? distance * 1.482602218505602 : distance;
}

/** Rank of each value from 1, ties sharing their average; NaN for a value that is not finite. O(n log n). */
export function ranks(values: Float64Array): Float64Array {
  const sorted = finiteValues(values).sort();
  const shared = sharedRanks(sorted);
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = values[i] - values[i] === 0 ? shared[countBelow(sorted, values[i])] : NaN;
  return result;
}

/** The rank that each of these ascending values has, its equals included. */
function sharedRanks(sorted: Float64Array): Float64Array {
  const shared = new Float64Array(sorted.length);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    shared.fill((from + to + 1) / 2, from, to);
    from = to;
  }
  return shared;
}

/** How many of these ascending values are smaller. O(log n). */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Spearman's rank correlation of the pairs in which both are finite: 1 when `b` rises whenever `a` does.
 * NaN with fewer than two such pairs or when one side is constant. O(n log n).
 */
export function spearman(a: Float64Array, b: Float64Array): number {
  const length = Math.min(a.length, b.length);
  const both = (i: number): boolean => Number.isFinite(a[i]) && Number.isFinite(b[i]);
  const left = ranks(Float64Array.from({ length }, (_, i) => (both(i) ? a[i] : NaN)));
  const right = ranks(Float64Array.from({ length }, (_, i) => (both(i) ? b[i] : NaN)));
  return pearson(left, right);
}

/** Pearson's correlation of the pairs in which both are finite; NaN when there is none to tell. O(n). */
export function pearson(a: Float64Array, b: Float64Array): number {
  let count = 0;
  let sumA = 0;
  let sumB = 0;
  const both = (i: number): boolean => Number.isFinite(a[i]) && Number.isFinite(b[i]);
  for (let i = 0; i < a.length; i++) {
    if (!both(i)) continue;
    count++;
    sumA += a[i];
    sumB += b[i];
  }
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let i = 0; i < a.length; i++) {
    if (!both(i)) continue;
    const x = a[i] - sumA / count;
    const y = b[i] - sumB / count;
    squaresA += x * x;
    squaresB += y * y;
    products += x * y;
  }
  return count > 1 && squaresA > 0 && squaresB > 0 ? Math.max(-1, Math.min(1, products / Math.sqrt(squaresA * squaresB))) : NaN;
}
