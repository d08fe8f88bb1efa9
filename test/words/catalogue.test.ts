import { describe, expect, test } from "vitest";
import { InputError, type InputProblem } from "../../kernel-lib/src/errors.js";
import { errorText } from "../../kernel-lib/src/words/error.js";
import { languages, type Language } from "../../kernel-lib/src/words/language.js";
import { speechOf } from "../../kernel-lib/src/words/speech.js";
import type { Catalogue, FixWords } from "../../kernel-lib/src/words/catalogue.js";
import type { Writer } from "../../kernel-lib/src/words/writer.js";
import * as facts from "./facts/index.js";

type Say = (facts: unknown, write: Writer) => string;

/** Every sentence of a subject with every example of its facts. */
const subjects = [
  "warnings",
  "assumptions",
  "skips",
  "incidents",
  "why",
  "alerts",
  "profile",
  "insights",
  "phrases",
  "progress",
] as const;

/** Sentences end in a stop; phrases stand among other words. */
const phrases: ReadonlySet<string> = new Set([
  "more",
  "incidentsOf",
  "changed",
  "trendBy",
  "runningCell",
  ...Object.keys(facts.progress),
  "falseAlarmRate",
]);

function sentences(language: Language): [name: string, text: string][] {
  const { words, write } = speechOf(language);
  return [...fixSentences(language), ...told(words, write)];
}

/** What a fix is about and what it would do. */
function fixSentences(language: Language): [name: string, text: string][] {
  const { words, write } = speechOf(language);
  return Object.entries(facts.fixes).flatMap(([kind, examples]) =>
    examples.flatMap((example, place) => {
      const tell = words.fixes[kind as keyof typeof words.fixes] as (facts: unknown, write: Writer) => FixWords;
      const { found, effect, action } = tell(example, write);
      return [
        [`fixes ${kind} ${place}`, found],
        [`fixes ${kind} effect ${place}`, effect],
        [`fixes more ${place}`, action],
      ] as [string, string][];
    }),
  );
}

function told(words: Catalogue, write: Writer): [name: string, text: string][] {
  return subjects.flatMap((subject) =>
    Object.entries(facts[subject] as unknown as Record<string, readonly unknown[]>).flatMap(([key, examples]) =>
      examples.map((example, place): [string, string] => [
        `${subject} ${key} ${place}`,
        (words[subject] as unknown as Record<string, Say>)[key](example, write),
      ]),
    ),
  );
}

/** What each kind of error says with every example of its facts. */
function toldErrors(language: Language): [name: string, sentence: string, hint: string][] {
  return Object.entries(facts.errors).flatMap(([kind, examples]) =>
    examples.map((example, place): [string, string, string] => {
      const { message, hint } = errorText(new InputError(...([kind, example] as unknown as InputProblem)), language);
      return [`${kind} ${place}`, message, hint];
    }),
  );
}

/** Names of all entries of a catalogue, of those inside others too. */
function keysOf(value: unknown, path: string = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`));
}

describe.each(languages)("the words in %s", (language) => {
  test.each(sentences(language))("%s", (name, text) => {
    expect(text).not.toMatch(/NaN|undefined|null|\[object|Infinity|\$\{| {2}| ,| \.(?!\d)/);
    expect(text.length).toBeGreaterThan(3);
    expect(text.length).toBeLessThan(260);
    const key = name.split(" ").slice(1, -1).join(" ");
    if (!phrases.has(key)) expect(text).toMatch(/[.:!]$/);
    if (/^(warnings|assumptions|incidents|why) /.test(name)) expect(text).toMatch(/^[^a-zäöü]/);
  });

  test.each(toldErrors(language))("error %s", (_name, sentence, hint) => {
    for (const text of [sentence, hint]) {
      expect(text).not.toMatch(/NaN|undefined|\[object|Infinity|\$\{| {2}| \.(?!\d|i|x)/);
      expect(text).toMatch(/[.:!]$|TypeError: x\n$/);
      expect(text.length).toBeLessThan(260);
    }
  });

  test("has every key that English has, and no other", () => {
    expect(keysOf(speechOf(language).words).sort()).toEqual(keysOf(speechOf("en").words).sort());
  });

  test("writes percent as the language does", () => {
    const all = sentences(language)
      .map(([, text]) => text)
      .join(" ");
    expect(all).toMatch(language === "en" ? /\d%/ : /\d\u202f%/);
    expect(all).not.toMatch(language === "en" ? /\d[ \u202f]%/ : /\d ?%/);
  });
});

test("no error says the same in German as in English", () => {
  const german = new Map(toldErrors("de").map(([name, ...told]) => [name, told]));
  const same = toldErrors("en").filter(
    ([name, sentence, hint]) => german.get(name)![0] === sentence || german.get(name)![1] === hint,
  );
  expect(same.map(([name]) => name)).toEqual([]);
});

test("every sentence in German differs from the English one", () => {
  const english = new Map(sentences("en"));
  const same = sentences("de").filter(([name, text]) => english.get(name) === text);
  expect(same.map(([name]) => name)).toEqual(["assumptions kpis 0", "assumptions kpis 1", "skips own 0"]);
});
