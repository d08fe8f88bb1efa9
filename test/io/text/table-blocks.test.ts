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
    ["right below", `${days(30)}${products}`, 30],
    ["right below, wider", `${days(30)}Product,Total,Share\nA,100,1\nB,200,2\n`, 30],
    ["right below a title", `${days(30)}Products\n${products}`, 30],
    ["right below, of the same days", `${days(30)}${days(30).replace("Date,Sales", "Datum,Returns")}`, 30],
    ["right below, of days and other names", `${days(30)}Date,Returns\n2024-05-01,3\n2024-05-02,4\n`, 30],
    ["far below without a gap", `${days(700)}${products}`, 700],
    ["far below without a gap, of days", `${days(700)}${days(700).replace("Sales", "Returns")}`, 700],
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

  test("the table with dates is read where it stands right below another", () => {
    const codes = Array.from({ length: 12 }, (_, i) => `k${i},${i}\n`).join("");
    const found = reading(`Product,Total\n${codes}${days(30)}${products}`);
    expect(found).toMatchObject({ records: 30, kpis: ["Sales"] });
    expect(found.warnings).toContainEqual(
      expect.objectContaining({ code: "other_tables_skipped", facts: { tables: 2, line: 1 } }),
    );
  });

  test.each<[string, string]>([
    ["words in one row", days(60).replace("2024-01-20", "holiday,closed\n2024-01-20")],
    ["words in a row far below", days(700).replace("2025-10-20", "holiday,closed\n2025-10-20")],
    ["the header on each page without a gap", days(30) + days(30)],
    ["the header far below once more", days(300) + days(300)],
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
