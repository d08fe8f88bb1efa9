import { leave, multiply, parts, powerOfTwo, type DoubleDouble } from "./double-double.js";

/** Quarter turns in a radian. */
const PER_QUARTER = 0.6366197723675814;

/** π / 2 in four parts, the first three with so few digits (33 bits) that their multiples are exact (Cody and Waite 1980). */
const QUARTER: readonly number[] = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
];

const HALF_PI: DoubleDouble = { head: 1.5707963267948966, tail: 6.123233995736766e-17 };

/** Below this (2^20 quarter turns) the multiples are exact. */
const MANY_TURNS = 1647099;

/** Added to a number below 2^51 and taken off again, it leaves the nearest whole number: 1.5 × 2^52. */
const ROUNDER = 6755399441055744;

/** Sine, x in radians. */
export function sin(x: number): number {
  if (!(Math.abs(x) > 1e-9)) return x;
  const quarters = leaveRest(x);
  return ofQuarter(quarters);
}

/** Cosine, x in radians. */
export function cos(x: number): number {
  return ofQuarter(leaveRest(x) + 1);
}

/** The sine of the angle in `parts` after so many quarter turns. */
function ofQuarter(quarters: number): number {
  const value = quarters & 1 ? cosine(parts[0], parts[1]) : sine(parts[0], parts[1]);
  return quarters & 2 ? -value : value;
}

/** Leaves in `parts` what is left of x after the nearest number of quarter turns, of which the last two bits are returned. */
function leaveRest(x: number): number {
  if (!(Math.abs(x) < MANY_TURNS)) return leaveRestOfMany(x);
  const quarters = x * PER_QUARTER + ROUNDER - ROUNDER;
  const first = x - quarters * QUARTER[0];
  const second = quarters * QUARTER[1];
  const rest = first - second;
  const part = rest - first;
  const lost = first - (rest - part) - (second + part);
  const third = quarters * QUARTER[2];
  const finer = rest - third;
  const finerPart = finer - rest;
  leave(finer, rest - (finer - finerPart) - (third + finerPart) + lost - quarters * QUARTER[3]);
  return quarters & 3;
}

/** Digits of 2 / π behind the point that are kept: the largest double has 1024 before it, and 256 are left for the angle. */
const DIGITS = 1280n;
/** 2 / π × 2^1280. */
const TWO_OVER_PI = BigInt(
  "0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361d",
);

/** The same for large x, in whole numbers of any length (after Payne and Hanek 1983). */
function leaveRestOfMany(x: number): number {
  if (!Number.isFinite(x)) {
    leave(NaN, NaN);
    return 0;
  }
  // From 2^53 on a double is a whole number; smaller ones are made one.
  const fraction = Math.abs(x) < 9007199254740992 ? 53n : 0n;
  const turns = BigInt(fraction > 0n ? x * 9007199254740992 : x) * TWO_OVER_PI;
  const unit = DIGITS + fraction;
  const quarters = (turns + (1n << (unit - 1n))) >> unit;
  // 160 digits of what is left, of which cancellation leaves some 100; as two doubles, in quarter turns.
  const rest = (turns - (quarters << unit)) >> (unit - 160n);
  const head = Number(rest);
  multiply(head * powerOfTwo(-160), Number(rest - BigInt(head)) * powerOfTwo(-160), HALF_PI);
  return Number(quarters & 3n);
}

/** sin(angle + more) up to an eighth of a turn; `more` is below the last digit of the angle. The series. */
function sine(angle: number, more: number): number {
  const square = angle * angle;
  let sum = SINE[0];
  for (let i = 1; i < SINE.length; i++) sum = sum * square + SINE[i];
  return angle + (angle * square * sum + more * (1 - 0.5 * square));
}

/** cos(angle + more), the first two terms of the series without rounding. */
function cosine(angle: number, more: number): number {
  const square = angle * angle;
  let sum = COSINE[0];
  for (let i = 1; i < COSINE.length; i++) sum = sum * square + COSINE[i];
  const half = 0.5 * square;
  const one = 1 - half;
  return one + (1 - one - half + (square * square * sum - angle * more));
}

/** ±1 / n! for n = 17, 15 … 3. */
const SINE: Float64Array = Float64Array.of(
  1 / 355687428096000,
  -1 / 1307674368000,
  1 / 6227020800,
  -1 / 39916800,
  1 / 362880,
  -1 / 5040,
  1 / 120,
  -1 / 6,
);
/** ±1 / n! for n = 18, 16 … 4. */
const COSINE: Float64Array = Float64Array.of(
  -1 / 6402373705728000,
  1 / 20922789888000,
  -1 / 87178291200,
  1 / 479001600,
  -1 / 3628800,
  1 / 40320,
  -1 / 720,
  1 / 24,
);
