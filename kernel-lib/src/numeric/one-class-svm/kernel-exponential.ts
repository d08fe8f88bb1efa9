import { powerOfTwo } from "../elementary/double-double.js";

/** As in assembly/exponential.ts, operation by operation: what these give is what the WebAssembly kernels give, to the byte. */

const LOG2E = 1.4426950408889634;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Added to a number below 2^51 and taken off again, it leaves the nearest whole number, the even one of two: 1.5 × 2^52. */
const ROUNDER = 6755399441055744;

/** The twin of `exponential2`: e^x for x ≤ 0; below -708 it is as good as 0. */
export function kernelExponential(x: number): number {
  const below = x < 0 ? x : 0;
  const clamped = below > -708 ? below : -708;
  const whole = clamped * LOG2E + ROUNDER - ROUNDER;
  const rest = clamped - whole * LN2_HIGH - whole * LN2_LOW;
  let sum = 1 / 479001600;
  sum = sum * rest + 1 / 39916800;
  sum = sum * rest + 1 / 3628800;
  sum = sum * rest + 1 / 362880;
  sum = sum * rest + 1 / 40320;
  sum = sum * rest + 1 / 5040;
  sum = sum * rest + 1 / 720;
  sum = sum * rest + 1 / 120;
  sum = sum * rest + 1 / 24;
  sum = sum * rest + 1 / 6;
  sum = sum * rest + 0.5;
  sum = sum * rest + 1;
  sum = sum * rest + 1;
  return sum * powerOfTwo(whole);
}

const fround = Math.fround;

/** The same for singles: 1.5 × 2^23. */
const SINGLE_ROUNDER = 12582912;

/** The coefficients of `powerOfTwo4`, highest power first, as singles. */
const [C5, C4, C3, C2, C1] = Float32Array.of(
  0.0013390863364698205,
  0.009676031918298474,
  0.055503571142190296,
  0.24022107485309188,
  0.6931471880262294,
);

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The twin of `powerOfTwo4`: 2^x of a single, x ≤ 0, in single precision; from -126 on it is as good as 0. */
export function singlePowerOfTwo(x: number): number {
  const clamped = x > -126 ? x : -126;
  const whole = fround(fround(clamped + SINGLE_ROUNDER) - SINGLE_ROUNDER);
  const rest = fround(clamped - whole);
  let sum = fround(fround(C5 * rest) + C4);
  sum = fround(fround(sum * rest) + C3);
  sum = fround(fround(sum * rest) + C2);
  sum = fround(fround(sum * rest) + C1);
  single[0] = fround(sum * rest) + 1;
  bits[0] += whole << 23;
  return single[0];
}
