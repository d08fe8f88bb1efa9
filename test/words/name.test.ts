/** Titles and summaries of the registers in German: none is missing, none is left over. */
import { expect, test } from "vitest";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import * as plots from "../../kernel-lib/src/plots/index.js";
import type { Plot } from "../../kernel-lib/src/plots/plot.js";
import { descriptionText, nameText } from "../../kernel-lib/src/words/name.js";
import { configSchema, type JsonSchema } from "../../kernel-lib/src/config/schema.js";

/** Methods that German writes as English does. */
const sameInGerman = new Set(["Isolation Forest", "Local Outlier Factor", "One-Class SVM"]);

const told = [
  ...Object.values(detectors),
  ...Object.values(plots as unknown as Readonly<Record<string, Plot<unknown>>>),
].flatMap(({ title, summary }) => [title, summary]);

test.each(told)("%s", (english) => {
  const german = nameText(english, "de");
  if (!sameInGerman.has(english)) expect(german).not.toBe(english);
  expect(german.slice(-1)).toBe(/[.?]$/.test(english) ? english.slice(-1) : german.slice(-1));
  expect(nameText(english)).toBe(english);
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
