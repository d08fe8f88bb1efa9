import { exp, expm1, log } from "../math.js";

/**
 * ln of the chance that a Gumbel variable, the law of the largest of many, is larger than `x`. Gumbel 1958, "Statistics of
 * Extremes".
 */
export function gumbelLogTail(x: number, place: number, spread: number): number {
  const rate = (place - x) / spread;
  // Far out the chance is exp(rate) to the last bit.
  if (rate < -37) return rate;
  return log(-expm1(-exp(rate)));
}

/** The value below which the share `below` lies. */
export const gumbelQuantile = (below: number, place: number, spread: number): number =>
  place - spread * log(-log(below));
