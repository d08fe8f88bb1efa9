/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Veltkamp's constant: splits 53 bits into 26 and 27. */
const SPLITTER = 134_217_729;
/** How far the second half of a quotient may be off. */
const DOUBT = 2 ** -48;

/**
 * Writes the double nearest to (`high` and then `lowDigits` digits `low`) / 10^`decimals` into `target[at]`: what `Number` gives
 * for the digits, without making a string. `high` and `low` have at most nine digits each. Works in pairs of doubles (Dekker, "A
 * floating-point technique for extending the available precision", 1971). NaN is written where the pair cannot tell which of
 * two doubles is nearer.
 *
 * The result goes into an array because a double that is returned is an object, and millions of them keep the collector busy.
 */
export function decimalOfParts(high: number, low: number, lowDigits: number, decimals: number, target: Float64Array, at: number): void {
  const scale = POWERS[lowDigits];
  const divisor = POWERS[decimals];
  const product = high * scale;
  const sum = product + low;
  const quotient = sum / divisor;
  target[at] = quotient;
  // Up to 15 digits everything so far was exact but the one division.
  if (lowDigits <= 6) return;
  const sumError = product - sum + low + errorOfProduct(high, scale, product);
  const back = quotient * divisor;
  const rest = (sum - back - errorOfProduct(quotient, divisor, back) + sumError) / divisor;
  const doubt = Math.abs(rest) * DOUBT;
  const value = quotient + (rest - doubt);
  target[at] = value === quotient + (rest + doubt) ? value : NaN;
}

/**
 * The same for `bytes[start, end)`: digits and at most one mark with `decimals` digits behind it. False, and NaN written, for
 * more than 18 digits and where it cannot be told.
 */
export function longDecimal(bytes: Uint8Array, start: number, end: number, decimals: number, target: Float64Array, at: number): boolean {
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

function errorOfProduct(a: number, b: number, product: number): number {
  const splitA = SPLITTER * a;
  const aHigh = splitA - (splitA - a);
  const aLow = a - aHigh;
  const splitB = SPLITTER * b;
  const bHigh = splitB - (splitB - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
