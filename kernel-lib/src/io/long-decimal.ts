/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Veltkamp's constant: splits 53 bits into 26 and 27. */
const SPLITTER = 134_217_729;
/** How far the second half of a quotient may be off. */
const DOUBT = 2 ** -48;

/**
 * The double nearest to a decimal number of 16 to 19 digits, `bytes[start, end)` being digits and at most one mark: what
 * `Number` gives, without making a string. Works in pairs of doubles (Dekker, "A floating-point technique for extending the
 * available precision", 1971). NaN where the pair cannot tell which of two doubles is nearer, or for more digits.
 */
export function longDecimal(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  let p = start;
  while (p < end && (bytes[p] === 48 || bytes[p] < 48)) p++;
  let high = 0;
  let low = 0;
  let digits = 0;
  for (; p < end; p++) {
    const digit = bytes[p] - 48;
    if (digit < 0) continue;
    if (digits < 15) high = high * 10 + digit;
    else low = low * 10 + digit;
    digits++;
  }
  if (digits > 19 || decimals > 22) return NaN;
  if (digits <= 15) return high / POWERS[decimals];
  const scale = POWERS[digits - 15];
  const product = high * scale;
  const productError = errorOfProduct(high, scale, product);
  const sum = product + low;
  const sumError = product - sum + low + productError;
  const divisor = POWERS[decimals];
  const quotient = sum / divisor;
  const back = quotient * divisor;
  const rest = (sum - back - errorOfProduct(quotient, divisor, back) + sumError) / divisor;
  const doubt = Math.abs(rest) * DOUBT;
  const value = quotient + (rest - doubt);
  return value === quotient + (rest + doubt) ? value : NaN;
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
