import { rowsOf } from "./cycles.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * The name of a period after which a KPI repeats, by its label in a report (`day`, `week`, `48 rows`).
 *
 * @example periodText("week", "de") // "Woche"
 */
export function periodText(label: string, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.period({ label, rows: rowsOf(label) }, write);
}

/**
 * How often a value comes, by the label of a cadence (`hourly`, `5min`); the label itself where there is no word for it.
 *
 * @example cadenceText("hourly", "de") // "jede Stunde"
 */
export function cadenceText(label: string, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.cadence(label, write);
}
