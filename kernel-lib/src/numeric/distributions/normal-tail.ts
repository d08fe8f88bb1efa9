import { exp } from "../math.js";

/**
 * Chance that a standard normal number is larger than `z`, with full relative precision far out in the tail
 * (continued fraction of Laplace, from 3 on; series of the error function before). O(1).
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < 0) return 1 - normalTail(-z);
  const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) sum += term *= (z * z) / k;
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 60; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}

/** The `z` beyond which a standard normal number lies with that chance (0 to 0.5); the inverse of `normalTail`. */
export function normalTailInverse(chance: number): number {
  let low = 0;
  let high = 38;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
