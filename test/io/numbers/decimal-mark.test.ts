import { describe, expect, test } from "vitest";
import { isoDay, sampleRows } from "../sample-file.js";
import { reading } from "../reading.js";

const dotted = (date: Date): string => isoDay(date).split("-").reverse().join(".");
const file = (delimiter: string, mark: string, day: (date: Date) => string, more = ""): string =>
  `d${delimiter}v${more && `${delimiter}w`}\n${sampleRows(40, (i, date) => [day(date), `${2 + (i % 5)}${mark}${100 + i}`, ...(more ? [more] : [])].join(delimiter))}`;

describe("one mark and three digits", () => {
  test.each<[string, string, number, "warned" | "noted"]>([
    ["the custom of 31.12.2024 and ; groups", file(";", ".", dotted), 2100, "noted"],
    ["the same with a comma cannot be known", file(";", ",", dotted), 2.1, "warned"],
    ["2024-12-31 and ; tell nothing", file(";", ".", isoDay), 2.1, "warned"],
    ["programs write points", file(",", ".", isoDay), 2.1, "noted"],
    ["another column decides", file(";", ".", isoDay, "1,5"), 2100, "noted"],
  ])("%s", (_, text, first, where) => {
    const found = reading(text);
    expect(found.values[0]).toBe(first);
    expect(found[where]).toContain("thousands_or_fraction");
  });

  test("--decimal ends the question", () => {
    const found = reading(file(";", ".", isoDay), { decimal: "," });
    expect(found.values[0]).toBe(2100);
    expect([...found.warned, ...found.noted]).toEqual([]);
  });
});
