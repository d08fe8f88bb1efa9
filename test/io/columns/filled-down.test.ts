import { describe, expect, test } from "vitest";
import { keyValues, seriesOf } from "../../../kernel-lib/src/io/series.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

const shops = ["A", "B", "C"];
const grouped = (rows: (day: string, value: (k: number) => string) => string[]): string =>
  sampleRows(20, (i, date) => rows(isoDay(date), (k) => sampleValue(i * 3 + k)).join("\n"));

describe("what stands in the first row of a group alone goes for all of its rows", () => {
  test("a date", () => {
    const text = `date,shop,sales\n${grouped((day, value) => shops.map((shop, k) => `${k === 0 ? day : ""},${shop},${value(k)}`))}`;
    const found = reading(text);
    const warned = ["long_format", "too_few_rows_for_detection"];
    expect(found).toMatchObject({ key: "shop", rows: 60, warned, noted: ["filled_down"] });
    expect(found.assumed![0].facts).toEqual({ column: "date", cells: 40 });
    expect(found.cadence?.label).toBe("daily");
    expect(seriesOf(readTable(text), "sales", "B").values[1]).toBe(Number(sampleValue(4)));
  });

  test("a year above its months", () => {
    const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
    const text = `Year,Month,Sales\n${[2021, 2022, 2023]
      .flatMap((year) => months.map((month, m) => `${m === 0 ? year : ""},${month},${sampleValue(m)}`))
      .join("\n")}`;
    const found = reading(text);
    expect(found).toMatchObject({ cadence: { label: "monthly" }, rows: 36, noted: ["filled_down"] });
    expect(found.times[13]).toBe("2022-02-01T00:00");
  });

  test("the name of a series, and no blank one is left", () => {
    const text = `shop,date,sales\n${["North", "South"]
      .map((shop) => sampleRows(20, (i, date) => `${i === 0 ? shop : ""},${isoDay(date)},${sampleValue(i)}`).trimEnd())
      .join("\n")}`;
    const table = readTable(text);
    expect(table.key).toBe("shop");
    expect(keyValues(table)).toEqual(["North", "South"]);
  });

  test.each<[string, string]>([
    [
      "a remark now and then",
      `date,note,sales\n${sampleRows(40, (i, date) => `${isoDay(date)},${i % 10 === 0 ? "sale" : ""},${sampleValue(i)}`)}`,
    ],
    [
      "dates that are missing here and there",
      `date,sales\n${sampleRows(40, (i, date) => `${i % 7 === 3 ? "" : isoDay(date)},${sampleValue(i)}`)}`,
    ],
    ["a total at the end", `date,sales\n${sampleRows(40, (i, date) => `${isoDay(date)},${sampleValue(i)}`)}\n,4000`],
    [
      "another date that few rows have",
      `date,shipped,sales\n${sampleRows(40, (i, date) => `${isoDay(date)},${i % 10 === 0 ? isoDay(date) : ""},${sampleValue(i)}`)}`,
    ],
  ])("%s is left alone", (_, text) => {
    expect(reading(text).noted).not.toContain("filled_down");
  });
});
