import { log } from "../math.js";
import { logComplement } from "./log-complement.js";
import { devianceTerm, LOG_ROOT_TWO_PI, stirlingError } from "./log-gamma.js";

const TINY = 1e-300;
const MOST_TERMS = 100_000;

/**
 * ln of the regularised lower incomplete gamma function P(a, x), also where it is below 1e-300. Series (DLMF 8.7.1) below
 * a + 1, continued fraction (DLMF 8.9.2, method of Lentz) above; the factor before them by Loader's deviance. O(√a) near a.
 */
export function logLowerGamma(a: number, x: number): number {
  if (!(x > 0)) return -Infinity;
  return x < a + 1 ? logSeries(a, x) : logComplement(logFraction(a, x));
}

/** ln of the upper one, Q(a, x) = 1 - P(a, x). */
export function logUpperGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  return x < a + 1 ? logComplement(logSeries(a, x)) : logFraction(a, x);
}

/** ln of xᵃ e⁻ˣ / Γ(a + 1). */
export function logGammaFactor(a: number, x: number): number {
  return -stirlingError(a) - devianceTerm(a, x) - 0.5 * log(a) - LOG_ROOT_TWO_PI;
}

function logSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MOST_TERMS && term > 1e-17 * sum; k++) sum += term *= x / (a + k);
  return logGammaFactor(a, x) + log(sum);
}

function logFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / kept(numerator * d + b);
    c = kept(b + numerator / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return logGammaFactor(a, x) + log(a * value);
}

const kept = (x: number): number => (Math.abs(x) < TINY ? TINY : x);
