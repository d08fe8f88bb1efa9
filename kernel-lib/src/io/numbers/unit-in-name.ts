import { markedNumber } from "./number-marks.js";
import { readNumber } from "./number-text.js";

/** A last part of a name in brackets, or behind `in`, a comma or a slash of its own. */
const BRACKETED = /[([]\s*([^()[\]]{1,16}?)\s*[)\]]\s*$/;
const BEHIND = /(?:\sin|,|\s\/)\s+(\S{1,10})\s*$/i;

/**
 * The unit that a column's name ends with, as in `Consumption (MWh)`, `Temp [°C]`, `Umsatz in EUR`; null where that part is
 * no unit that cells could carry. The name itself stays as it is.
 */
export function unitInName(name: string): string | null {
  const unit = (BRACKETED.exec(name) ?? BEHIND.exec(name))?.[1];
  return unit !== undefined && isUnit(unit) ? unit : null;
}

/** Whether it may stand beside a number as its unit or currency; thousands and notes are none. */
function isUnit(word: string): boolean {
  if (/\d{2}/.test(word)) return false;
  const marked = markedNumber(`1 ${word}`);
  return marked === null ? !Number.isNaN(readNumber(`1 ${word}`, ".").value) : marked.kind === "unit";
}
