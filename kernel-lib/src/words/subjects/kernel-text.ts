import { kernel as german } from "../de/kernel.js";
import { kernel as english } from "../en/kernel.js";
import type { Language } from "../language.js";
import type { KernelFacts } from "./kernel-facts.js";

/** What a notebook's kernel says, without the rest of the catalogue, which would make every kernel start later. */
export function kernelText<Word extends keyof KernelFacts>(
  word: Word,
  facts: KernelFacts[Word],
  language: Language = "en",
): string {
  return { en: english, de: german }[language][word](facts);
}
