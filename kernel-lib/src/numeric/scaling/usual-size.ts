import { log2 } from "../math.js";

/** Numbers of a size that squares and quotients stand, and the power of two that they were divided by. */
export interface Sized {
  readonly values: Float64Array;
  /** 0 where the numbers are of a usual size already. */
  readonly exponent: number;
}

/** Between these nothing overflows or vanishes when it is squared, added up and squared again. */
const USUAL = { least: 1e-60, most: 1e60 };

/** A number by so much smaller than the largest one is nothing beside it. */
const NOTHING = 1e-60;

/** Powers of two that a single number holds. */
const STEP = 1000;

/**
 * A column of numbers near 1e300 or near the smallest ones is judged by its shape, as any other: divided by a power of two,
 * which loses no digit, so that the largest is about 1. What is 60 orders of magnitude smaller than the largest becomes 0.
 * Columns of a usual size are given back as they are. NaN and infinities stay. O(n).
 */
export function inUsualSize(values: Float64Array): Sized {
  let most = 0;
  let least = Infinity;
  for (let i = 0; i < values.length; i++) {
    const size = values[i] < 0 ? -values[i] : values[i];
    if (size - size !== 0 || size === 0) continue;
    if (size > most) most = size;
    if (size < least) least = size;
  }
  const isUsual = most === 0 || (most >= USUAL.least && most <= USUAL.most);
  if (isUsual && !(least < NOTHING * most)) return { values, exponent: 0 };
  const exponent = isUsual ? 0 : Math.round(log2(most));
  const border = timesPowerOfTwo(most, -exponent) * NOTHING;
  const sized = values.map((value) => {
    const scaled = timesPowerOfTwo(value, -exponent);
    return Math.abs(scaled) < border ? 0 : scaled;
  });
  return { values: sized, exponent };
}

/** Numbers in their own size again; what that cannot hold becomes the largest number. O(n). */
export function inOwnSize(values: Float64Array, exponent: number): Float64Array {
  return exponent === 0 ? values : values.map((value) => heldFinite(timesPowerOfTwo(value, exponent)));
}

/** Infinities as the largest number there is; NaN stays. */
export function heldFinite(value: number): number {
  return value > Number.MAX_VALUE ? Number.MAX_VALUE : value < -Number.MAX_VALUE ? -Number.MAX_VALUE : value;
}

/** value · 2^exponent, also where the factor alone would overflow. */
export function timesPowerOfTwo(value: number, exponent: number): number {
  let product = value;
  let rest = exponent;
  for (; rest > STEP; rest -= STEP) product *= powerOfTwo(STEP);
  for (; rest < -STEP; rest += STEP) product *= powerOfTwo(-STEP);
  return product * powerOfTwo(rest);
}

/** Exact, from the bits of the number. */
function powerOfTwo(exponent: number): number {
  bits[0] = BigInt(exponent + 1023) << 52n;
  return power[0];
}

const bits = new BigUint64Array(1);
const power = new Float64Array(bits.buffer);
