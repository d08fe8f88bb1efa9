import { plainCharacters } from "../numbers/plain-characters.js";
import { monthNamed } from "./date-names.js";

/** Between the start and the end of an interval. */
const TO = /\s+(?:-|to|bis|until|till|à|au|al?|до|–|—|→|~|\.\.)\s+|\s*[–—→~]\s*|\s*\.\.\s*|\/(?=\d{4}-\d\d-\d\d)/giu;
/** What an interval ends with: numbers of a date or a time, or a month's name with numbers. */
const END = /^(?:\d{1,4}[-/:]\d|\d{4}\.\d{1,2}(?!\d)|\d{1,2}\.\d{1,2}\.|\d{1,2}\.? \p{L}|\p{L}[\p{L}.]* \d)/u;
/** `2024-01-01, 2024-01-02` between brackets, as programs write intervals. */
const BRACKETED = /^[[(]"?([^,"]*\d)"?, ?"?[^,"]*\d"?[\])]$/;

/** The start of `01.01.2024 00:00 - 01.01.2024 01:00`, of `Jan 1 - 7, 2024` with its year; null for text that is no interval. */
export function intervalStart(text: string): string | null {
  if (text.length > 100 || !/[-–—→~/_]| \p{L}+ |\.\.|^[[(]/u.test(text)) return null;
  const plain = plainCharacters(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^["']|["']$/g, "");
  const bracketed = BRACKETED.exec(plain);
  if (bracketed && /\d\D\d/.test(bracketed[1])) return bracketed[1];
  const body = plain.replace(/^[[(]|[\])]$/g, "");
  const short = shortStart(body);
  if (short !== null) return short;
  for (const { 0: gap, index } of body.matchAll(TO)) {
    const start = body.slice(0, index).trim();
    if (/\d\D?\d/.test(start) && END.test(body.slice(index + gap.length))) return start;
  }
  return null;
}

const GAP = String.raw`(?: ?[-–—] ?| (?:to|bis|au|al?) )`;
const WORD = String.raw`\p{L}{3,}\.?`;

/** Starts with nothing but a hyphen behind them, or whose month or year stands behind the end only. */
const SHORT: readonly (readonly [pattern: RegExp, start: (match: RegExpExecArray) => string | null])[] = [
  // 01/01/2024-07/01/2024
  [
    /^(\d{1,4}([-./])\d{1,2}\2\d{1,4})[-_](\d{1,4}\2\d{1,2}\2\d{1,4})$/,
    // 2024-01-31_13-05-00 is a day and a time.
    ([, start, , end]) => (/\d{4}/.test(start) === /\d{4}/.test(end) ? start : null),
  ],
  [/^(\d{4})(\d\d)(\d\d)[-_]\d{8}$/, ([, ...parts]) => parts.join("-")],
  [
    // 01.01. - 07.01.2024
    new RegExp(`^(\\d{1,2})([./])(\\d{1,2})\\2?${GAP}(\\d{1,2})\\2(\\d{1,2})\\2(\\d{4})$`, "u"),
    ([, first, sign, second, endFirst, endSecond, year]) =>
      [first, second, wrapped(year, [first, endFirst], [second, endSecond])].join(sign),
  ],
  // 01. - 07.01.2024
  [new RegExp(`^(\\d{1,2})\\.?${GAP}\\d{1,2}\\.(\\d{1,2}\\.\\d{4})$`, "u"), ([, day, rest]) => `${day}.${rest}`],
  // Jan 1 - Jan 7, 2024 and Jan 1 - 7, 2024
  [
    new RegExp(`^(${WORD}) (\\d{1,2})${GAP}(?:(${WORD}) )?\\d{1,2},? (\\d{4})$`, "u"),
    ([, month, day, end, year]) => ofMonth(month, end, year, (earlier) => `${month} ${day}, ${earlier}`),
  ],
  // 1 Jan - 7 Jan 2024
  [
    new RegExp(`^(\\d{1,2}\\.?) (${WORD})${GAP}\\d{1,2}\\.? (${WORD}),? (\\d{4})$`, "u"),
    ([, day, month, end, year]) => ofMonth(month, end, year, (earlier) => `${day} ${month} ${earlier}`),
  ],
  // 1 - 7 Jan 2024
  [
    new RegExp(`^(\\d{1,2}\\.?)${GAP}\\d{1,2}\\.? (${WORD}),? (\\d{4})$`, "u"),
    ([, day, month, year]) => ofMonth(month, undefined, year, () => `${day} ${month} ${year}`),
  ],
  // Jan - Mar 2024
  [
    new RegExp(`^(${WORD})${GAP}(${WORD}),? (\\d{4})$`, "u"),
    ([, month, end, year]) => ofMonth(month, end, year, (earlier) => `${month} ${earlier}`),
  ],
];

function shortStart(body: string): string | null {
  for (const [pattern, start] of SHORT) {
    const match = pattern.exec(body);
    if (match) return start(match);
  }
  return null;
}

/** The year before, where the months say that the year turns in between. */
function ofMonth(month: string, end: string | undefined, year: string, start: (year: number) => string): string | null {
  const first = monthNamed(month)?.month;
  const last = end === undefined ? first : monthNamed(end)?.month;
  if (first === undefined || last === undefined) return null;
  return start(Number(year) - (first > last ? 1 : 0));
}

/** The same for months that are numbers, whichever of the two they are: December before January. */
function wrapped(year: string, ...pairs: readonly (readonly [start: string, end: string])[]): number {
  return Number(year) - (pairs.some(([start, end]) => Number(start) === 12 && Number(end) === 1) ? 1 : 0);
}
