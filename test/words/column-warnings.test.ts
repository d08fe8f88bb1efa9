import { expect, test } from "vitest";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { columns } from "../../kernel-lib/src/words/sentences/warnings/columns.js";
import { warningText, warningTexts } from "../../kernel-lib/src/words/warning.js";
import type { Warning } from "../../kernel-lib/src/warning.js";
import { warnings as examples } from "./facts/warnings.js";

const gap = { code: "gap", facts: { gaps: 1, missing: 1, longest: null, clockChanges: 0, by: null } } as Warning;
const code = (column: string, value: number, times: number): Warning => ({
  code: "possible_missing_value_code",
  facts: { column, value, times },
  column,
});

test("what is true of several columns is said once and names them, where the first of them stands", () => {
  const told = warningTexts([code("co", -200, 366), gap, code("no2", -200, 12), code("nox", -999, 3)]);
  expect(told.map(({ text }) => text)).toEqual([
    '-200 stands far from all other values in 2 columns and may mean "no value": "co" (366 times) and "no2" (12 times). It is kept as a number unless you name it as missing.',
    warningText(gap),
    warningText(code("nox", -999, 3)),
  ]);
  expect(told[0].warnings.map(({ column }) => column)).toEqual(["co", "no2"]);
});

test("many columns are named as far as a reader follows, and the others counted", () => {
  const many = Array.from({ length: 12 }, (_, index) => code(`sensor ${index}`, -200, 5));
  const [{ text }] = warningTexts(many);
  expect(text).toContain("in 12 columns");
  expect(text).toContain('"sensor 5" (5 times)');
  expect(text).not.toContain("sensor 6");
});

test("of a file: four columns with cells that hold nothing are one sentence", () => {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const date = new Date(Date.UTC(2024, 0, row + 1)).toISOString().slice(0, 10);
    return [date, ...["a", "b", "c", "d"].map((_, at) => (row === 7 + at ? "" : String(row + at)))].join(",");
  });
  const { warnings } = readTable(`date,a,b,c,d\n${rows.join("\n")}\n`);
  expect(warnings.filter((warning) => warning.code === "missing_values")).toHaveLength(4);
  expect(warningTexts(warnings).map(({ text }) => text)).toEqual([
    'Of 40 cells each, some hold no value in "a" (1), "b" (1), "c" (1) and "d" (1); they are left out, never counted as 0.',
  ]);
});

test.each(Object.keys(columns))("%s of two columns is a sentence in every language", (word) => {
  const facts = (examples as Readonly<Record<string, readonly object[]>>)[word][0];
  const two = ["first", "second"].map((column) => ({ code: word, facts: { ...facts, column } }) as unknown as Warning);
  for (const language of ["en", "de"] as const) {
    const [{ text }, ...others] = warningTexts(two, language);
    expect(others).toEqual([]);
    expect(text).toMatch(/^.*first.*second.*\.$/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
});
