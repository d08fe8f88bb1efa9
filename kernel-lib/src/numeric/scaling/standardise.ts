import { inUsualSize } from "./usual-size.js";
import { mean, median, medianAbsoluteDeviation } from "../statistics.js";

/** Mean distance from the median of a normal distribution, as a factor to its standard deviation. */
const FROM_MEAN_DISTANCE = 1.2533141373155001;

/**
 * Values in robust deviations from their median, cut at ±`limit` so that no single one rules what is computed from them.
 * Where more than half are equal the mean distance stands in for the median one. NaN stays NaN; without spread everything
 * is 0. O(n).
 */
export function standardise(given: Float64Array, limit: number): Float64Array {
  const { values } = inUsualSize(given);
  const middle = median(values);
  const spread =
    medianAbsoluteDeviation(values, true) || FROM_MEAN_DISTANCE * mean(values.map((value) => Math.abs(value - middle)));
  return values.map((value) =>
    spread > 0 || Number.isNaN(value) ? Math.max(-limit, Math.min(limit, (value - middle) / spread)) : 0,
  );
}
