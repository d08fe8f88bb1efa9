import { log } from "../../numeric/math.js";
import { pairCorrelation } from "../../numeric/linear-algebra/shrunk-correlation.js";

/** How two series move together. */
export interface LeadLag {
  /** Steps by which the second follows the first; negative when it leads. */
  readonly lag: number;
  /** Correlation at that lag, -1 to 1; NaN when it can not be told. */
  readonly correlation: number;
  /** Whether the correlation stands out of what independent series give over so many lags. */
  readonly certain: boolean;
  /** Correlation at each lag from `-most` to `most`. */
  readonly byLag: Float64Array;
}

/** Chance of calling two independent series related, over all lags together. */
const CHANCE = 0.01;

/** Steps in which both are known that a correlation needs. */
const LEAST_PAIRS = 12;

/**
 * Cross-correlation of two remainders on the same steps of time: at which lag they resemble each other most, whether in the
 * same or in opposite directions. NaN is left out pair by pair. Certain when beyond the limit that independent remainders
 * pass once in a hundred times at any of the lags (normal approximation, Bonferroni over lags). O(n * lags).
 *
 * @example
 * const { lag, correlation } = leadLag(Float64Array.of(1, 2, 3, 2, 1), Float64Array.of(0, 1, 2, 3, 2), 2);
 */
export function leadLag(first: Float64Array, second: Float64Array, most: number): LeadLag {
  const byLag = Float64Array.from({ length: 2 * most + 1 }, (_, k) => correlationAt(first, second, k - most));
  let best = most;
  for (let k = 0; k < byLag.length; k++) {
    const [size, found] = [Math.abs(byLag[k]), Math.abs(byLag[best])];
    if (size > found || Number.isNaN(found) || (size === found && Math.abs(k - most) < Math.abs(best - most))) best = k;
  }
  const lag = best - most;
  const pairs = Math.max(0, Math.min(first.length, second.length) - Math.abs(lag));
  const limit = Math.sqrt((2 * log((2 * byLag.length) / CHANCE)) / Math.max(1, pairs));
  return { lag, correlation: byLag[best], certain: Math.abs(byLag[best]) > limit, byLag };
}

const ALL = new Uint8Array(0);

/** Pearson correlation of `first[i]` and `second[i + lag]` over the pairs in which both are known. */
function correlationAt(first: Float64Array, second: Float64Array, lag: number): number {
  const from = Math.max(0, -lag);
  const to = Math.max(from, Math.min(first.length, second.length - lag));
  const { correlation, pairs } = pairCorrelation(first.subarray(from, to), second.subarray(from + lag, to + lag), ALL);
  return pairs < LEAST_PAIRS ? NaN : correlation;
}
