import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fileLines } from "../../kernel-lib/src/batch/file-lines.js";

const root = mkdtempSync(join(tmpdir(), "batch-lines-"));
afterAll(() => rmSync(root, { recursive: true }));

const read = (text: string): string[] => {
  const path = join(root, "lines");
  writeFileSync(path, text);
  return [...fileLines(path)];
};

test("a file is its lines, however long, with or without an end of the last one", () => {
  const long = ["ä".repeat(100_000), "", "x", "–".repeat(9_000), "…"];
  expect(read(`${long.join("\n")}\n`)).toEqual(long);
  expect(read(long.join("\n"))).toEqual(long);
  expect(read("")).toEqual([]);
  const short = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
  expect(read(`${short.join("\n")}\n`)).toEqual(short);
});

test("several files are read side by side, one is left early, and a missing one is said at once", () => {
  const path = join(root, "both");
  writeFileSync(path, "1\n2\n3\n");
  const [one, other] = [fileLines(path), fileLines(path)];
  expect([one.next().value, other.next().value, one.next().value]).toEqual(["1", "1", "2"]);
  one.return(undefined);
  expect([...other]).toEqual(["2", "3"]);
  expect(() => fileLines(join(root, "none")).next()).toThrow("ENOENT");
});
