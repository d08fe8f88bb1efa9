import { inUnits } from "../elementwise.js";
import { log1p } from "../math.js";
import { ROUNDING } from "../rounding.js";
import { median, quantile } from "../statistics.js";

/**
 * Dampens large values without knowing a zero: the logarithm of the distance from the low end of the values (their 1 %
 * quantile), in units of a part of the usual distance; below that end it goes on with the sign turned. Adding a constant to
 * all values or multiplying them changes nothing. O(n).
 *
 * @param part share of the usual distance that still counts as near; the smaller, the stronger the dampening
 */
export function signedLogarithm(values: Float64Array, part: number): Float64Array {
  const low = quantile(values, 0.01);
  const distances = inUnits(values, low, 1);
  const unit = part * median(above(distances));
  if (!(unit > 0)) return distances;
  for (let i = 0; i < distances.length; i++)
    distances[i] = Math.sign(distances[i]) * log1p(Math.abs(distances[i]) / unit);
  return distances;
}

/** Those above zero, but for rounding: many may be as low as the low end. */
function above(distances: Float64Array): Float64Array {
  const high = quantile(distances, 0.99);
  const kept = new Float64Array(distances.length);
  let count = 0;
  for (let i = 0; i < distances.length; i++) if (distances[i] > ROUNDING * high) kept[count++] = distances[i];
  return kept.subarray(0, count);
}
