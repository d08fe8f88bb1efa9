import { SYMBOL } from "./currency-sign.js";
import { plainCharacters } from "./plain-characters.js";

/** Cells that people and programs write for "no value". Compared in lower case, without spaces around. */
const MISSING: ReadonlySet<string> = new Set(
  [
    "",
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "#n/a",
    "#na",
    "<na>",
    "nan",
    "-nan",
    "1.#ind",
    "-1.#ind",
    "1.#qnan",
    "null",
    "(null)",
    "<null>",
    "none",
    "nil",
    "missing",
    "unknown",
    "undefined",
    "\\n",
  ]
    .concat(["-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "*", "k.a.", "k. a.", "s/d", "n.d.", "nd", "n/d"])
    .concat(["#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#error!", "#spill!", "#calc!"]),
);

/** No number and no word for "missing" is longer. */
const LONGEST = 400;

const INFINITE = /^[+\-−]?(inf|infinity|∞|1\.#inf)$/i;

/** Whether a cell says that there is no value: empty, `NA`, `null`, `-`, `#N/A`, … or nothing but delimiters. */
export function isMissing(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = plainCharacters(text);
  return MISSING.has(plain.trim().toLowerCase()) || /^[\s,;|]*$/.test(plain);
}

/** What a cell of a numeric column says. `value` is NaN for a cell that is no number, ±Infinity where it says so. */
export interface NumberReading {
  readonly value: number;
  /** Digits after the decimal mark. */
  readonly decimals: number;
  /** A whole number too large for 53 bits: its last digits are lost. */
  readonly imprecise: boolean;
}

const NO_NUMBER: NumberReading = { value: NaN, decimals: 0, imprecise: false };

/**
 * Reads a number the way people write it: thousands separators (comma, dot, space, apostrophe), currency and percent
 * signs, parentheses or a trailing minus, Unicode minus, scientific form. `1.234,5` is read with decimal `,` only.
 * A percentage keeps its number: `12 %` is 12.
 */
export function readNumber(text: string, decimal: "." | ","): NumberReading {
  if (text.length > LONGEST) return NO_NUMBER;
  const asPrograms = decimal === "." ? AS_PROGRAMS_WRITE.exec(text) : null;
  if (asPrograms)
    return { value: Number(text), decimals: asPrograms[2] === undefined ? asPrograms[1].length : 0, imprecise: false };
  // Spreadsheets write ="0123" so that a number stays text.
  let body = plainCharacters(text.trim().replace(/^=?["']|["']$/g, "")).trim();
  if (INFINITE.test(body)) return { value: /^[-−]/.test(body) ? -Infinity : Infinity, decimals: 0, imprecise: false };
  let sign = 1;
  const bracketed = /^([^\d()]*)\((.*)\)([^\d()]*)$/.exec(body);
  if (bracketed) {
    body = `${bracketed[1]}${bracketed[2]}${bracketed[3]}`;
    sign = -1;
  }
  body = body
    .replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, "-")
    .replace(AROUND, "")
    .replace(SIGN_APART, "$1")
    // 100.- and 100,– are whole sums of money.
    .replace(/(\d)[.,]-{1,2}$/, "$1");
  if (/^[^-]*\d-$/.test(body)) body = `-${body.slice(0, -1)}`;
  const match = (decimal === "," ? COMMA_NUMBER : DOT_NUMBER).exec(body);
  if (!match) return NO_NUMBER;
  const [, minus, whole, fraction = "", exponent = ""] = match;
  if (whole === "" && fraction === "") return NO_NUMBER;
  const digits = whole.replace(/\D/g, "");
  const value = sign * Number(`${minus}${digits || "0"}.${fraction || "0"}${exponent}`);
  const imprecise = fraction === "" && exponent === "" && digits.length > 15 && BigInt(Math.abs(value)) > 1n << 53n;
  return { value, decimals: exponent ? 0 : fraction.length, imprecise };
}

/** What programs write: digits, a point, digits, perhaps an exponent. Files have millions of them. */
const AS_PROGRAMS_WRITE = /^-?\d+\.(\d+)(e[+-]?\d{1,4})?$/;

const AROUND = new RegExp(`^(?=${SYMBOL})(?:${SYMBOL})+|(?:${SYMBOL})+$`, "gi");
/** A sign before a currency sign: `-$5`, `+ 5`. */
const SIGN_APART = new RegExp(`^([+-])(?:${SYMBOL})+`, "i");

const DOT_NUMBER = numberPattern("\\.", ",");
const COMMA_NUMBER = numberPattern(",", "\\.");

/** Sign, whole part with or without groups of three (or, as in India, of two and three), fraction, exponent. */
function numberPattern(mark: string, group: string): RegExp {
  const separator = `[${group}\\s'’´\`]`;
  const whole = `\\d{1,3}(?:${separator}\\d{3})+|\\d{1,2}(?:${group}\\d{2})+${group}\\d{3}|\\d*`;
  return new RegExp(`^([+-]?)(${whole})(?:${mark}(\\d*))?(e[+-]?\\d{1,4})?$`, "i");
}
