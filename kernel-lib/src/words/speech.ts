import type { Catalogue } from "./catalogue.js";
import { catalogue as german } from "./de/index.js";
import { grammar as germanGrammar } from "./de/grammar.js";
import { catalogue as english } from "./en/index.js";
import { grammar as englishGrammar } from "./en/grammar.js";
import type { Language } from "./language.js";
import { createWriter, type Writer } from "./writer.js";

/** A language: what it can say, and how it writes numbers, moments and names. */
export interface Speech {
  readonly words: Catalogue;
  readonly write: Writer;
}

const speeches: Readonly<Record<Language, Speech>> = {
  en: { words: english, write: createWriter(englishGrammar) },
  de: { words: german, write: createWriter(germanGrammar) },
};

/** The catalogue and the writer of a language. */
export function speechOf(language: Language = "en"): Speech {
  return speeches[language];
}
