import type { Language } from "../language.js";

/** The same in each language, side by side: what lacks one does not compile. */
export type Spoken<Words> = Readonly<Record<Language, Words>>;

/** Sentences by kind, each in every language. */
export type InEveryLanguage<Sentences> = { readonly [Kind in keyof Sentences]: Spoken<Sentences[Kind]> };

/** The sentences of one language. */
export function inLanguage<Sentences extends object>(
  sentences: InEveryLanguage<Sentences>,
  language: Language,
): Sentences {
  const kinds = Object.entries<Spoken<unknown>>(sentences).map(([kind, spoken]) => [kind, spoken[language]]);
  return Object.fromEntries(kinds) as Sentences;
}
