import { expect, test } from "vitest";
import { listing } from "../../kernel-lib/src/display/listing.js";
import { attachedDisplay } from "../../kernel-lib/src/display/with-display.js";
import {
  recordTableHtml,
  recordTableText,
  shortMoment,
  shortNumber,
} from "../../kernel-lib/src/display/record-table.js";

const table = {
  caption: "Two rows.",
  header: ["name", "n"],
  rows: [
    ["<a>", "1"],
    ["bb", "20"],
  ],
  numbers: [1],
  note: "That is all.",
};

test("a table as text has aligned columns", () => {
  expect(recordTableText(table)).toBe("Two rows.\n\nname   n\n<a>    1\nbb    20\n\nThat is all.");
});

test("a table as HTML keeps text from becoming markup", () => {
  expect(recordTableHtml(table)).toContain('<td style="text-align:left;white-space:nowrap">&#60;a&#62;</td>');
});

test("an empty table is its caption", () => {
  expect(recordTableText({ caption: "Nothing found.", header: ["a"], rows: [] })).toBe("Nothing found.");
});

test.each([
  [1.23456, "1.235"],
  [123456, "123,456"],
  [NaN, "–"],
  [Infinity, "∞"],
  [0, "0"],
  [-0.00012346, "-0.0001235"],
])("short number %d", (value, text) => expect(shortNumber(value)).toBe(text));

test("a moment shows its clock only where it says something", () => {
  expect([Date.UTC(2024, 1, 3), Date.UTC(2024, 1, 3, 4, 5), Date.UTC(2024, 1, 3, 4, 5, 6)].map(shortMoment)).toEqual([
    "2024-02-03",
    "2024-02-03 04:05",
    "2024-02-03 04:05:06",
  ]);
});

test("plain objects show themselves as a table", () => {
  const shown = listing(
    [
      { name: "a", n: 1.5, when: new Date(Date.UTC(2024, 0, 2)) },
      { name: "b", n: null, more: true },
    ],
    "Two things.",
  );
  expect(attachedDisplay(shown)!["text/plain"]).toBe(
    "Two things.\n\nname    n  when        more\na     1.5  2024-01-02\nb                      true",
  );
  expect(attachedDisplay(listing([]))!["text/plain"]).toBe("");
});

test.each<[number, string]>([
  [1234567, "1.234.567"],
  [0.0314159, "0,03142"],
  [NaN, "–"],
])("short number %d in German", (value, text) => expect(shortNumber(value, 4, "de")).toBe(text));
