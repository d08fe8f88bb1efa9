import { leave, multiply, parts, powerOfTwo, productError, type DoubleDouble } from "./double-double.js";

/** Bins that the numbers from 1 to 2 fall into; those of the last 75, from 1.414 on, are halved first. */
const BINS = 128;
const HALVED = 53;

/** A step of the factors that bring a number of a bin close to 1: with so few digits that products are exact. */
const FINENESS = 1024;

/** ln 2 in two parts, the first with so few digits (40 bits) that its multiples are exact (Cody and Waite 1980). */
const LN2: DoubleDouble = { head: 0.6931471805601177, tail: -1.7239444525614835e-13 };
const PER_LN2: DoubleDouble = { head: 1.4426950408889634, tail: 2.0355273740931033e-17 };
const PER_LN10: DoubleDouble = { head: 0.4342944819032518, tail: 1.098319650216765e-17 };

/** One over the middle of each bin, in steps of 1 / 1024; exactly 1 for the bins on both sides of 1. */
const factors: Float64Array = new Float64Array(BINS);
/** Minus its logarithm, in two parts. */
const heads: Float64Array = new Float64Array(BINS);
const tails: Float64Array = new Float64Array(BINS);
fillTable();

function fillTable(): void {
  for (let bin = 0; bin < BINS; bin++) {
    const middle = (1 + (bin + 0.5) / BINS) / (bin < HALVED ? 1 : 2);
    factors[bin] = bin === 0 || bin === BINS - 1 ? 1 : Math.round(FINENESS / middle) / FINENESS;
  }
  for (let bin = 1; bin < HALVED; bin++) leaveStep(bin, bin - 1);
  for (let bin = BINS - 2; bin >= HALVED; bin--) leaveStep(bin, bin + 1);
}

/** The logarithm of a bin's factor from that of the bin beside it: ln(a / b) = 2 (s + s³ / 3 + s⁵ / 5 + …) with s = (a - b) / (a + b). */
function leaveStep(bin: number, beside: number): void {
  const below = factors[beside] - factors[bin];
  const whole = factors[beside] + factors[bin];
  const s = below / whole;
  const rest = (below - s * whole - productError(s, whole, s * whole)) / whole;
  const square = s * s;
  const further = s * square * (2 / 3 + square * (2 / 5 + square * (2 / 7 + square * (2 / 9))));
  leave(heads[beside], 2 * s);
  const sum = parts[0];
  leave(sum, parts[1] + (2 * rest + further) + tails[beside]);
  heads[bin] = parts[0];
  tails[bin] = parts[1];
}

const bits = new Float64Array(1);
const words: Int32Array = new Int32Array(bits.buffer);
/** Where the sign and the exponent are. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0];

const LEAST_NORMAL = 2.2250738585072014e-308;

/**
 * Leaves in `parts` the logarithm of z, where x + more = 2^k z and z is from .707 to 1.414; returns k. `x` is above zero and
 * finite, `more` at most half a last digit of it. Brought close to 1 by the factor of its bin, z = (1 + r) / factor, of
 * which r is kept exactly; ln(1 + r) is the series (after Tang 1990). Off by less than 2^-65 of the result.
 */
function leaveLogarithm(x: number, more: number): number {
  if (x < LEAST_NORMAL) return leaveLogarithm(x * powerOfTwo(54), 0) - 54;
  bits[0] = x;
  const upper = words[UPPER];
  const bin = (upper >> 13) & (BINS - 1);
  const k = (upper >> 20) - (bin < HALVED ? 1023 : 1022);
  const scale = powerOfTwo(-k);
  const z = x * scale;
  const factor = factors[bin];
  // Both parts of z have few enough digits that nothing is rounded.
  const top = z + 2097152 - 2097152;
  const first = top * factor - 1;
  const second = (z - top) * factor;
  const near = first + second;
  const left = first - near + second + more * scale * factor;
  const r = near + left;
  leaveSeries(heads[bin], tails[bin], r, near - r + left);
  return k;
}

/** Leaves head + tail + ln(1 + r + rest) in `parts`; |r| < 2^-7. */
function leaveSeries(head: number, tail: number, r: number, rest: number): void {
  // r² / 2 in two parts: the square of a single is exact.
  const half = Math.fround(r);
  const square = -0.5 * half * half;
  const one = head + r;
  const two = one + square;
  const lost = head - one + r + (one - two + square);
  const cubes =
    r *
    r *
    r *
    (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 - r * (1 / 9 - r * (1 / 10))))))));
  leave(two, lost + (tail + (rest - rest * r) - 0.5 * (r - half) * (r + half) + cubes));
}

/** Leaves ln x in `parts`; x is above zero and finite. */
export function leaveLog(x: number, more: number = 0): void {
  const k = leaveLogarithm(x, more);
  if (k === 0) return;
  const whole = k * LN2.head;
  const sum = whole + parts[0];
  leave(sum, whole - sum + parts[0] + (k * LN2.tail + parts[1]));
}

/** Leaves ln(1 + x) in `parts`; x is above -1 and finite. */
export function leaveLog1p(x: number): void {
  const sum = 1 + x;
  leaveLog(sum, Math.abs(x) < 1 ? x - (sum - 1) : 1 - (sum - x));
}

/**
 * The natural logarithm, off by less than .51 of the last digit; NaN below zero. What `leaveLog` does, in one go and without
 * the digits beyond a double, which takes half the time.
 */
export function log(x: number): number {
  if (!(x >= LEAST_NORMAL && x < Infinity))
    return x > 0 && x < 1 ? log(x * powerOfTwo(54)) - 54 * Math.LN2 : outside(x);
  bits[0] = x;
  const upper = words[UPPER];
  const bin = (upper >> 13) & (BINS - 1);
  const k = (upper >> 20) - (bin < HALVED ? 1023 : 1022);
  const z = x * powerOfTwo(-k);
  const top = z + 2097152 - 2097152;
  const first = top * factors[bin] - 1;
  const second = (z - top) * factors[bin];
  const r = first + second;
  const bend = r * r * (-1 / 2 + r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8)))))));
  const whole = k * LN2.head;
  const base = whole + heads[bin];
  const sum = base + r;
  const lost = whole - base + heads[bin] + (base - sum + r);
  return sum + (lost + (k * LN2.tail + tails[bin] + (first - r + second) + bend));
}

/** ln(1 + x) without loss of digits near zero. */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return outside(1 + x);
  // So small that its square is below the last digit.
  if (Math.abs(x) < 1e-17) return x;
  leaveLog1p(x);
  return parts[0];
}

/** The logarithm to base 2; exact for powers of two. */
export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  const k = leaveLogarithm(x, 0);
  multiply(parts[0], parts[1], PER_LN2);
  const sum = k + parts[0];
  return k === 0 ? parts[0] : sum + (k - sum + parts[0] + parts[1]);
}

/** The logarithm to base 10; exact for whole powers of ten. */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  leaveLog(x);
  multiply(parts[0], parts[1], PER_LN10);
  return parts[0];
}

/** A logarithm where there is no finite one. */
function outside(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}
