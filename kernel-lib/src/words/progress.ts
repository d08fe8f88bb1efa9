import type { ProgressKind, ProgressStep, ProgressStepOf } from "../progress.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * What a run is at, in a few words.
 *
 * @example progressText({ kind: "look", facts: { look: 3, of: 20 } }) // "Look 3 of 20"
 */
export function progressText(step: ProgressStep, language?: Language): string {
  return told(step, language);
}

function told<Kind extends ProgressKind>({ kind, facts }: ProgressStepOf<Kind>, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.progress[kind](facts, write);
}
