import { quantile } from "./statistics.js";
import { levinsonDurbin } from "./autoregression.js";

/** Share of the windows, the most distant ones, that the second fit leaves out. */
const TRIMMED = 0.05;

/**
 * Squared Mahalanobis distance of every window of `width` consecutive values from the usual window: how unusual a shape
 * is, given how neighbouring values usually go together. Entry s is the window that starts at s; 2 * width numbers at
 * rest are scored near `width` when normal.
 *
 * The covariance of windows of a series depends on the lag only, so the distance is the sum of squared one-step
 * prediction errors of rising order, each over its own variance: no matrix is formed, and a window of 128 costs 128
 * steps instead of 8,000 (lattice form of the Levinson recursion; Brockwell and Davis 1991, section 8.6). Fitted twice,
 * the second time without the 5 % most distant windows, so that events do not teach the model that they are usual.
 * O(n width).
 *
 * @param values what is scored, finite
 * @param usual what is learnt from: the same values, or the same with extremes clipped
 */
export function mahalanobisWindows(values: Float64Array, usual: Float64Array, width: number): Float64Array {
  const count = values.length - width + 1;
  if (count <= 0) return new Float64Array(0);
  const everything = distances(values, usual, width, new Uint8Array(count).fill(1));
  const limit = quantile(everything, 1 - TRIMMED);
  return distances(values, usual, width, Uint8Array.from(everything, (distance) => (distance <= limit ? 1 : 0)));
}

function distances(values: Float64Array, usual: Float64Array, width: number, kept: Uint8Array): Float64Array {
  const { centre, covariance } = windowCovariance(usual, width, coverage(kept, width));
  const { reflection, errors } = levinsonDurbin(covariance);
  const n = values.length;
  const forward = values.map((value) => value - centre);
  const backward = forward.slice();
  const result = new Float64Array(n - width + 1);
  for (let order = 0; order < width; order++) {
    const weight = 1 / errors[order];
    for (let s = 0; s < result.length; s++) result[s] += forward[s + order] * forward[s + order] * weight;
    if (order + 1 === width) break;
    const partial = reflection[order];
    for (let i = n - 1; i > order; i--) {
      const ahead = forward[i];
      const behind = backward[i - 1];
      forward[i] = ahead - partial * behind;
      backward[i] = behind - partial * ahead;
    }
  }
  return result;
}

/**
 * Running count of kept windows by start, with `width` zeros before it and its end value after it, so that the number of
 * kept windows that hold both i and i + lag is `sums[i + 1 + width] - sums[i + lag + 1]`.
 */
function coverage(kept: Uint8Array, width: number): Float64Array {
  const sums = new Float64Array(kept.length + 2 * width + 1);
  for (let i = width + 1; i < sums.length; i++) sums[i] = sums[i - 1] + (i - width <= kept.length ? kept[i - width - 1] : 0);
  return sums;
}

/** Mean and autocovariance by lag over all pairs inside kept windows, with a ridge of a thousandth on lag 0. */
function windowCovariance(usual: Float64Array, width: number, sums: Float64Array): { centre: number; covariance: Float64Array } {
  const n = usual.length;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const weight = sums[i + 1 + width] - sums[i + 1];
    total += weight;
    sum += weight * usual[i];
  }
  const centre = sum / total;
  const centred = usual.map((value) => value - centre);
  const covariance = new Float64Array(width);
  for (let lag = 0; lag < width; lag++) {
    let products = 0;
    let pairs = 0;
    for (let i = 0; i + lag < n; i++) {
      const weight = sums[i + 1 + width] - sums[i + lag + 1];
      pairs += weight;
      products += weight * centred[i] * centred[i + lag];
    }
    covariance[lag] = pairs > 0 ? products / pairs : 0;
  }
  covariance[0] = covariance[0] * 1.001 + 1e-12;
  return { centre, covariance };
}
