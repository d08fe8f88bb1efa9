import type { Comparison } from "../evaluate/compare.js";
import { skipText } from "./assumption.js";
import type { Language } from "./language.js";

/** A comparison with its sentences, as other programs read it. */
export type ComparisonWithWords = Omit<Comparison, "skipped"> & {
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
};

/** The same comparison with its sentences. */
export function comparisonWithWords(comparison: Comparison, language?: Language): ComparisonWithWords {
  return {
    ...comparison,
    skipped: comparison.skipped.map(({ title, reason }) => ({ title, reason: skipText(reason, language) })),
  };
}
