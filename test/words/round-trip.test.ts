/** Whatever may be said reads the same after its facts went to another thread or through a JSON file, in every language. */
import { describe, expect, test } from "vitest";
import { InputError, type InputProblem } from "../../kernel-lib/src/errors.js";
import type { WhyAt } from "../../kernel-lib/src/evaluate/why-at.js";
import { whyText } from "../../kernel-lib/src/words/analyses/why.js";
import type { Catalogue } from "../../kernel-lib/src/words/catalogue.js";
import { errorText } from "../../kernel-lib/src/words/error.js";
import { languages } from "../../kernel-lib/src/words/language.js";
import { speechOf } from "../../kernel-lib/src/words/speech.js";
import type { Writer } from "../../kernel-lib/src/words/writer.js";
import * as facts from "./facts/index.js";

/** Every register of things that are said with facts of their own; those of incidents are read from a report. */
const registers = [
  "warnings",
  "assumptions",
  "skips",
  "alerts",
  "profile",
  "insights",
  "phrases",
  "progress",
  "fixes",
] as const;

type Say = (facts: unknown, write: Writer) => unknown;

const ways: readonly [name: string, way: (value: unknown) => unknown][] = [
  ["another thread", structuredClone],
  ["a JSON file", (value) => JSON.parse(JSON.stringify(value)) as unknown],
];

describe.each(languages)("in %s", (language) => {
  const { words, write } = speechOf(language);

  describe.each(ways)("after %s", (_name, way) => {
    test.each(registers)("%s", (register) => {
      const sentences = words[register] as unknown as Record<string, Say>;
      const examples = Object.entries(facts[register] as unknown as Record<string, readonly unknown[]>);
      expect(examples.map(([kind]) => kind).sort()).toEqual(Object.keys(words[register as keyof Catalogue]).sort());
      for (const [kind, all] of examples)
        for (const example of all)
          expect(sentences[kind](way(example), write), kind).toEqual(sentences[kind](example, write));
    });

    test("why a row is flagged or not", () => {
      const answer: WhyAt = {
        kind: "why",
        kpi: "sales",
        series: "",
        line: 12,
        time: Date.UTC(2025, 6, 1),
        flagged: false,
        value: 5,
        expected: NaN,
        lower: NaN,
        upper: NaN,
        score: NaN,
        neededSensitivity: NaN,
        deviations: NaN,
        threshold: NaN,
        because: { kind: "not judged" },
        decimals: 1,
        cadence: "daily",
      };
      for (const [kind, examples] of Object.entries(facts.why))
        for (const example of examples) {
          const told = { ...answer, ...example, because: { ...example, kind } } as unknown as WhyAt;
          expect(whyText(way(told) as WhyAt, language), kind).toEqual(whyText(told, language));
        }
    });

    test("errors", () => {
      for (const [kind, examples] of Object.entries(facts.errors))
        for (const example of examples) {
          const error = new InputError(...([kind, example] as unknown as InputProblem));
          const there = way(error.toJSON()) as ReturnType<typeof error.toJSON>;
          expect(errorText(there, language), kind).toEqual(errorText(error, language));
        }
    });
  });
});
