import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { dateText, number } from "../../shared/words.js";

/** `Since 29 Oct 2023: 700 (was 1,000)`; one that ended says until when. */
export function changeText(
  {
    time,
    until,
    from,
    to,
  }: { readonly time: number; readonly until: number; readonly from: number; readonly to: number },
  digits: number,
  dated: boolean,
): string {
  const when = (at: number): string => (dated ? dateText(at) : t(terms.rowNumber, number(at + 1)));
  const [before, since] = [number(from, digits), number(to, digits)];
  return Number.isNaN(until)
    ? t({ en: "Since {0}: {1} (was {2})", de: "Seit {0}: {1} (vorher {2})" }, when(time), since, before)
    : t(
        { en: "{0} to {1}: {2} (else {3})", de: "{0} bis {1}: {2} (sonst {3})" },
        when(time),
        when(until - 1),
        since,
        before,
      );
}
