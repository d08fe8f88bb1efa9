/** Currency names and signs, percent signs and spaces before and after a number. */
export const SYMBOL: string = String.raw`(?:[\s$€£¥₹₽₩₺₪₴฿₫₱%‰]|US\$|[A-Z]{1,2}\$|USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|SEK|NOK|DKK|PLN|CZK|HUF|TRY|BRL|CAD|AUD|NZD|ZAR|MXN|Rs\.?|kr\.?|zł|Kč|Ft|R\$)`;

const AT_ENDS = new RegExp(`^[+\\-−(]?((?:${SYMBOL})*)[^]*?((?:${SYMBOL})*)[)\\-]?$`, "i");
/** Numbers that are odd only by their groups or quotes; files have millions of them. */
const BARE = /^[\d.,'\-+ ]*$/;
const EACH = new RegExp(SYMBOL, "gi");

/**
 * The currency or percent sign beside a number, as it is written: `€` of `12,50 €`, `%` of `5%`, `USD` of `$5 USD`. Empty
 * where there is none.
 */
export function signBeside(text: string): string {
  if (text.length > 60 || BARE.test(text)) return "";
  const found = AT_ENDS.exec(text.trim());
  if (!found) return "";
  const signs = `${found[1]} ${found[2]}`.match(EACH) ?? [];
  return signs
    .reduce((longest, sign) => (sign.trim().length > longest.length ? sign.trim() : longest), "")
    .replace(/\.$/, "");
}

/** Currencies without a fraction (minor unit 0 in ISO 4217), by sign and by code. */
const WHOLE = /[¥₩₫₲円원]|(?:^|[^A-Z])(?:BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|VND|VUV|XAF|XOF|XPF)(?![A-Z])/i;

/**
 * Whether a sum is in a currency that has no fraction, so that a mark before three digits groups thousands: `¥1,100` is one
 * thousand one hundred. Yuan share the sign of yen; their fraction has two digits, never three.
 */
export function isWholeCurrency(text: string): boolean {
  return WHOLE.test(text);
}
