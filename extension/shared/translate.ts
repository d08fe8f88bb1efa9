import type { Localized } from "kpi-anomaly";

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

/** A text in the display language, `{0}` … filled in. Used by host and page alike; what stands in several places is one of `terms`. */
export function t(text: Localized, ...values: readonly (string | number)[]): string {
  return localized(text).replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
