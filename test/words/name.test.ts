/** Titles, summaries and descriptions of the registers in every language: none is missing. */
import { describe, expect, test } from "vitest";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { features } from "../../kernel-lib/src/features/index.js";
import * as plots from "../../kernel-lib/src/plots/index.js";
import type { Plot } from "../../kernel-lib/src/plots/plot.js";
import { languages } from "../../kernel-lib/src/words/language.js";
import { descriptionText, nameText } from "../../kernel-lib/src/words/name.js";
import { configSchema, type JsonSchema } from "../../kernel-lib/src/config/schema.js";

const registers = { detectors, features, plots } as unknown as Readonly<
  Record<string, Readonly<Record<string, Entry>>>
>;
type Entry = Pick<Plot<unknown>, "title" | "summary" | "translations">;

const told = Object.entries(registers).flatMap(([register, entries]) =>
  Object.entries(entries).map(([id, entry]) => ({ name: `${register}.${id}`, ...entry })),
);

describe.each(languages.slice(1))("in %s", (language) => {
  test.each(told)("$name is called and told", ({ title, summary, translations }) => {
    const own = translations?.[language as "de"];
    expect(own, `translations: { ${language}: { title, summary } }`).toBeDefined();
    // A method may be called as in English; what it is for is said.
    expect(own!.summary).not.toBe(summary);
    expect(own!.summary.slice(-1)).toBe(summary.slice(-1));
    expect([nameText(title, language), nameText(summary, language)], "npm run generate").toEqual([
      own!.title,
      own!.summary,
    ]);
    expect(nameText(title)).toBe(title);
  });
});

test("the name of a detector of one's own stays as it is", () => {
  expect(nameText("Farthest", "de")).toBe("Farthest");
});

function descriptionsOf(schema: JsonSchema): string[] {
  const { description, properties = {}, items, additionalProperties } = schema;
  const inner = [...Object.values(properties), items, additionalProperties].filter(
    (part) => typeof part === "object" && part !== null,
  );
  return [
    ...(description === undefined ? [] : [description]),
    ...inner.flatMap((part) => descriptionsOf(part as JsonSchema)),
  ];
}

const descriptions = [...new Set(descriptionsOf(configSchema()))];

test.each(descriptions)("%s is explained in German, the whole of it", (english) => {
  expect(descriptionText(english)).toBe(english);
  const german = descriptionText(english, "de");
  const [title, ...rest] = english.split(". ");
  expect(german).not.toBe(english);
  expect(german).toMatch(/\.$/);
  if (rest.length > 0) expect(german.replace(`${title}. `, "")).not.toContain(rest.join(". "));
});

test("of a detector of one's own it stays as it is", () => {
  expect(descriptionText("Mine. What I look for.", "de")).toBe("Mine. What I look for.");
});
