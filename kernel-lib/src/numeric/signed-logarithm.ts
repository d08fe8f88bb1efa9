import { median, quantile } from "./statistics.js";

/**
 * Dampens large values without knowing a zero: the logarithm of the distance from the low end of the values (their 1 %
 * quantile), in units of a part of the usual distance; below that end it goes on with the sign turned. Adding a constant to
 * all values or multiplying them changes nothing. O(n).
 *
 * @param part share of the usual distance that still counts as near; the smaller, the stronger the dampening
 */
export function signedLogarithm(values: Float64Array, part: number): Float64Array {
  const low = quantile(values, 0.01);
  const distances = values.map((value) => value - low);
  const unit = part * median(distances.filter((distance) => distance > 0));
  if (!(unit > 0)) return distances;
  return distances.map((distance) => Math.sign(distance) * Math.log1p(Math.abs(distance) / unit));
}
