/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Veltkamp's constant: splits 53 bits into 26 and 27. */
const SPLITTER = 134_217_729;
/** How far the second half of a quotient may be off. */
const DOUBT = 2 ** -48;

/**
 * Writes the double nearest to a number of up to 18 digits after leading zeros into `target[at]`: what `Number` gives, without
 * making a string. `bytes[start, end)` are digits and at most one mark with `decimals` digits behind it. Works in pairs of
 * doubles (Dekker, "A floating-point technique for extending the available precision", 1971). False, and NaN written, for
 * more digits and where the pair cannot tell which of two doubles is nearer.
 *
 * The result goes into an array because a double that is returned is an object, and millions of them keep the collector busy.
 */
export function longDecimal(bytes: Uint8Array, start: number, end: number, decimals: number, target: Float64Array, at: number): boolean {
  const mark = end - decimals - 1;
  let p = start;
  while (p < end && bytes[p] <= 48) p++;
  let high = 0;
  let low = 0;
  let digits = 0;
  for (; p < end && digits < 9; p++) {
    if (p === mark && decimals > 0) continue;
    high = (Math.imul(high, 10) + bytes[p] - 48) | 0;
    digits++;
  }
  for (; p < end && digits < 19; p++) {
    if (p === mark && decimals > 0) continue;
    low = (Math.imul(low, 10) + bytes[p] - 48) | 0;
    digits++;
  }
  target[at] = NaN;
  if (digits > 18 || decimals > 22) return false;
  const scale = digits > 9 ? POWERS[digits - 9] : 1;
  const divisor = POWERS[decimals];
  const product = high * scale;
  const sum = product + low;
  const quotient = sum / divisor;
  if (digits <= 15) {
    target[at] = quotient;
    return true;
  }
  const sumError = product - sum + low + errorOfProduct(high, scale, product);
  const back = quotient * divisor;
  const rest = (sum - back - errorOfProduct(quotient, divisor, back) + sumError) / divisor;
  const doubt = Math.abs(rest) * DOUBT;
  const value = quotient + (rest - doubt);
  if (value !== quotient + (rest + doubt)) return false;
  target[at] = value;
  return true;
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
