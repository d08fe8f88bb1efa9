import { medianAbsoluteDeviation, median } from "../numeric/statistics.js";
import type { SeriesReport } from "../report.js";

/** Mean distance from the median of a normal distribution, as a factor to its standard deviation. */
const FROM_MEAN_DISTANCE = 1.2533141373155001;

/** What a series leaves unexplained: value less expected value; NaN where either is not known. */
export function remainderOf({ values, expected }: Pick<SeriesReport, "values" | "expected">): Float64Array {
  return values.map((value, i) => value - expected[i]);
}

/**
 * A remainder in robust deviations from its median, cut at ±`limit` so that no single point rules what is computed from it.
 * NaN stays NaN; without spread everything is 0. O(n).
 */
export function standardisedRemainder(remainder: Float64Array, limit: number): Float64Array {
  const middle = median(remainder);
  const distances = remainder.map((value) => Math.abs(value - middle));
  const spread = medianAbsoluteDeviation(remainder, true) || FROM_MEAN_DISTANCE * meanOf(distances);
  return remainder.map((value) => (spread > 0 || Number.isNaN(value) ? Math.max(-limit, Math.min(limit, (value - middle) / spread)) : 0));
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
