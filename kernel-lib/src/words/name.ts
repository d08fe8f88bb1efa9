import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * The title or summary of a detector or a plot in a language; that of one of one's own stays as it is.
 *
 * @example nameText(detectors.flatRun.title, "de") // "Stillstand"
 */
export function nameText(english: string, language?: Language): string {
  return speechOf(language).words.name(english);
}

/**
 * What the schema says of an option, a feature or a detector (`Title. Summary`), in a language.
 *
 * @example descriptionText("Flat run. Values that stand still longer than chance allows.", "de")
 */
export function descriptionText(english: string, language?: Language): string {
  const whole = nameText(english, language);
  const end = english.indexOf(". ");
  if (whole !== english || end < 0) return whole;
  return `${nameText(english.slice(0, end), language)}. ${nameText(english.slice(end + 2), language)}`;
}
