import type { Localized } from "kpi-anomaly";

let translations: Readonly<Record<string, string>> = {};
let language = "en";

/** Says which language VS Code is shown in: a tag such as `de` or `pt-br`. */
export function setDisplayLanguage(tag: string): void {
  language = tag;
}

/** The tag that `setDisplayLanguage` was given. */
export function displayLanguage(): string {
  return language;
}

/** Of a text that stands in every language of ours, that of the display language; English in any other. */
export function localized(words: Localized): string {
  const [wanted] = language.toLowerCase().split("-");
  return Object.entries(words).find(([each]) => each === wanted)?.[1] ?? words.en;
}

/** Words of the display language by their English original, as VS Code's l10n bundle has them. */
export function setTranslations(bundle: Readonly<Record<string, string>>): void {
  translations = bundle;
}

/** What `setTranslations` was given, to hand on to a thread. */
export function knownTranslations(): Readonly<Record<string, string>> {
  return translations;
}

/**
 * The sentence in the display language, `{0}` … filled in. Used by host and page alike, so that every string stands
 * in `l10n/bundle.l10n.json`, which the build collects from these calls.
 */
export function t(message: string, ...values: readonly (string | number)[]): string {
  const text = Object.hasOwn(translations, message) ? translations[message] : message;
  return text.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
