import { expect, test } from "vitest";
import { languageAsked } from "../../kernel-lib/src/cli/language-asked.js";

test.each([
  [[], "en"],
  [["detect", "de"], "en"],
  [["detect", "--language", "de"], "de"],
  [["--language=de", "detect"], "de"],
  [["detect", "--language", "de-AT"], "de"],
  [["detect", "--language", "fr"], "en"],
  [["detect", "--language"], "en"],
  [["detect", "--languages", "de"], "en"],
  [["detect", "--language", "en", "--language", "de"], "en"],
] as const)("%j asks for %s", (args, language) => expect(languageAsked(args)).toBe(language));
