import { log } from "../math.js";

/** Coefficients of Acklam's rational approximation (2003), relative error below 1.15e-9. */
const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
];
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];

/**
 * The value below which a share `below` of a standard normal distribution lies. For shares too near 1 to be told from it
 * pass the share `above` as well. Peter Acklam, "An algorithm for computing the inverse normal cumulative distribution
 * function", 2003.
 */
export function normalQuantile(below: number, above: number = 1 - below): number {
  if (!(below > 0)) return -Infinity;
  if (!(above > 0)) return Infinity;
  if (below < 0.02425) return tail(below);
  if (above < 0.02425) return -tail(above);
  const q = below - 0.5;
  return (q * polynomial(A, q * q)) / polynomial(B, q * q);
}

function tail(share: number): number {
  const q = Math.sqrt(-2 * log(share));
  return polynomial(C, q) / polynomial(D, q);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = 0; k < coefficients.length; k++) value = value * x + coefficients[k];
  return value;
}
