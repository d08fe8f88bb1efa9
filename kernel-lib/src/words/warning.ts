import type { Warning, WarningCode, WarningOf } from "../warning.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * What a warning says, in one sentence.
 *
 * @example warningText(table.warnings[0]) // "3 rows repeat the date of another row, for example Tue 1 Jul 2025."
 */
export function warningText(warning: Warning, language?: Language): string {
  return told(warning, language);
}

function told<Code extends WarningCode>({ code, facts }: WarningOf<Code>, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.warnings[code](facts, write);
}
