const LOG2E: f64 = 1.4426950408889634;
/** ln 2 in two parts, the first of which has so few digits that its multiples are exact (Cody and Waite 1980). */
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

/** Added to a single, it rounds to a whole number that then stands in the lowest bits: 1.5 × 2^23. */
const ROUNDER: f32 = 12582912;

/**
 * 2^x of four singles, x ≤ 0; from -126 on it is as good as 0. Relative error below 2e-7: a polynomial through the
 * Chebyshev points of [-½, ½] for the fraction, the whole part added to the exponent.
 */
// @ts-ignore: decorator
@inline
export function powerOfTwo4(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.splat(-126), x);
  const shifted = f32x4.add(clamped, f32x4.splat(ROUNDER));
  const rest = f32x4.sub(clamped, f32x4.sub(shifted, f32x4.splat(ROUNDER)));
  let sum = f32x4.splat(0.0013390863364698205);
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.009676031918298474));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.055503571142190296));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.24022107485309188));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.6931471880262294));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
  return i32x4.add(sum, i32x4.shl(shifted, 23));
}

/** e^x of two doubles, x ≤ 0; below -708 it is as good as 0. Relative error below 1e-15. */
// @ts-ignore: decorator
@inline
export function exponential2(x: v128): v128 {
  const clamped = f64x2.pmax(f64x2.splat(-708), f64x2.pmin(f64x2.splat(0), x));
  const whole = f64x2.nearest(f64x2.mul(clamped, f64x2.splat(LOG2E)));
  const rest = f64x2.sub(f64x2.sub(clamped, f64x2.mul(whole, f64x2.splat(LN2_HIGH))), f64x2.mul(whole, f64x2.splat(LN2_LOW)));
  // Taylor series to the twelfth power, on |rest| ≤ ln 2 / 2.
  let sum = f64x2.splat(1.0 / 479001600.0);
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 39916800.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 3628800.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 362880.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 40320.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 5040.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 720.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 120.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 24.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1.0 / 6.0));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1));
  sum = f64x2.add(f64x2.mul(sum, rest), f64x2.splat(1));
  const scale = i64x2.shl(i64x2.add(i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(whole)), i64x2.splat(1023)), 52);
  return f64x2.mul(sum, scale);
}
