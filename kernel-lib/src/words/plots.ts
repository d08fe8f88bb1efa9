import type { Language } from "./language.js";
import type { PlotFacts, PlotWords } from "./subjects/plot-words.js";
import { speechOf } from "./speech.js";

/** The words of figures in one language. */
export interface FigureWords {
  /** The title of a detector, which its register holds in English. */
  readonly name: (english: string) => string;
  readonly labels: PlotWords["labels"];
  /** A title, or a sentence that stands for a figure. */
  readonly told: <Kind extends keyof PlotFacts>(kind: Kind, facts: PlotFacts[Kind]) => string;
}

/** What figures say, in a language. */
export function plotWords(language?: Language): FigureWords {
  const { words, write } = speechOf(language);
  return { name: words.name, labels: words.plots.labels, told: (kind, facts) => words.plots.told[kind](facts, write) };
}
