import { exp, log, log1p } from "../math.js";
import { logIncompleteBeta } from "./incomplete-beta.js";
import { logComplement } from "./log-complement.js";
import { logGamma } from "./log-gamma.js";
import { normalQuantileOfLog } from "./normal.js";

/** Beyond this the square of t is left out of the sum of squares. */
const HUGE = 1e60;

/** ln of the chance that a Student variable with that many degrees of freedom is larger than `t`. */
export function studentLogTail(t: number, degrees: number): number {
  if (Number.isNaN(t)) return NaN;
  if (t < 0) return logComplement(studentLogTail(-t, degrees));
  if (t > HUGE) return logStudentFactor(degrees) + 0.5 * (degrees - 1) * log(degrees) - degrees * log(t);
  const square = t * t;
  return logIncompleteBeta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square)) - Math.LN2;
}

/** Chance that it is at most `t`. */
export const studentCdf = (t: number, degrees: number): number => exp(studentLogTail(-t, degrees));

/** ln of the density at `t`. */
export const studentLogDensity = (t: number, degrees: number): number =>
  logStudentFactor(degrees) - 0.5 * (degrees + 1) * log1p((t * t) / degrees);

const logStudentFactor = (degrees: number): number =>
  logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * log(degrees * Math.PI);

/** The value below which the share `below` lies. */
export function studentQuantile(below: number, degrees: number): number {
  if (below === 0.5) return 0;
  return below < 0.5
    ? -studentQuantileOfLogTail(log(below), degrees)
    : studentQuantileOfLogTail(log1p(-below), degrees);
}

/**
 * The value beyond which a Student variable lies with the chance exp(`logShare`). Newton's method on the logarithm of the
 * tail: over t in the middle, over ln t further out, where it is nearly straight.
 */
export function studentQuantileOfLogTail(logShare: number, degrees: number): number {
  if (logShare >= -Math.LN2) return logShare >= 0 ? -Infinity : -farQuantile(logComplement(logShare), degrees);
  return farQuantile(logShare, degrees);
}

function farQuantile(logShare: number, degrees: number): number {
  if (logShare >= -Math.LN2) return 0;
  const z = -normalQuantileOfLog(logShare);
  const factor = logStudentFactor(degrees);
  let t = z;
  let s = log(z);
  const middle = z < 0.8;
  for (let step = 0; step < 40; step++) {
    const tail = studentLogTail(t, degrees);
    const logDensity =
      t > HUGE
        ? factor + 0.5 * (degrees + 1) * log(degrees) - (degrees + 1) * s
        : factor - 0.5 * (degrees + 1) * log1p((t * t) / degrees);
    const change = ((tail - logShare) * exp(tail - logDensity)) / t;
    if (middle) t += change * t;
    else {
      s += change;
      t = exp(s);
    }
    if (Math.abs(change) < 4e-16 * Math.max(1, Math.abs(s))) break;
  }
  return t;
}
