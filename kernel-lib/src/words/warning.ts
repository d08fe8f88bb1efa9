import type { Warning, WarningCode, WarningOf } from "../warning.js";
import type { ColumnWarningCode } from "./catalogue.js";
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

/**
 * What all warnings say, a sentence each. What is true of several columns is said once and names them: twelve columns that hold the
 * same code for "no value" are one sentence. In the order of the warnings, each where the first of its columns stands.
 *
 * @example
 * for (const { text } of warningTexts(table.warnings)) console.log(text);
 */
export function warningTexts(
  warnings: readonly Warning[],
  language?: Language,
): { readonly text: string; readonly warnings: readonly Warning[] }[] {
  const groups = new Map<string, Warning[]>();
  for (const [place, warning] of warnings.entries()) {
    const key = sharedKey(warning) ?? String(place);
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  return [...groups.values()].map((group) => ({
    text: group.length === 1 ? warningText(group[0], language) : toldOfColumns(group, language),
    warnings: group,
  }));
}

/** The same for warnings that differ in their column alone; null where a warning is about no column. */
function sharedKey(warning: Warning): string | null {
  const { columnWarnings } = speechOf().words;
  if (!Object.hasOwn(columnWarnings, warning.code)) return null;
  return warning.code === "possible_missing_value_code" ? `${warning.code} ${warning.facts.value}` : warning.code;
}

function toldOfColumns(group: readonly Warning[], language?: Language): string {
  const { words, write } = speechOf(language);
  const say = words.columnWarnings[group[0].code as ColumnWarningCode] as (
    all: readonly unknown[],
    to: typeof write,
  ) => string;
  return say(
    group.map(({ facts }) => facts),
    write,
  );
}
