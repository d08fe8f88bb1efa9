import { describe, expect, test } from "vitest";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { readRecords } from "../../kernel-lib/src/io/text/records.js";
import { isoDay, sampleRows, sampleValue } from "./sample-file.js";
import { reading } from "./reading.js";

const rows = sampleRows(40, (i, date) => `${isoDay(date)},${sampleValue(i)}`);
const titled = `one,two\nthree,four\nday,sales\n${rows}`;

describe("what is said about reading is obeyed, and said back", () => {
  test("header row and skipped lines", () => {
    expect(reading(titled, { headerRow: 1 })).toMatchObject({
      kpis: ["two"],
      records: 42,
      noted: ["header_row_given"],
    });
    expect(reading(titled, { headerRow: 3 })).toMatchObject({ kpis: ["sales"], records: 40, warned: [] });
    expect(reading(titled, { skipRows: 2 })).toMatchObject({ kpis: ["sales"], noted: ["rows_skipped_as_told"] });
    expect(reading(rows, { headerRow: 0 })).toMatchObject({ header: false, records: 40 });
    expect(readTable(titled, { skipRows: 2 }).lines[0]).toBe(4);
  });

  test("the original cells are found where the table was", () => {
    const table = readTable(titled, { headerRow: 2 });
    const { header, records } = readRecords(titled, table.source);
    expect(header).toEqual(["three", "four"]);
    expect([...records]).toHaveLength(table.records);
  });

  test.each([{ headerRow: -1 }, { skipRows: 1.5 }, { encoding: "none" }])("%j is refused", (options) => {
    expect(() => readTable(titled, options)).toThrow(expect.objectContaining({ code: "bad_option" }));
  });

  test("lines beyond the end leave an empty file", () => {
    expect(() => readTable(titled, { skipRows: 1000 })).toThrow(expect.objectContaining({ code: "empty_file" }));
  });
});
