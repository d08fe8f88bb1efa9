import fc from "fast-check";
import { expect, test } from "vitest";
import { reading } from "./reading.js";

/** The pollutions of the Pollock benchmark (Vitagliano et al., PVLDB 16, 2023), several at once, on a table that is known. */
const pollution = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  quotes: fc.constantFrom("none", "text", "all"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  preamble: fc.constantFrom<readonly string[]>(
    [],
    ["Report of all shops"],
    ["Report of all shops", "", "made by hand"],
  ),
  header: fc.boolean(),
  lastLineEnd: fc.boolean(),
  mark: fc.boolean(),
  blank: fc.option(fc.integer({ min: 30, max: 38 }), { nil: null }),
  short: fc.option(fc.integer({ min: 5, max: 30 }), { nil: null }),
  long: fc.option(fc.integer({ min: 5, max: 30 }), { nil: null }),
  /** Quotes inside of text: none, doubled, or behind a backslash. */
  escaped: fc.constantFrom("none", "doubled", "backslash"),
  /** Around quoted cells; single ones are escaped by nothing. */
  sign: fc.constantFrom('"', "'"),
  /** A second row of names above the first, over all columns but the date. */
  groups: fc.boolean(),
  /** A remark below the table, behind a blank line. */
  footer: fc.boolean(),
  /** One delimiter more behind every line. */
  open: fc.boolean(),
  /** Another table, above the one with dates and numbers or below it. */
  other: fc.constantFrom("none", "above", "below"),
});

type Pollution = typeof pollution extends fc.Arbitrary<infer Each> ? Each : never;

const rows = Array.from({ length: 40 }, (_, i) => ({
  day: new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
  sales: 100 + ((i * 37) % 23) + 0.5,
  shop: i % 2 ? "north" : "south",
}));

function polluted({ delimiter, quotes, lineEnd, preamble, header, lastLineEnd, mark, ...on }: Pollution): string {
  const escape = on.escaped === "backslash" ? '\\"' : '""';
  const sign = on.escaped === "none" ? on.sign : '"';
  const cell = (text: string, isText: boolean): string =>
    quotes === "all" || (quotes === "text" && isText) || text.includes('"')
      ? `${sign}${text.replaceAll('"', escape)}${sign}`
      : text;
  const lines = rows.map(({ day, sales, shop }, i) => {
    const words = on.escaped !== "none" && i % 7 === 3 ? `${shop} "old"${delimiter} closed` : shop;
    const cells = [cell(day, true), cell(String(sales), false), cell(words, true)];
    if (on.short === i) cells.pop();
    if (on.long === i) cells.push("more");
    return cells.join(delimiter) + (on.open ? delimiter : "");
  });
  if (on.blank !== null) lines.splice(on.blank, 0, "");
  const row = (...cells: string[]): string => cells.map((name) => cell(name, true)).join(delimiter);
  const groups = on.groups && on.other === "none" ? [row("", "all", "all")] : [];
  const names = header ? [...groups, row("day", "sales", "shop")] : [];
  const footer = on.footer && on.other === "none" ? ["", "Source: office of numbers"] : [];
  const other = ["code", "clerks"].map((name) => cell(name, true)).join(delimiter);
  const clerks = ["a", "b", "c"].map((code, n) => [cell(code, true), cell(String(n + 7), false)].join(delimiter));
  // Words above a table without names could be its names.
  const above = on.other === "above" && header ? [other, ...clerks, ""] : [];
  const below = on.other === "below" ? ["", other, ...clerks] : [];
  return `${mark ? "\ufeff" : ""}${[...preamble, ...above, ...names, ...lines, ...below, ...footer].join(lineEnd)}${lastLineEnd ? lineEnd : ""}`;
}

test("a table is read from under the pollutions of Pollock", () => {
  fc.assert(
    fc.property(pollution, (how) => {
      const found = reading(polluted(how));
      expect(found.delimiter).toBe(how.delimiter);
      expect(found.header).toBe(how.header);
      if (how.footer) expect(found.date?.columns).toHaveLength(1);
      expect(found.times.map((time) => time.slice(0, 10))).toEqual(rows.map(({ day }) => day));
      expect(found.values).toEqual(rows.map(({ sales }) => sales));
      if (how.other === "below") expect(found.warned).toContain("other_tables_skipped");
      // One cell too few and one too many in the same row are none; a delimiter behind every line makes the last cell blank.
      if (how.short !== how.long && !how.open) expect(found.warned).toContain("ragged_rows");
    }),
    { numRuns: 300, seed: 20_261_129 },
  );
});
