import { leave, multiply, parts, powerOfTwo, type DoubleDouble } from "./double-double.js";

/** Steps of the table between 1 and 2. */
const STEPS = 128;
const STEPS_PER_UNIT = 184.6649652337873;

/** ln 2 / 128 in two parts, the first with so few digits (32 bits) that its multiples are exact (Cody and Waite 1980). */
const STEP: DoubleDouble = { head: 0.005415212348452769, tail: -3.2819649005320973e-13 };

/** Added to a number below 2^51 and taken off again, it leaves the nearest whole number: 1.5 × 2^52. */
const ROUNDER = 6755399441055744;

/** 2^(1/128). */
const ROOT: DoubleDouble = { head: 1.0054299011128027, tail: 9.499186535455032e-17 };

/** 2^(j/128) for j = 0 … 127, in two parts. Made here by multiplication: the errors add up to some 2^-100. */
const heads: Float64Array = new Float64Array(STEPS);
const tails: Float64Array = new Float64Array(STEPS);
leave(1, 0);
for (let j = 0; j < STEPS; j++) {
  heads[j] = parts[0];
  tails[j] = parts[1];
  multiply(heads[j], tails[j], ROOT);
}

/** Beyond these the result is infinite, or zero. */
const LARGEST = 710;
const SMALLEST = -746;

/** e^x, off by less than .52 of the last digit. */
export function exp(x: number): number {
  return exponential(x, 0);
}

/**
 * e^(head + tail), the tail being small beside the head. A multiple of ln 2 / 128 comes from the table, the rest, below
 * .0028, from the series (Tang 1989).
 */
export function exponential(head: number, tail: number): number {
  if (!(head < LARGEST)) return head > 0 ? Infinity : head;
  if (head < SMALLEST) return 0;
  const steps = head * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const rest = head - steps * STEP.head - (steps * STEP.tail - tail);
  const more = moreThanOne(rest);
  const j = steps & (STEPS - 1);
  return scaled(heads[j] + (tails[j] + heads[j] * more), steps >> 7);
}

/** e^r - 1 for small r: the series up to its fifth power. */
function moreThanOne(r: number): number {
  return r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
}

/** value × 2^k for values from 1 to 2, rounded once also where the result has fewer digits. */
function scaled(value: number, k: number): number {
  if (k < -1022) return value * powerOfTwo(k + 64) * powerOfTwo(-64);
  if (k > 1023) return value * 2 * powerOfTwo(k - 1);
  return value * powerOfTwo(k);
}

/** Up to here the series alone is enough. */
const SHORT = 0.125;

/** Above this e^x - 1 is e^x. */
const LONG = 100;

/** Below this e^x - 1 is -1. */
const LOST = -38;

/** e^x - 1 without loss of digits near zero, off by less than .55 of the last digit. */
export function expm1(x: number): number {
  if (!(x < LONG)) return exponential(x, 0);
  if (x < LOST) return -1;
  if (x === 0) return x;
  leaveExpm1(x);
  return parts[0];
}

/** Leaves e^x - 1 in `parts`; x is from -38 to 100. */
export function leaveExpm1(x: number): void {
  if (Math.abs(x) < SHORT) {
    leave(x, x * x * series(x));
    return;
  }
  const steps = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const rest = x - steps * STEP.head - steps * STEP.tail;
  const j = steps & (STEPS - 1);
  const scale = powerOfTwo(steps >> 7);
  const power = heads[j] * scale;
  const less = (tails[j] + heads[j] * moreThanOne(rest)) * scale;
  const sum = power - 1;
  leave(sum, (power > 1 ? power - sum - 1 : power - (sum + 1)) + less);
}

/** (e^x - 1 - x) / x² up to .125: the series up to the eleventh power of x. */
function series(x: number): number {
  let sum = 1 / 39916800;
  for (const term of SERIES) sum = sum * x + term;
  return sum;
}

/** 1 / n! for n = 10 … 2. */
const SERIES: readonly number[] = [3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2].map((factorial) => 1 / factorial);
