import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { datesText, lastRowOf, number, type TimeWords } from "../../shared/words.js";

/** A change of level; `until` is NaN of one that stays, and null once VS Code has sent it. */
interface Change {
  readonly time: number;
  readonly until: number | null;
  readonly from: number;
  readonly to: number;
}

/** `Since 29 Oct 2023: 700 (was 1,000)`; one that ended says until when: `25 Dec – 28 Dec 2014: 10,900 (else 18,200)`. */
export function changeText({ time, until, from, to }: Change, digits: number, words: TimeWords): string {
  const [before, since] = [number(from, digits), number(to, digits)];
  if (until === null || Number.isNaN(until))
    return t({ en: "Since {0}: {1} (was {2})", de: "Seit {0}: {1} (vorher {2})" }, when(time, time), since, before);
  return t(
    { en: "{0}: {1} (else {2})", de: "{0}: {1} (sonst {2})" },
    when(time, lastRowOf(until, words)),
    since,
    before,
  );

  function when(first: number, last: number): string {
    if (words.dated) return datesText(first, last, words);
    const [from, to] = [number(first + 1), number(last + 1)];
    return from === to ? t(terms.rowNumber, from) : t({ en: "rows {0}\u2013{1}", de: "Zeilen {0}\u2013{1}" }, from, to);
  }
}
