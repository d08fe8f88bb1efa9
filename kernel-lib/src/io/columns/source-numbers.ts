import { POWERS, type NumberReadings } from "../numbers/number-cells.js";

/** Whole numbers from here on are not exact. */
const EXACT = 9_007_199_254_740_992;
/** Added and taken away again, it leaves the nearest whole number: 1.5 times 2 to the power of 52. */
const NEAREST = 6_755_399_441_055_744;
/** By decimals: numbers from here on cannot have more of them, as none is written with more than 17 digits. */
const FULL_FROM = Float64Array.from({ length: 24 }, (_, decimals) => Number(`1e${16 - decimals}`));
/** Numbers below this are left so. */
const SURE = 2_251_799_813_685_248;
/** Numbers below this are written with an exponent, which tells no decimals. */
const EXPONENT = 1e-6;

/** What `NumberCells` finds in the same numbers as text; null where only the text of some of them tells. */
export function numberReadings(given: Float64Array, codes: readonly number[]): NumberReadings | null {
  // Hardly any column has to be changed: those of large files are not copied.
  let values = given;
  let decimals = 0;
  let full = FULL_FROM[0];
  let power = POWERS[0];
  let numbers = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    let value = values[i];
    if (Number.isNaN(value)) continue;
    if (!(value < EXACT && value > -EXACT)) return null;
    if (value === 0) {
      if (Object.is(value, -0)) {
        if (values === given) values = given.slice();
        values[i] = 0;
      }
      value = 0;
    } else if (value !== Math.trunc(value) && value < full && value > -full) {
      // Nearly every number has no more decimals than those before it.
      const whole = value * power;
      const same = whole < SURE && whole > -SURE && (whole + NEAREST - NEAREST) / power === value;
      if (!same) {
        decimals = decimalsOf(value, decimals);
        full = FULL_FROM[decimals];
        power = decimals < POWERS.length ? POWERS[decimals] : Infinity;
      }
    }
    if (codes.length > 0 && codes.includes(value)) {
      if (values === given) values = given.slice();
      values[i] = NaN;
      continue;
    }
    numbers++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return {
    values,
    decimals,
    numbers,
    missing: values.length - numbers,
    infinite: [],
    unreadable: 0,
    imprecise: [],
    leadingZeros: 0,
    low,
    high,
    odd: [],
    marks: null,
    unit: null,
    mixedUnits: [],
    durations: 0,
    shortDurations: null,
  };
}

/** Digits after the point of a number as JavaScript writes it, if more than `known`; otherwise `known`. */
function decimalsOf(value: number, known: number): number {
  if (value < EXPONENT && value > -EXPONENT) return known;
  for (let decimals = known; decimals < POWERS.length; decimals++) {
    const whole = value * POWERS[decimals];
    if (!(whole < EXACT && whole > -EXACT)) break;
    if (Math.round(whole) / POWERS[decimals] === value) return decimals;
  }
  const text = String(value);
  return Math.max(known, text.length - text.indexOf(".") - 1);
}
