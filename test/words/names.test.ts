/** Titles and summaries of the registers in German: none is missing, none is left over. */
import { expect, test } from "vitest";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import * as plots from "../../kernel-lib/src/plots/index.js";
import type { Plot } from "../../kernel-lib/src/plots/plot.js";
import { nameText } from "../../kernel-lib/src/words/name.js";

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
