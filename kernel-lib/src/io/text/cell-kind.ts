import { trimDate } from "../dates/date-text.js";
import { readNamedDate } from "../dates/named-date.js";
import { readDuration } from "../numbers/duration-text.js";
import { markedNumber } from "../numbers/number-marks.js";
import { isMissing, readNumber } from "../numbers/number-text.js";
import { NumericDateReader } from "../dates/numeric-date.js";

/** What one cell looks like, seen alone. */
export type CellKind = "missing" | "number" | "date" | "text";

const reader = new NumericDateReader();
const encoder = new TextEncoder();
/** No number and no date is longer. */
const LONGEST = 100;
/** Cells whose kind is kept: the same ones are looked at for each delimiter and again for each question. */
const MOST_KEPT = 20_000;
const kept = new Map<string, CellKind>();

/** Sorts one cell: a number under either decimal mark, bare or with its unit; a date or time of day; a word for missing; or text. */
export function cellKind(text: string): CellKind {
  if (text.length > LONGEST) return "text";
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const kind = kindOf(text);
  kept.set(text, kind);
  return kind;
}

function kindOf(text: string): CellKind {
  if (isMissing(text)) return "missing";
  if (!/\p{Nd}/u.test(text)) return Number.isNaN(readNumber(text, ".").value) ? "text" : "number";
  if (!Number.isNaN(readNumber(text, ".").value) || !Number.isNaN(readNumber(text, ",").value)) return "number";
  const bytes = encoder.encode(trimDate(text).text);
  return reader.read(bytes, 0, bytes.length) || readNamedDate(text)
    ? "date"
    : markedNumber(text) || !Number.isNaN(readDuration(text))
      ? "number"
      : "text";
}
