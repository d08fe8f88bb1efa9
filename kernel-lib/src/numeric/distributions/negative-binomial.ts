import { exp, log, log1p } from "../math.js";
import { logFactor, logIncompleteBeta } from "./incomplete-beta.js";
import { exactNormalQuantile } from "./normal.js";
import { smallestCount } from "./smallest-count.js";

/**
 * Counts with mean `mean` and variance mean + mean² / size (`size` may be any number above 0; Poisson where it is infinite).
 * ln of the chance of exactly `count`.
 */
export function negativeBinomialLogMass(count: number, size: number, mean: number): number {
  if (count < 0) return -Infinity;
  if (count === 0) return -size * log1p(mean / size);
  const sum = size + mean;
  // Γ(k + r) / (Γ(r) k!) pʳ qᵏ is the factor of the beta function over k.
  return logFactor(size, count, size / sum, mean / sum) - log(count);
}

/** ln of the chance of at most `count`. */
export function negativeBinomialLogCdf(count: number, size: number, mean: number): number {
  const sum = size + mean;
  return count < 0 ? -Infinity : logIncompleteBeta(size, Math.floor(count) + 1, size / sum, mean / sum);
}

/** ln of the chance of more than `count`. */
export function negativeBinomialLogTail(count: number, size: number, mean: number): number {
  const sum = size + mean;
  return count < 0 ? 0 : logIncompleteBeta(Math.floor(count) + 1, size, mean / sum, size / sum);
}

/** The smallest count that is not exceeded with the chance `below` at least. */
export function negativeBinomialQuantile(below: number, size: number, mean: number): number {
  const z = exactNormalQuantile(below);
  const variance = mean + (mean * mean) / size;
  const skewness = (1 + (2 * mean) / size) / Math.sqrt(variance);
  const guess = mean + Math.sqrt(variance) * (z + (skewness * (z * z - 1)) / 6);
  return smallestCount(
    below,
    guess,
    (count) => exp(negativeBinomialLogCdf(count, size, mean)),
    (count) => exp(negativeBinomialLogMass(count, size, mean)),
  );
}
