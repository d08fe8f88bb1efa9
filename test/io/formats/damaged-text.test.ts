import { expect, test } from "vitest";
import { errorText } from "../../../kernel-lib/src/index.js";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { readFile } from "../../../kernel-lib/src/io/read-file.js";

const lines = Array.from({ length: 60 }, (_, i) =>
  JSON.stringify({ date: new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10), v: i }),
);

/** What is said of a damaged file; of a text the line, which an editor shows. */
async function said(text: string): Promise<string[]> {
  try {
    await readFile(new TextEncoder().encode(text));
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).code).toBe("bad_data");
    return (["en", "de"] as const).map((language) => errorText(error as InputError, language).message);
  }
  return [];
}

test.each<[string, string, number]>([
  ["JSON lines with a line cut short", lines.map((line, i) => (i === 30 ? line.slice(0, 12) : line)).join("\n"), 31],
  ["JSON lines whose last line is cut", lines.join("\n").slice(0, -8), 60],
  ["JSON lines with words among them", lines.map((line, i) => (i === 30 ? "oops" : line)).join("\n"), 31],
  ["a JSON list with a record cut short", `[${lines.join(",\n")}]`.replace('"2024-02-03"', '"2024-02-03'), 34],
  ["a JSON list that ends early", `[\n${lines.join(",\n")}`.slice(0, -8), 61],
  ["a JSON list with a value too many", `[${lines.join(",\n")}]`.replace('"v":20}', '"v":20 5}'), 21],
])("%s is refused and says the line", async (_, text, line) => {
  const texts = await said(text);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(new RegExp(`\\bLine ${line}\\b`));
  expect(texts[1]).toMatch(new RegExp(`\\bZeile ${line}\\b`));
});
