import { productError } from "./double-double.js";

/** Below this the series alone is taken. */
const SHORT = 0.1875;

/** Angles whose tangent is 0, 1/16 … 1, in two parts. */
const HEADS: Float64Array = Float64Array.of(
  0,
  0.06241880999595735,
  0.12435499454676144,
  0.18534794999569476,
  0.24497866312686414,
  0.3028848683749714,
  0.35877067027057225,
  0.4124104415973873,
  0.4636476090008061,
  0.5123894603107377,
  0.5585993153435624,
  0.6022873461349642,
  0.6435011087932844,
  0.6823165548747481,
  0.7188299996216245,
  0.7531512809621944,
  0.7853981633974483,
);
const TAILS: Float64Array = Float64Array.of(
  0,
  -1.5490756308295046e-18,
  -3.1253241424539383e-18,
  4.180692268843079e-18,
  1.0698755618734451e-17,
  -1.1010827903001369e-17,
  -2.4623815582638635e-17,
  -1.587652227770689e-17,
  2.2698777452961687e-17,
  -2.5462781472855804e-17,
  -5.4556305485916264e-18,
  2.950430737228402e-17,
  1.5834785051444286e-17,
  6.943223671560008e-18,
  -2.1478388444456983e-17,
  -2.4256934659182068e-17,
  3.061616997868383e-17,
);

const HALF_PI = 1.5707963267948966;
const HALF_PI_TAIL = 6.123233995736766e-17;

/** The angle, from -π/2 to π/2, whose tangent is x. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (!(size > 1e-9)) return x;
  const angle = size <= 1 ? below(size) : above(size);
  return x > 0 ? angle : -angle;
}

/** Up to 1: the nearest sixteenth from the table, the rest by atan x = atan c + atan((x - c) / (1 + c x)). */
function below(x: number): number {
  if (x < SHORT) return x + x * longSeries(x * x);
  const j = Math.floor(x * 16 + 0.5);
  const rest = (x - j / 16) / (1 + (x * j) / 16);
  return HEADS[j] + (rest + (TAILS[j] + rest * shortSeries(rest * rest)));
}

/** From 1 on: the same for 1 / x, taken off π/2. */
function above(x: number): number {
  const share = 1 / x;
  if (share < SHORT) return HALF_PI - (share + (share * longSeries(share * share) - HALF_PI_TAIL));
  const j = Math.floor(share * 16 + 0.5);
  const product = (x * j) / 16;
  const rest = (1 - product - productError(x, j / 16, product)) / (x + j / 16);
  const whole = HALF_PI - HEADS[j];
  return whole - (rest + (rest * shortSeries(rest * rest) + TAILS[j] - HALF_PI_TAIL - (HALF_PI - whole - HEADS[j])));
}

/** (atan x) / x - 1 of the square of x, up to 1/32. */
function shortSeries(square: number): number {
  return square * (-1 / 3 + square * (1 / 5 + square * (-1 / 7 + square * (1 / 9 + square * (-1 / 11)))));
}

/** (atan x) / x - 1 of the square of x, up to .1875. */
function longSeries(square: number): number {
  let sum = 0;
  for (let i = 0; i < TERMS.length; i++) sum = (sum + TERMS[i]) * square;
  return sum;
}

/** ±1 / n for n = 23, 21 … 3. */
const TERMS: Float64Array = Float64Array.from({ length: 11 }, (_, i) => (i % 2 ? 1 : -1) / (23 - 2 * i));
