import {
  negativeBinomialLogCdf,
  negativeBinomialLogTail,
  negativeBinomialQuantile,
} from "../../numeric/distributions/negative-binomial.js";
import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { exp, log, log1p } from "../../numeric/math.js";

/** Means beyond this are not walked from 0. */
const LARGE = 100;
/** A tail smaller than this is no longer one less the rest. */
const FAR = 1e-6;
/** Shares at which the ranges end. */
const [LOW, HIGH] = [0.005, 0.995];
/** A share that rounding left this much too small is reached all the same. */
const ROUNDING = 1e-13;

/** A count against its law. */
export interface CountVerdict {
  median: number;
  lower: number;
  upper: number;
  /** Signed normal equivalent of the count. */
  z: number;
}

/**
 * Negative binomial law (Poisson when `size` is infinite): quantiles and the place of a count in one walk over the chances of
 * 0, 1, 2, ..., each from the one before. O(count + upper).
 *
 * @param out overwritten, so that a long series makes no garbage
 */
export function judgeCount(count: number, size: number, mean: number, out: CountVerdict): CountVerdict {
  if (mean > LARGE) return judgeLarge(count, size, mean, out);
  const failure = mean / (size + mean);
  let chance = exp(-size * log1p(mean / size));
  let sum = chance;
  [out.lower, out.median] = [-1, -1];
  // Chance of fewer than the count, and of at most the count.
  let [below, reached] = count === 0 ? [0, sum] : [-1, -1];
  for (let k = 0; ; ) {
    if (out.lower < 0 && sum >= LOW * (1 - ROUNDING)) out.lower = k;
    if (out.median < 0 && sum >= 0.5 * (1 - ROUNDING)) out.median = k;
    if (sum >= HIGH * (1 - ROUNDING)) {
      out.upper = k;
      break;
    }
    chance *= ((size + k) / (k + 1)) * failure;
    k++;
    if (k === count) [below, reached] = [sum, sum + chance];
    sum += chance;
  }
  out.z = below >= 0 && 1 - below > FAR ? normalOf(log1p(-below), log(reached)) : farZ(count, size, mean);
  return out;
}

function judgeLarge(count: number, size: number, mean: number, out: CountVerdict): CountVerdict {
  out.lower = negativeBinomialQuantile(LOW, size, mean);
  out.median = negativeBinomialQuantile(0.5, size, mean);
  out.upper = negativeBinomialQuantile(HIGH, size, mean);
  out.z = farZ(count, size, mean);
  return out;
}

const farZ = (count: number, size: number, mean: number): number =>
  normalOf(negativeBinomialLogTail(count - 1, size, mean), negativeBinomialLogCdf(count, size, mean));

/** Of both tails, each with the count itself, the smaller one tells the side. */
function normalOf(logAbove: number, logBelow: number): number {
  return logAbove < logBelow
    ? -normalQuantileOfLog(Math.min(logAbove, -Math.LN2))
    : normalQuantileOfLog(Math.min(logBelow, -Math.LN2));
}
