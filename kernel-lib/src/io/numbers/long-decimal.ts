/** Powers of ten that a double holds exactly. */
export const POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Veltkamp's constant: splits 53 bits into 26 and 27. */
const SPLITTER = 134_217_729;
/** The powers' upper 26 bits, and what is left. */
export const UPPER: Float64Array = POWERS.map((power) => SPLITTER * power - (SPLITTER * power - power));
export const LOWER: Float64Array = POWERS.map((power, i) => power - UPPER[i]);
/** How far the second half of a quotient may be off. */
const DOUBT = 1 / 0x1_0000_0000_0000;

/**
 * Writes the double nearest to (`high` and then `lowDigits` digits `low`) / 10^`decimals` into `target[at]`: what `Number` gives
 * for the digits, without making a string. `high` and `low` have at most nine digits each. Works in pairs of doubles (Dekker, "A
 * floating-point technique for extending the available precision", 1971). NaN is written where the pair cannot tell which of
 * two doubles is nearer.
 *
 * The result goes into an array, and nothing is left to smaller functions, because a double that is handed over is an object,
 * and millions of them keep the collector busy.
 */
export function decimalOfParts(
  high: number,
  low: number,
  lowDigits: number,
  decimals: number,
  target: Float64Array,
  at: number,
): void {
  const scale = POWERS[lowDigits];
  const divisor = POWERS[decimals];
  const product = high * scale;
  const sum = product + low;
  const quotient = sum / divisor;
  target[at] = quotient;
  // Up to 15 digits everything so far was exact but the one division.
  if (lowDigits <= 6) return;
  // Errors of the two products, each factor split into halves whose products are exact.
  const highSplit = SPLITTER * high;
  const highTop = highSplit - (highSplit - high);
  const highRest = high - highTop;
  const productError =
    highRest * LOWER[lowDigits] -
    (product - highTop * UPPER[lowDigits] - highRest * UPPER[lowDigits] - highTop * LOWER[lowDigits]);
  const back = quotient * divisor;
  const quotientSplit = SPLITTER * quotient;
  const quotientTop = quotientSplit - (quotientSplit - quotient);
  const quotientRest = quotient - quotientTop;
  const backError =
    quotientRest * LOWER[decimals] -
    (back - quotientTop * UPPER[decimals] - quotientRest * UPPER[decimals] - quotientTop * LOWER[decimals]);
  const rest = (sum - back - backError + (product - sum + low + productError)) / divisor;
  const doubt = Math.abs(rest) * DOUBT;
  const value = quotient + (rest - doubt);
  target[at] = value === quotient + (rest + doubt) ? value : NaN;
}

/**
 * The same for `bytes[start, end)`: digits and at most one mark with `decimals` digits behind it. False, and NaN written, for
 * more than 18 digits and where it cannot be told.
 */
export function longDecimal(
  bytes: Uint8Array,
  start: number,
  end: number,
  decimals: number,
  target: Float64Array,
  at: number,
): boolean {
  const mark = decimals > 0 ? end - decimals - 1 : -1;
  let high = 0;
  let low = 0;
  let digits = 0;
  for (let p = start; p < end; p++) {
    if (p === mark) continue;
    const digit = bytes[p] - 48;
    if (digits < 9) high = (Math.imul(high, 10) + digit) | 0;
    else low = (Math.imul(low, 10) + digit) | 0;
    digits++;
  }
  target[at] = NaN;
  if (digits <= 18) decimalOfParts(high, low, Math.max(0, digits - 9), decimals, target, at);
  return !Number.isNaN(target[at]);
}
