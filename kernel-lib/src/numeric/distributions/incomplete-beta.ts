import { log } from "../math.js";
import { logComplement } from "./log-complement.js";
import { devianceTerm, LOG_ROOT_TWO_PI, stirlingError } from "./log-gamma.js";

const TINY = 1e-300;
const MOST_TERMS = 20_000;

/**
 * ln of the regularised incomplete beta function Iₓ(a, b), also where it is below 1e-300. Pass `y` = 1 - x where that is
 * known better than the difference.
 *
 * Continued fraction of DLMF 8.17.22 by the method of Lentz (Press et al. 2007, 6.4), on the side where it converges fast;
 * the factor before it by Loader's deviance (2000), so that large a and b cost no digits. O(√max(a, b)).
 */
export function logIncompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (!(x > 0)) return -Infinity;
  if (!(y > 0)) return 0;
  if (x * (a + b + 2) <= a + 1) return logFactor(a, b, x, y) + log(fraction(a, b, x) / a);
  return logComplement(logFactor(b, a, y, x) + log(fraction(b, a, y) / b));
}

/** ln of xᵃ yᵇ / B(a, b). */
export function logFactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const core = stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y);
  return core + 0.5 * log(a * (b / n)) - LOG_ROOT_TWO_PI;
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = kept(1 - ((a + b) * x) / (a + 1));
  let value = (d = 1 / d);
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return value;
}

const kept = (x: number): number => (Math.abs(x) < TINY ? TINY : x);
