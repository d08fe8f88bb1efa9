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
