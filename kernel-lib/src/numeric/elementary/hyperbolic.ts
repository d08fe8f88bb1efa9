import { leave, parts, productError } from "./double-double.js";
import { leaveExpm1 } from "./exponential.js";
import { leaveLog1p } from "./logarithm.js";

/** From here on tanh is 1. */
const FLAT = 22;

/** Below this both functions are their argument: its cube is below the last digit. */
const TINY = 1e-9;

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= TINY)) return x;
  if (size >= FLAT) return x > 0 ? 1 : -1;
  leaveExpm1(2 * size);
  const [head, tail] = parts;
  leave(Math.max(head, 2), Math.min(head, 2));
  const whole = parts[0];
  const quotient = head / whole;
  const product = quotient * whole;
  const rest = head - product - productError(quotient, whole, product) + tail - quotient * (parts[1] + tail);
  const result = quotient + rest / whole;
  return x > 0 ? result : -result;
}

/** The inverse hyperbolic tangent: half of ln(1 + x) - ln(1 - x), which do not cancel. NaN outside of -1 to 1. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= TINY)) return x;
  if (size >= 1) return size > 1 ? NaN : x * Infinity;
  leaveLog1p(x);
  const [head, tail] = parts;
  leaveLog1p(-x);
  const sum = head - parts[0];
  const error = lostIn(head, -parts[0], sum);
  return 0.5 * (sum + (error + (tail - parts[1])));
}

/** What the rounded sum of two numbers of any size lacks (Knuth 1969). */
function lostIn(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}
