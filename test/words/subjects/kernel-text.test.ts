import { expect, test } from "vitest";
import type { KernelFacts } from "../../../kernel-lib/src/words/subjects/kernel-facts.js";
import { kernelText } from "../../../kernel-lib/src/words/subjects/kernel-text.js";

const facts: KernelFacts = {
  interrupted: {},
  cancelled: {},
  unstoppable: {},
  restarted: {},
  closed: {},
  outOfMemory: {},
  endedBySignal: { signal: "SIGSEGV" },
  endedByCell: { code: 3 },
  variablesGone: { reason: "!" },
  notStarted: { reason: "ENOENT" },
  noStart: { said: "Illegal instruction." },
  fault: { message: "RangeError." },
  nobodyToAsk: {},
  unshown: { trace: "Error: no." },
  uncaught: { trace: "Error: no." },
};

test.each(Object.keys(facts) as (keyof KernelFacts)[])("%s is told in both languages, with its facts", (word) => {
  const [english, german] = [kernelText(word, facts[word], "en"), kernelText(word, facts[word], "de")];
  expect(english).not.toBe(german);
  for (const text of [english, german]) {
    expect(text.trim()).toMatch(/[.!]$/);
    for (const fact of Object.values(facts[word])) expect(text).toContain(String(fact));
  }
  expect(kernelText(word, facts[word])).toBe(english);
});
