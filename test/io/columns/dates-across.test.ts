import { describe, expect, test } from "vitest";
import { keyValues, seriesOf } from "../../../kernel-lib/src/io/series.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { isoDay, sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";

const across = (count: number, name: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => name(i)).join();
const countries = (header: string, count: number): string =>
  `country,code,${header}\n${sampleRows(8, (k) => `C${k},K${k},${across(count, (i) => sampleValue(i + k))}`)}`;
const meter = (header: string, count: number): string =>
  `date,${header}\n${sampleRows(20, (k, date) => `${isoDay(date)},${across(count, (i) => sampleValue(i + k))}`)}`;

describe("series that run across", () => {
  test.each<[string, string, string, string]>([
    [
      "years",
      countries(
        across(30, (i) => `${1990 + i}`),
        30,
      ),
      "yearly",
      "1990-01-01T00:00",
    ],
    [
      "years of the World Bank",
      countries(
        across(30, (i) => `${1990 + i} [YR${1990 + i}]`),
        30,
      ),
      "yearly",
      "1990-01-01T00:00",
    ],
    [
      "months",
      countries(
        across(24, (i) => `${2020 + Math.floor(i / 12)}-${two((i % 12) + 1)}`),
        24,
      ),
      "monthly",
      "2020-01-01T00:00",
    ],
    [
      "hours of the clock",
      meter(
        across(24, (i) => `${two(i)}:00`),
        24,
      ),
      "hourly",
      "2024-01-01T00:00",
    ],
    [
      "hours 1 to 24",
      meter(
        across(24, (i) => `H${i + 1}`),
        24,
      ),
      "hourly",
      "2024-01-01T00:00",
    ],
    [
      "quarters of an hour 1 to 96",
      meter(
        across(96, (i) => `${i + 1}`),
        96,
      ),
      "15min",
      "2024-01-01T00:00",
    ],
  ])("%s are offered, and read with one option", (_, text, label, first) => {
    expect(reading(text).warned).toContain("dates_across");
    const found = reading(text, { datesAcross: true });
    expect(found).toMatchObject({ kpis: ["value"], cadence: { label }, noted: ["columns_turned_to_rows"] });
    expect(found.times[0]).toBe(first);
    expect(found.values[2]).toBe(Number(sampleValue(2)));
  });

  test.each([
    ["in English", "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec"],
    ["in German", "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember"],
    ["in Roman numerals", "I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII"],
  ])("the months of a year beside it, %s", (_, months) => {
    const text = `Year,${months}\n${sampleRows(30, (k) => `${1990 + k},${across(12, (i) => sampleValue(i + k))}`)}`;
    expect(reading(text).warned).toContain("dates_across");
    const found = reading(text, { datesAcross: true });
    expect(found).toMatchObject({ kpis: ["value"], cadence: { label: "monthly" } });
    expect(found.times.slice(0, 3)).toEqual(["1990-01-01T00:00", "1990-02-01T00:00", "1990-03-01T00:00"]);
    // Leap years move no month.
    expect(found.times[28]).toBe("1992-05-01T00:00");
  });

  test("other columns tell the series apart, and every value knows its line", () => {
    const table = readTable(
      countries(
        across(30, (i) => `${1990 + i}`),
        30,
      ),
      { datesAcross: true },
    );
    expect(keyValues(table)).toEqual(Array.from({ length: 8 }, (_, k) => `C${k}`));
    expect([...seriesOf(table, "value", "C3").values]).toEqual(
      Array.from({ length: 30 }, (_, i) => Number(sampleValue(i + 3))),
    );
    expect([table.lines[0], table.lines[29], table.lines[30]]).toEqual([2, 2, 3]);
  });

  test("an ordinary file has none", () => {
    const text = `date,a,b\n${sampleRows(30, (i, date) => `${isoDay(date)},${i},${i * 2}`)}`;
    expect(reading(text).warned).toEqual([]);
    expect(() => reading(text, { datesAcross: true })).toThrow("named by moments");
  });
});
