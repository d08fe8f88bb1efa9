import { describe, expect, test } from "vitest";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { readRecords } from "../../../kernel-lib/src/io/text/records.js";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

const days = (count: number): string =>
  `Date,Sales\n${sampleRows(count, (i, date) => `${isoDay(date)},${sampleValue(i)}`)}`;
const products = "Product,Total\nA,100\nB,200\nC,300\n";

describe("one of several tables is read, the others are said", () => {
  test.each<[string, string, number]>([
    ["below", `${days(30)}\n${products}`, 30],
    ["below remarks", `# one\n${days(30)}\n# two\n${products}`, 30],
    ["far below", `${days(700)}\n\n${products}\n${products.replace("Product", "Region")}`, 700],
    ["below a title", `Section A\n${days(30)}\nSection B\n${products}`, 30],
    ["wider, below", `${days(30)}\nProduct,Total,Share\nA,100,1\nB,200,2\n`, 30],
  ])("another table %s", (_, text, records) => {
    const found = reading(text);
    expect(found).toMatchObject({ records, rows: records, kpis: ["Sales"] });
    expect(found.warned).toContain("other_tables_skipped");
    expect([...readRecords(text, readTable(text).source).records]).toHaveLength(records);
  });

  test("the table with dates is read where it comes second", () => {
    expect(reading(`${products}\n${days(30)}`)).toMatchObject({ records: 30, kpis: ["Sales"] });
    expect(reading(`Product,Total\n${"A,100\n".repeat(20)}\n${days(30)}`).warned).toEqual(
      ["other_tables_skipped", "preamble_skipped"].sort().reverse(),
    );
  });

  test.each<[string, string]>([
    ["blank lines between months", days(60).replace(/(-31,.*\n)/g, "$1\n")],
    ["remarks between rows", days(60).replace(/(-15,.*\n)/g, "$1# half\n")],
    ["the header again on each page", days(30) + `\n${days(30)}`],
  ])("%s divide nothing", (_, text) => {
    expect(reading(text).warned).not.toContain("other_tables_skipped");
    expect(reading(text).records).toBeGreaterThanOrEqual(60);
  });

  test("a cell too many is said with its row, also where the last cell is empty", () => {
    const rows = sampleRows(40, (i, date) => `${isoDay(date)},A,${i === 20 ? "," : ""}${i % 9},${sampleValue(i)},`);
    const found = reading(`date,store,qty,sales,note\n${rows}`);
    expect(found.warnings).toContainEqual(expect.objectContaining({ code: "ragged_rows", rows: [21] }));
    const trailing = sampleRows(40, (i, date) => `${isoDay(date)},${sampleValue(i)}${i % 9 ? "" : ","}`);
    expect(reading(`date,v\n${trailing}`).warned).toEqual([]);
  });
});
