import type { Fix } from "../evaluate/fixes.js";
import type { FixWords } from "./catalogue.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * A fix in words.
 *
 * @example
 * for (const fix of fixes(table, report)) console.log(fixText(fix, "de"));
 */
export function fixText({ kind, facts }: Fix, language?: Language): FixWords {
  const { words, write } = speechOf(language);
  const tell = words.fixes[kind] as (facts: Fix["facts"], writer: typeof write) => FixWords;
  return tell(facts, write);
}

/**
 * All fixes as lines for a terminal: what was found, and the option that sets it right. Empty when there is none.
 *
 * @example
 * console.log(fixesText(fixes(table, report)));
 */
export function fixesText(found: readonly Fix[], language?: Language): string {
  if (found.length === 0) return "";
  const { words } = speechOf(language);
  const lines = found.map((fix) => {
    const { found: sentence, effect } = fixText(fix, language);
    return `  ${sentence} ${fix.option === null ? effect : `${effect.replace(/\.$/, "")}: ${fix.option}`}`;
  });
  return [`${words.labels.suggestions}:`, ...lines, ""].join("\n");
}
