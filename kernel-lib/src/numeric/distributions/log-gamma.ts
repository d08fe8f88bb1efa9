import { log } from "../math.js";

/** ln √(2π). */
export const LOG_ROOT_TWO_PI: number = 0.9189385332046727;

/** From here on eight terms of Stirling's series are exact to the last bits. */
const LARGE = 10;

/** Terms of Stirling's series: Bernoulli numbers B₂ₖ / (2k(2k - 1)). DLMF 5.11.1. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** ln Γ(x) for x > 0, to about 1e-15 of the larger of itself and 1: Stirling's series, after a shift where x is small. DLMF 5.11.1. */
export function logGamma(x: number): number {
  let product = 1;
  let z = x;
  while (z < LARGE) product *= z++;
  return (z - 0.5) * log(z) - z + LOG_ROOT_TWO_PI + remainder(z) - (product === 1 ? 0 : log(product));
}

/** ln Γ(x + 1) less Stirling's formula (x + ½) ln x - x + ln √(2π): what Loader calls the error of Stirling's formula. */
export function stirlingError(x: number): number {
  if (x >= LARGE) return remainder(x);
  return logGamma(x + 1) - (x + 0.5) * log(x) + x - LOG_ROOT_TWO_PI;
}

function remainder(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k];
  return sum / x;
}

/**
 * x ln(x / m) + m - x, how far x is from its mean m, without cancellation where the two are close. Catherine Loader, "Fast
 * and Accurate Computation of Binomial Probabilities", 2000.
 */
export function devianceTerm(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}
