import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { dateText, number } from "../../shared/words.js";

/** A change of level; `until` is NaN of one that stays, and null once VS Code has sent it. */
interface Change {
  readonly time: number;
  readonly until: number | null;
  readonly from: number;
  readonly to: number;
}

/** `Since 29 Oct 2023: 700 (was 1,000)`; one that ended says until when. */
export function changeText({ time, until, from, to }: Change, digits: number, dated: boolean): string {
  const when = (at: number): string => (dated ? dateText(at) : t(terms.rowNumber, number(at + 1)));
  const [before, since] = [number(from, digits), number(to, digits)];
  if (until === null || Number.isNaN(until))
    return t({ en: "Since {0}: {1} (was {2})", de: "Seit {0}: {1} (vorher {2})" }, when(time), since, before);
  const [first, last] = [when(time), when(until - 1)];
  return first === last
    ? t({ en: "{0}: {1} (else {2})", de: "{0}: {1} (sonst {2})" }, first, since, before)
    : t({ en: "{0} to {1}: {2} (else {3})", de: "{0} bis {1}: {2} (sonst {3})" }, first, last, since, before);
}
