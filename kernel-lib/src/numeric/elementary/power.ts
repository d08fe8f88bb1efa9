import { multiply, parts, productError, type DoubleDouble } from "./double-double.js";
import { exponential } from "./exponential.js";
import { leaveLog } from "./logarithm.js";

/** An exponent beyond this (2^64) takes every base but 1 to infinity or to zero. */
const HUGE = 18446744073709552000;

const THIRD: DoubleDouble = { head: 0.3333333333333333, tail: 1.850371707708594e-17 };

/** base^exponent with all special cases of `Math.pow`; off by less than .52 of the last digit, exact where the result is a short number. */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (!(base > 0 && base < Infinity)) return ofUnusualBase(base, exponent);
  if (!(Math.abs(exponent) < HUGE)) return ofHugeExponent(base, exponent);
  return ofPositive(base, exponent);
}

/** Both finite, the base above zero. */
function ofPositive(base: number, exponent: number): number {
  leaveLog(base);
  const product = exponent * parts[0];
  const error = productError(exponent, parts[0], product);
  return exponential(product, error + exponent * parts[1]);
}

function ofHugeExponent(base: number, exponent: number): number {
  if (Number.isNaN(exponent)) return NaN;
  if (base === 1) return Number.isFinite(exponent) ? 1 : NaN;
  return base > 1 === exponent > 0 ? Infinity : 0;
}

/** Bases that are not above zero and finite. */
function ofUnusualBase(base: number, exponent: number): number {
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  const size = Math.abs(base);
  const odd = Math.abs(exponent % 2) === 1;
  if (size === 0 || size === Infinity) {
    const result = (size === 0) === exponent > 0 ? 0 : Infinity;
    return odd && (base < 0 || Object.is(base, -0)) ? -result : result;
  }
  if (!Number.isFinite(exponent)) return ofHugeExponent(size, exponent);
  if (!Number.isInteger(exponent)) return NaN;
  return odd ? -pow(size, exponent) : pow(size, exponent);
}

/** The cube root, exact for cubes. */
export function cbrt(x: number): number {
  // Zero, NaN and the infinities are their own.
  if (x === 0 || !Number.isFinite(x)) return x;
  leaveLog(Math.abs(x));
  multiply(parts[0], parts[1], THIRD);
  const root = exponential(parts[0], parts[1]);
  return x < 0 ? -root : root;
}
