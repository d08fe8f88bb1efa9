/** Errors of the library carry facts; their sentences stand in `words` only. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = globSync("kernel-lib/src/**/*.ts").map((path) => path.replaceAll("\\", "/"));

/** What the constructor is given as second argument by those who write sentences: a string, or a template. */
const prose = /new InputError\(\s*"\w+",\s*["'`]/;

test("no InputError is made with a sentence", () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((path) => prose.test(readFileSync(path, "utf8")))).toEqual([]);
  expect('throw new InputError(\n  "bad_option",\n  `No ${what}.`,').toMatch(prose);
});
