import { isWholeCurrency } from "./currency-sign.js";
import { markedNumber, type MarkedNumber } from "./number-marks.js";
import { plainCharacters } from "./plain-characters.js";

/** What numbers of a column say about their decimal mark. */
export interface DecimalEvidence {
  /** Cells that only make sense with a decimal point, such as `0.5`, `12.34`, `1,234.5`, `¥1,100`. */
  readonly point: number;
  /** Cells that only make sense with a decimal comma. */
  readonly comma: number;
  /** Cells such as `1.234`: one mark and three digits behind it. */
  readonly maybePoint: number;
  readonly maybeComma: number;
  /** Whole numbers of at most three digits, of exactly three, and of more. */
  readonly short: number;
  readonly three: number;
  readonly long: number;
}

const POINT =
  /^[^\d.,]*(?:\d{1,3}(?:,\d{3})+\.\d+|0\.\d+|\.\d+|\d*\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d*|\d+\.\d+e[+-]?\d+)\D*$/i;
const COMMA =
  /^[^\d.,]*(?:\d{1,3}(?:[.\s'’]\d{3})+,\d+|0,\d+|,\d+|\d*,(?:\d{1,2}|\d{4,})|\d{4,},\d*|\d{1,3}(?:\.\d{3}){2,})[^\d,.]*$/;
/** `1,13442E+03`: one digit, and what follows is its fraction. */
const SCIENTIFIC_COMMA = /^[+\-−]?\d,\d+e[+-]?\d{1,3}$/i;
const MANY_COMMAS = /^[^\d.,]*\d{1,3}(?:,\d{3}){2,}[^\d,.]*$/;

/** Looks at the cells of one column, or of many. */
export function decimalEvidence(cells: Iterable<string>): DecimalEvidence {
  const found = { point: 0, comma: 0, maybePoint: 0, maybeComma: 0, short: 0, three: 0, long: 0 };
  for (const cell of cells) {
    const plain = cell.length > 60 ? "" : plainCharacters(cell).trim();
    const mark = markOf(plain);
    const text = mark?.core ?? plain;
    if (SCIENTIFIC_COMMA.test(text)) found.comma++;
    else if (POINT.test(text) || MANY_COMMAS.test(text)) found.point++;
    else if (COMMA.test(text)) found.comma++;
    else if (/^\D*[1-9]\d{0,2}\.\d{3}\D*$/.test(text)) found[isWholeCurrency(plain) ? "comma" : "maybePoint"]++;
    else if (/^\D*[1-9]\d{0,2},\d{3}\D*$/.test(text)) found[isWholeCurrency(plain) ? "point" : "maybeComma"]++;
    // What stands before a power of ten (`114K` beside `1.114M`) says nothing of how whole numbers are written.
    else if (mark?.kind === "scale") continue;
    else if (/^\D*\d{4,}\D*$/.test(text)) found.long++;
    else if (/^\D*\d{1,3}\D*$/.test(text)) {
      found.short++;
      if (/\d{3}/.test(text)) found.three++;
    }
  }
  return found;
}

/** Digits and dots in a unit (`m3`, `Mio.`) are none of the number. */
function markOf(text: string): MarkedNumber | null {
  return /[\p{L}²³]/u.test(text) ? markedNumber(text) : null;
}

/**
 * Whether one mark stands before exactly three digits in every cell, so that the cells alone do not tell thousands from
 * fractions: `3.123`, `2.580` and nothing else.
 */
export function isOpenMark({ point, comma, maybePoint, maybeComma, long, short }: DecimalEvidence): boolean {
  return point + comma + long + short === 0 && (maybePoint === 0) !== (maybeComma === 0);
}

/**
 * Decimal mark of one column. Where its own cells leave it open (`1.234`), the mark of the file decides, unless whole
 * numbers beside them show that the mark groups thousands: none has four digits, most have three.
 */
export function columnDecimal(evidence: DecimalEvidence, file: "." | ","): "." | "," {
  if (evidence.point !== evidence.comma) return evidence.point > evidence.comma ? "." : ",";
  const grouped = evidence.long === 0 && evidence.short > 0 && evidence.three * 2 >= evidence.short;
  if (file === "." && evidence.maybePoint > 0 && evidence.maybeComma === 0) return grouped ? "," : ".";
  if (file === "," && evidence.maybeComma > 0 && evidence.maybePoint === 0) return grouped ? "." : ",";
  return file;
}

/**
 * Decimal mark of the file from all its numbers; with a semicolon between columns, `1,234` alone speaks for the comma, and
 * so do, wherever no comma divides columns, days before months with dots between them (`dottedDates`).
 */
export function fileDecimal(evidence: DecimalEvidence, delimiter: string, dottedDates = false): "." | "," {
  if (evidence.point !== evidence.comma) return evidence.point > evidence.comma ? "." : ",";
  if (delimiter !== "," && dottedDates && evidence.maybePoint + evidence.maybeComma > 0) return ",";
  return delimiter === ";" && evidence.maybeComma > evidence.maybePoint ? "," : ".";
}
