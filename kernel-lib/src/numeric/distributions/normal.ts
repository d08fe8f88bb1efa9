import { exp, expm1, log, log1p } from "../math.js";
import { normalQuantile } from "./normal-quantile.js";
import { normalTail } from "./normal-tail.js";
import { LOG_ROOT_TWO_PI } from "./log-gamma.js";

/** Below this the chance is taken by its logarithm. */
const FAR = -20;

/** Chance that a standard normal number is at most `z`, exact in both tails. */
export const normalCdf = (z: number): number => normalTail(-z);

/**
 * ln of the chance that a standard normal number is larger than `z`; never underflows. Continued fraction of Laplace (DLMF
 * 7.9.1) from 3 on.
 */
export function normalLogTail(z: number): number {
  if (z < -1) return log1p(-normalTail(-z));
  if (z < 3) return log(normalTail(z));
  return -0.5 * z * z - LOG_ROOT_TWO_PI - log(laplace(z));
}

/** Density divided by tail, z + 1/(z + 2/(z + ...)), from 3 on. */
function laplace(z: number): number {
  let fraction = z;
  for (let k = z > 8 ? 24 : 60; k > 0; k--) fraction = z + k / fraction;
  return fraction;
}

/**
 * The value below which the share `below` of a standard normal distribution lies, to the last bits: Acklam's value and one
 * step of Halley. Pass `above` as well where the share is too near 1.
 */
export function exactNormalQuantile(below: number, above: number = 1 - below): number {
  if (below > above) return -exactNormalQuantile(above, below);
  const start = normalQuantile(below, above);
  if (!(start > -37)) return Number.isFinite(start) ? -tailQuantile(log(below)) : start;
  const u = (normalTail(-start) - below) * exp(0.5 * start * start + LOG_ROOT_TWO_PI);
  return start - u / (1 + (start * u) / 2);
}

/** The value below which a standard normal number lies with the chance exp(`logShare`); for chances however small. */
export function normalQuantileOfLog(logShare: number): number {
  if (logShare < FAR) return logShare === -Infinity ? -Infinity : -tailQuantile(logShare);
  return logShare < 0 ? exactNormalQuantile(exp(logShare), -expm1(logShare)) : Infinity;
}

/** Newton's method on ln of the tail, which is nearly a parabola there. */
function tailQuantile(logShare: number): number {
  let z = Math.sqrt(-2 * (logShare + LOG_ROOT_TWO_PI) - log(-2 * logShare));
  for (let step = 0; step < 8; step++) {
    const hazard = laplace(z);
    const change = (-0.5 * z * z - LOG_ROOT_TWO_PI - log(hazard) - logShare) / hazard;
    z += change;
    if (Math.abs(change) < 1e-14 * z) break;
  }
  return z;
}
