import { log } from "../math.js";

/** Euler's constant. */
const EULER = 0.5772156649015329;

/**
 * c(n): how many splits it takes on average to single out one of `n` values, the mean depth of an unsuccessful search in
 * a binary search tree. Turns depths into scores that can be compared between samples of different size.
 *
 * Liu, Ting, Zhou: Isolation-based anomaly detection, 2012, equation 1, with the harmonic number as ln(n - 1) + γ, as
 * scikit-learn has it.
 */
export function averagePathLength(n: number): number {
  if (n <= 1) return 0;
  if (n === 2) return 1;
  return 2 * (log(n - 1) + EULER) - (2 * (n - 1)) / n;
}
