/** How a language writes numbers. */
export interface NumberStyle {
  readonly decimal: string;
  readonly group: string;
  /** What stands between a number and the percent sign. */
  readonly beforePercent: string;
}

/** Digits of a number in a sentence: more tell a reader nothing. */
const MOST_DIGITS = 4;

/** Digits of an expected value, an estimate: the fewer the farther the actual value is from it. */
const ABOUT_DIGITS = [
  { from: 0.2, digits: 2 },
  { from: 0.05, digits: 3 },
] as const;

/** A whole number with its thousands apart: `2,167`. */
export function count(value: number, style: NumberStyle): string {
  return written(Math.round(value).toFixed(0), style);
}

/**
 * A value as its column is written, with at most four significant digits: `3,281`, `0.125`, `48,120`.
 *
 * @param decimals digits after the decimal mark in the file
 */
export function amount(value: number, decimals: number, style: NumberStyle): string {
  return written(rounded(value, decimals, MOST_DIGITS), style);
}

/** A number whose column is not known: at most four significant digits, and no zeros that say nothing. */
export function number(value: number, style: NumberStyle): string {
  return written(withoutZeros(rounded(value, 12, MOST_DIGITS)), style);
}

/** Digits up to which two numbers are told apart. */
const MOST_APART = 8;

/** Two numbers that differ, with four significant digits or as many as it takes to tell them apart: `128.85 and 128.93`. */
export function apart(one: number, other: number, style: NumberStyle): readonly [string, string] {
  const texts = (digits: number): readonly [string, string] => [
    written(withoutZeros(rounded(one, 12, digits)), style),
    written(withoutZeros(rounded(other, 12, digits)), style),
  ];
  let digits = MOST_DIGITS;
  while (one !== other && digits < MOST_APART && texts(digits)[0] === texts(digits)[1]) digits++;
  return texts(digits);
}

/** An expected value: an estimate, so rounded harder, but for one so near the actual value that this would hide the difference. */
export function about(expected: number, actual: number, decimals: number, style: NumberStyle): string {
  const distance = Math.abs(actual / expected - 1);
  const digits = ABOUT_DIGITS.find(({ from }) => distance >= from)?.digits ?? MOST_DIGITS;
  const size = Math.abs(expected);
  const places = Math.max(decimals, size < 10 ? 2 : size < 100 ? 1 : 0);
  return written(withoutZeros(rounded(expected, places, digits)), style);
}

/** A share, given in percent: one decimal below ten, none above, `<0.1%` for what would round to nothing. */
export function percent(value: number, style: NumberStyle): string {
  const size = Math.abs(value);
  const text = size > 0 && size < 0.05 ? "<0.1" : withoutZeros(value.toFixed(size < 9.95 ? 1 : 0));
  return `${written(text, style)}${style.beforePercent}%`;
}

/** The digits of a value, with a point. */
function rounded(value: number, decimals: number, digits: number): string {
  // In JSON a number that is not known is null.
  if (value === null || Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6))
    return value.toExponential(digits - 1).replace(/\.?0*e\+?/, "e");
  const near = Number(value.toPrecision(digits));
  const size = Math.abs(near);
  const before = Math.floor(size).toFixed(0).length;
  const leadingZeros = size > 0 && size < 1 ? size.toFixed(12).slice(2).search(/[1-9]/) : 0;
  const room = size >= 1 ? Math.max(0, digits - before) : digits + leadingZeros;
  const text = near.toFixed(Math.min(decimals, room));
  return Number(text) === 0 ? text.replace("-", "") : text;
}

function withoutZeros(text: string): string {
  return text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
}

function written(text: string, { decimal, group }: NumberStyle): string {
  if (text.includes("e")) return text.replace(".", decimal);
  const [whole, rest] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return rest === undefined ? grouped : `${grouped}${decimal}${rest}`;
}
