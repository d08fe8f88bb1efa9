import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../kernel-lib/src/baseline/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const isConstant = (line: string): boolean => /^(?:export )?const [A-Z][A-Z0-9_]+\b/.test(line);

/** Constants with a number, of which neither they nor those right above them have a comment. */
function withoutReason(name: string): string[] {
  const lines = readFileSync(folder + name, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (!isConstant(line) || !/=.*\d/.test(line)) return [];
    let above = at - 1;
    while (above >= 0 && isConstant(lines[above])) above--;
    return /\*\/$|^\/\//.test((lines[above] ?? "").trim()) ? [] : [`${name}: ${line}`];
  });
}

test("every constant of the model has its reason beside it", () => {
  // Lengths of months, and a transform that is none, say what they are.
  const plain = /LENGTHS = \[31|AS_IT_IS/;
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap(withoutReason).filter((line) => !plain.test(line))).toEqual([]);
});
