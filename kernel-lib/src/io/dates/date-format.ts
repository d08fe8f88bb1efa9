import { InputError } from "../../errors.js";
import { dateMilliseconds, fullYear, isoWeekMilliseconds } from "./calendar.js";
import { monthNamed, ZONE_OFFSETS } from "./date-names.js";

/** A date format the user gave, ready to read cells. */
export interface DateFormat {
  readonly format: string;
  /** Milliseconds since 1970-01-01; NaN for text of another form or a date that does not exist. */
  read(text: string): number;
  /** Whether the format holds an offset. */
  readonly zoned: boolean;
}

/** What the tokens of a format give. */
type Field =
  | "year"
  | "shortYear"
  | "month"
  | "monthName"
  | "day"
  | "dayOfYear"
  | "hour"
  | "minute"
  | "second"
  | "fraction"
  | "half"
  | "offset"
  | "week"
  | "weekday"
  | "quarter";

const TOKENS: readonly (readonly [token: string, field: Field | null, pattern: string])[] = [
  ["YYYY", "year", "\\d{4}"],
  ["yyyy", "year", "\\d{4}"],
  ["GGGG", "year", "\\d{4}"],
  ["MMMM", "monthName", "\\p{L}+\\.?"],
  ["MMM", "monthName", "\\p{L}+\\.?"],
  ["DDDD", "dayOfYear", "\\d{3}"],
  ["dddd", null, "\\p{L}+\\.?"],
  ["EEEE", null, "\\p{L}+\\.?"],
  ["ddd", null, "\\p{L}+\\.?"],
  ["EEE", null, "\\p{L}+\\.?"],
  ["SSSSSS", "fraction", "\\d+"],
  ["SSS", "fraction", "\\d+"],
  ["YY", "shortYear", "\\d{2}"],
  ["yy", "shortYear", "\\d{2}"],
  ["MM", "month", "#"],
  ["DD", "day", "#"],
  ["dd", "day", "#"],
  ["HH", "hour", "#"],
  ["hh", "hour", "#"],
  ["mm", "minute", "#"],
  ["ss", "second", "#"],
  ["WW", "week", "#"],
  ["ww", "week", "#"],
  ["ZZ", "offset", "Z|[A-Za-z]{3,4}|[+-]\\d{2}:?\\d{2}"],
  ["M", "month", "#"],
  ["D", "day", "#"],
  ["d", "weekday", "[1-7]"],
  ["H", "hour", "#"],
  ["h", "hour", "#"],
  ["m", "minute", "#"],
  ["s", "second", "#"],
  ["A", "half", "[AaPp]\\.?[Mm]\\.?"],
  ["a", "half", "[AaPp]\\.?[Mm]\\.?"],
  ["Z", "offset", "Z|[A-Za-z]{3,4}|[+-]\\d{2}(?::?\\d{2})?"],
  ["Q", "quarter", "[1-4]"],
  ["q", "quarter", "[1-4]"],
];

/** Formats that `inspect` names and that are found by looking, not by tokens. */
const BY_LOOKING = /^(mixed:|ISO 8601|two columns|YYYY年)|\+/;

const STRPTIME: Readonly<Record<string, string>> = {
  Y: "YYYY",
  y: "YY",
  m: "MM",
  d: "DD",
  H: "HH",
  I: "hh",
  M: "mm",
  S: "ss",
  f: "SSSSSS",
  p: "A",
  z: "Z",
  b: "MMM",
  B: "MMMM",
  j: "DDDD",
  a: "ddd",
  A: "dddd",
  G: "GGGG",
  V: "WW",
  F: "YYYY-MM-DD",
  T: "HH:mm:ss",
};

/**
 * A reader for a format such as `DD/MM/YYYY HH:mm`, `YYYY-[W]WW`, `MMMM YYYY`, `dd.MM.yyyy` or `%d/%m/%Y`; text in square
 * brackets stands for itself. One or two digits are read for every two-letter token, unless digits follow at once.
 * Null for names that stand for "find out" (`ISO 8601 with offset`, `mixed: …`).
 * @throws InputError `bad_option` when the format names no year
 */
export function compileDateFormat(format: string): DateFormat | null {
  const text = format.trim();
  if (BY_LOOKING.test(text)) return null;
  const fields: Field[] = [];
  let pattern = "^\\s*";
  const pieces = tokens(text);
  pieces.forEach((piece, i) => {
    if (typeof piece === "string") {
      pattern += piece.trim() === "" ? "\\s*" : piece.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      return;
    }
    const [, field, digits] = piece;
    const next = pieces[i + 1];
    const crowded = (next !== undefined && typeof next !== "string") || (i > 0 && typeof pieces[i - 1] !== "string");
    pattern += `(${field === null ? "?:" : ""}${digits === "#" ? (crowded ? "\\d{2}" : "\\d{1,2}") : digits})`;
    if (field !== null) fields.push(field);
  });
  if (!fields.includes("year") && !fields.includes("shortYear")) {
    throw new InputError("date_format_without_year", { format });
  }
  const expression = new RegExp(`${pattern}\\s*$`, "iu");
  return { format: text, zoned: fields.includes("offset"), read: (cell) => readFields(expression.exec(cell), fields) };
}

type Token = (typeof TOKENS)[number];

/** The format as tokens and the text between them. */
function tokens(format: string): (Token | string)[] {
  let rest = format
    .replace(/^ISO week /, "")
    .replace(/ \((?!\[).*\)$/, "")
    .replace(/%([A-Za-z])/g, (all, letter: string) => STRPTIME[letter] ?? all)
    .replace("-Www", "-[W]WW")
    .replace(/-?Qq|qQ/, (all) => all.replace("Qq", "[Q]Q").replace("qQ", "Q[Q]"))
    .replace("-Mmm", "-[M]MM");
  // In dd.mm.yyyy the month is written like minutes.
  if (!rest.includes("M") && /mm/.test(rest) && !/h+\W?mm/i.test(rest)) rest = rest.replace("mm", "MM");
  const pieces: (Token | string)[] = [];
  while (rest !== "") {
    const literal = /^\[([^\]]*)\]/.exec(rest);
    const token = literal ? undefined : TOKENS.find(([name]) => rest.startsWith(name));
    if (token) pieces.push(token);
    else pieces.push(literal ? literal[1] : rest[0]);
    rest = rest.slice(token ? token[0].length : literal ? literal[0].length : 1);
  }
  return pieces;
}

function readFields(match: RegExpExecArray | null, fields: readonly Field[]): number {
  if (!match) return NaN;
  const found: Partial<Record<Field, string>> = {};
  fields.forEach((field, i) => (found[field] = match[i + 1]));
  const day = readDay(found);
  const hour = hourOfDay(Number(found.hour ?? 0), found.half);
  const minute = Number(found.minute ?? 0);
  const second = Number(found.second ?? 0);
  if (hour > 24 || minute > 59 || second > 59) return NaN;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(Number(`0.${found.fraction ?? "0"}`) * 1000);
  return day + time - offsetMinutes(found.offset) * 60_000;
}

function readDay(found: Partial<Record<Field, string>>): number {
  const year = found.year !== undefined ? Number(found.year) : fullYear(Number(found.shortYear));
  if (found.week !== undefined) return isoWeekMilliseconds(year, Number(found.week), Number(found.weekday ?? 1));
  if (found.dayOfYear !== undefined) return dateMilliseconds(year, 1, 1) + (Number(found.dayOfYear) - 1) * 86_400_000;
  const month =
    found.monthName !== undefined
      ? (monthNamed(found.monthName)?.month ?? NaN)
      : found.quarter !== undefined
        ? Number(found.quarter) * 3 - 2
        : Number(found.month ?? 1);
  return Number.isNaN(month) ? NaN : dateMilliseconds(year, month, Number(found.day ?? 1));
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** NaN for the name of a zone that is not known. */
function offsetMinutes(offset: string | undefined): number {
  if (offset !== undefined && /^[a-z]/i.test(offset)) return ZONE_OFFSETS.get(offset.toLowerCase()) ?? NaN;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset ?? "");
  return match ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) : 0;
}
