import type { Language } from "../translations.js";

export type { Language } from "../translations.js";

/** All of them; the first is used where nothing else is asked for. */
export const languages: readonly Language[] = ["en", "de"];

/**
 * The language of a tag such as `de`, `de-AT` or `de_DE.UTF-8`; English for one that the library does not speak.
 *
 * @example languageOf("de-AT") // "de"
 */
export function languageOf(tag: string): Language {
  const wanted = tag.toLowerCase().split(/[-_.]/)[0];
  return languages.find((language) => language === wanted) ?? "en";
}
