import { expect, test } from "vitest";
import { backslashesSettled } from "../../../kernel-lib/src/io/text/backslash-quotes.js";

const settled = (lines: readonly string[]): string | null => {
  const bytes = backslashesSettled(new TextEncoder().encode(`${lines.join("\n")}\n`));
  return bytes && new TextDecoder().decode(bytes);
};
const plain = Array.from({ length: 20 }, (_, i) => `2024-01-${i + 10},${i},"plain, text"`);

test("quotes behind a backslash are doubled where only that makes the line as wide as the others", () => {
  expect(settled([...plain, '2024-02-01,7,"said \\"no\\", left C:\\\\"'])).toBe(
    `${[...plain, '2024-02-01,7,"said ""no"", left C:\\"'].join("\n")}\n`,
  );
});

test.each([
  ["paths that end with a backslash", [...plain, '2024-02-01,7,"C:\\data\\"']],
  ["backslashes without quotes", [...plain, "2024-02-01,7,a\\b"]],
  ["text that is read as well without", [...plain, "2024-02-01,7,a \\b\\ c"]],
])("%s stay", (_, lines) => {
  expect(settled(lines)).toBeNull();
});
