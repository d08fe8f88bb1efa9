/**
 * Statistics of a trailing window: of the `window` values before each point, never the point itself, so that no value is
 * judged by a baseline that contains it. Values that are not finite are left out; NaN with fewer than `minCount` left.
 */
import { rollingMoments } from "./rolling-moments.js";
import { rollingQuantile } from "./rolling-quantile.js";

export { rollingMoments, RollingWalk, scaleOf, type RollingMoments } from "./rolling-moments.js";
export { rollingQuantile } from "./rolling-quantile.js";

/** Mean of the `window` values before each point. Stable at large offsets. O(n). */
export function rollingMean(values: Float64Array, window: number, minCount: number): Float64Array {
  return rollingMoments(values, window, minCount).mean;
}

/** Population standard deviation of the `window` values before each point. Stable at large offsets. O(n). */
export function rollingDeviation(values: Float64Array, window: number, minCount: number): Float64Array {
  return rollingMoments(values, window, minCount).deviation;
}

/** Median of the `window` values before each point. O(n log window). */
export function rollingMedian(values: Float64Array, window: number, minCount: number): Float64Array {
  return rollingQuantile(values, window, 0.5, minCount);
}
