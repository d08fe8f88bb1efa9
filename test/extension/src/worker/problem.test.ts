import { afterEach, expect, test } from "vitest";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { says } from "../../../../extension/src/worker/library-words.js";
import { problemOf } from "../../../../extension/src/worker/problem.js";
import { InputError } from "../../../../kernel-lib/src/errors.js";

afterEach(() => setDisplayLanguage("en"));

test("what a person can put right is told in VS Code's language", () => {
  setDisplayLanguage("de-AT");
  expect(problemOf(new InputError("no_bytes", {}), says.error)).toEqual({
    code: "empty_file",
    message: "Die Datei ist leer (0 Bytes).",
    hint: "Wählen Sie eine CSV-Datei mit einer Kopfzeile und Datenzeilen.",
  });
});

test("a problem in words of one's own keeps them, and its line", () => {
  setDisplayLanguage("de");
  expect(problemOf(new InputError("bad_data", "Till 4 is closed.", "Open it.", 7), says.error)).toEqual({
    code: "bad_data",
    message: "Till 4 is closed.",
    hint: "Open it.",
    line: 7,
  });
});

test("anything else is a fault of ours", () => {
  expect(problemOf(new Error("boom"), says.error)).toMatchObject({
    code: "internal",
    message: expect.stringContaining("boom") as string,
  });
});
