import { differencesFrom, sumOf } from "./column-sums.js";
import { distancesFrom } from "./neighbours/distances.js";
import { finiteValues, safeScale } from "./finite.js";
import { orderStatistics } from "./order/order-statistic.js";
import { rankOrder } from "./order/rank-order.js";

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

/** Squared distance of the mean from the centre counted from, in variances, up to which it costs no digits worth a second pass. */
const NEAR = 4;

/** Null when not all is finite and of a usual size. */
function plainMoments(values: Float64Array): Moments | null {
  const guess = momentsFrom(roughCentre(values), values);
  if (guess === null || guess.away * guess.away <= NEAR * guess.variance) return guess && momentsOf(guess);
  const second = momentsFrom(guess.centre + guess.away, values);
  return second && momentsOf(second);
}

interface CentredMoments {
  readonly count: number;
  readonly centre: number;
  /** The mean, counted from the centre. */
  readonly away: number;
  readonly variance: number;
}

function momentsFrom(centre: number, values: Float64Array): CentredMoments | null {
  const count = values.length;
  const { rest, squares } = Number.isFinite(centre) ? differencesFrom(centre, values) : { rest: 0, squares: 0 };
  if (!(squares > SQUARES.least && squares < SQUARES.most)) return null;
  const away = rest / count;
  return { count, centre, away, variance: Math.max(0, squares / count - away * away) };
}

function momentsOf({ count, centre, away, variance }: CentredMoments): Moments {
  return { count, mean: centre + away, deviation: Math.sqrt(variance) };
}

/** Mean of eight evenly spaced values: of a constant the constant itself, to the last digit. */
function roughCentre(values: Float64Array): number {
  const at = (eighth: number): number => values[Math.floor(((eighth + 0.5) / 8) * values.length)];
  return (at(0) + at(1) + (at(2) + at(3)) + (at(4) + at(5) + (at(6) + at(7)))) / 8;
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
  const positions = shares.map((share) => share * (finite.length - 1));
  const found = orderStatistics(finite, positions.map(Math.floor));
  return found.map(({ at, next }, i) =>
    Number.isInteger(positions[i]) ? at : interpolate(at, next, positions[i] % 1),
  );
}

/** Linear interpolation as numpy does it: from the nearer end, so that both ends are met exactly. */
export function interpolate(lower: number, upper: number, share: number): number {
  const step = upper - lower;
  if (!Number.isFinite(step)) return lower * (1 - share) + upper * share;
  return share < 0.5 ? lower + step * share : upper - step * (1 - share);
}

/**
 * Median distance from the median of the finite values, times 1.4826 when `normal` so that it estimates the standard
 * deviation of normal data. A measure of spread that half of the values can not spoil (Hampel 1974). O(n).
 *
 * @param centre the median, where it is known already
 */
export function medianAbsoluteDeviation(
  values: Float64Array,
  normal: boolean = false,
  centre: number = median(values),
): number {
  const distance = median(distancesFrom(centre, 1, values));
  return normal ? distance * 1.482602218505602 : distance;
}

/** Rank of each value from 1, ties sharing their average; NaN for a value that is not finite. O(n). */
export function ranks(values: Float64Array): Float64Array {
  const order = rankOrder(values);
  const result = new Float64Array(values.length).fill(NaN);
  for (let from = 0; from < order.length; ) {
    const value = values[order[from]];
    let to = from + 1;
    while (to < order.length && values[order[to]] === value) to++;
    for (let k = from; k < to; k++) result[order[k]] = (from + to + 1) / 2;
    from = to;
  }
  return result;
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
  return count > 1 && squaresA > 0 && squaresB > 0
    ? Math.max(-1, Math.min(1, products / Math.sqrt(squaresA * squaresB)))
    : NaN;
}
