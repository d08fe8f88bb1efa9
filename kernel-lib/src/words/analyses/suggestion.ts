import type { Block } from "../../display/record-table.js";
import type { DetectorSuggestion, Suggestion } from "../../evaluate/suggest.js";
import type { Language } from "../language.js";
import { nameText } from "../name.js";
import { speechOf } from "../speech.js";

/** A suggestion with its sentences, as other programs read it. */
export type SuggestionWithWords = Omit<Suggestion, "detectors"> & {
  readonly detectors: readonly (DetectorSuggestion & { readonly why: string })[];
  readonly text: string;
};

/**
 * Which detectors and which consensus fit a file, in one sentence.
 *
 * @example
 * console.log(suggestionText(suggest(report)));
 */
export function suggestionText(suggestion: Suggestion, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.evaluations.suggestion.text(suggestion, write);
}

/**
 * Why a detector should be used or left out, in one sentence.
 *
 * @example
 * for (const each of suggest(report).detectors) console.log(each.title, suggestionReason(each));
 */
export function suggestionReason({ because }: DetectorSuggestion, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.evaluations.suggestion.because(because, write);
}

/** The same suggestion with its sentences. */
export function suggestionWithWords(suggestion: Suggestion, language?: Language): SuggestionWithWords {
  return {
    ...suggestion,
    detectors: suggestion.detectors.map((each) => ({ ...each, why: suggestionReason(each, language) })),
    text: suggestionText(suggestion, language),
  };
}

/** A suggestion as a table: the sentence, then one line a detector. */
export function suggestionBlocks(suggestion: Suggestion, language?: Language): Block[] {
  const { header, yes, no } = speechOf(language).words.evaluations.suggestion;
  return [
    {
      caption: suggestionText(suggestion, language),
      header,
      rows: suggestion.detectors.map((each) => [
        nameText(each.title, language),
        each.use ? yes : no,
        suggestionReason(each, language),
      ]),
    },
  ];
}
