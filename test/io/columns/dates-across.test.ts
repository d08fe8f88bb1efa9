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

  const rowsOf = (header: string, count: number, first: (k: number) => string, rows = 12): string =>
    `when,${header}\n${sampleRows(rows, (k) => `${first(k)},${across(count, (i) => sampleValue(i + k))}`)}`;
  const monday = (k: number): string => isoDay(new Date(Date.UTC(2024, 0, 1 + 7 * k)));
  const sunday = (k: number): string => isoDay(new Date(Date.UTC(2024, 0, 7 + 7 * k)));
  const month = (k: number): string => `2024-${two(k + 1)}`;
  const year = (k: number): string => `${2010 + k}`;
  const numbers = (count: number, before = ""): string => across(count, (i) => `${before}${i + 1}`);

  test.each<[string, string, string, string, string]>([
    ["weekdays of a week", rowsOf("Mon,Tue,Wed,Thu,Fri,Sat,Sun", 7, monday), "daily", "2024-01-01", "2024-01-02"],
    ["weekdays in German", rowsOf("Mo,Di,Mi,Do,Fr,Sa,So", 7, monday), "daily", "2024-01-01", "2024-01-02"],
    [
      "weekdays and their total",
      rowsOf("lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche,total", 8, monday),
      "daily",
      "2024-01-01",
      "2024-01-02",
    ],
    [
      "weekdays of a week that ends on its day",
      rowsOf("Mon,Tue,Wed,Thu,Fri,Sat,Sun", 7, sunday),
      "daily",
      "2024-01-01",
      "2024-01-02",
    ],
    ["weekdays from Sunday on", rowsOf("Sun,Mon,Tue,Wed,Thu,Fri,Sat", 7, sunday), "daily", "2024-01-07", "2024-01-08"],
    ["working days", rowsOf("Mon,Tue,Wed,Thu,Fri", 5, monday), "business-daily", "2024-01-01", "2024-01-02"],
    ["quarters of a year", rowsOf("Q1,Q2,Q3,Q4", 4, year), "quarterly", "2010-01-01", "2010-04-01"],
    [
      "quarters in German",
      rowsOf("1. Quartal,2. Quartal,3. Quartal,4. Quartal", 4, year),
      "quarterly",
      "2010-01-01",
      "2010-04-01",
    ],
    ["weeks of a year", rowsOf(numbers(52, "W"), 52, year), "weekly", "2010-01-04", "2010-01-11"],
    ["weeks in German", rowsOf(numbers(52, "KW "), 52, year), "weekly", "2010-01-04", "2010-01-11"],
    ["months 1 to 12 of a year", rowsOf(numbers(12), 12, year), "monthly", "2010-01-01", "2010-02-01"],
    [
      "months of a year in Japanese",
      rowsOf(
        across(12, (i) => `${i + 1}月`),
        12,
        year,
      ),
      "monthly",
      "2010-01-01",
      "2010-02-01",
    ],
    [
      "hours with AM and PM",
      rowsOf(
        across(24, (i) => `${i % 12 || 12} ${i < 12 ? "AM" : "PM"}`),
        24,
        monday,
      ),
      "hourly",
      "2024-01-01",
      "2024-01-01T01:00",
    ],
    [
      "intervals of hours",
      rowsOf(
        across(24, (i) => `${two(i)}:00-${two(i + 1)}:00`),
        24,
        monday,
      ),
      "hourly",
      "2024-01-01",
      "2024-01-01T01:00",
    ],
    ["quarters of an hour", rowsOf(numbers(96, "Q"), 96, monday), "15min", "2024-01-01", "2024-01-01T00:15"],
    [
      "days as spreadsheets count them",
      rowsOf(
        across(30, (i) => `${45292 + i}`),
        30,
        (k) => `shop ${k}`,
      ),
      "daily",
      "2024-01-01",
      "2024-01-02",
    ],
    [
      "months as 202401",
      rowsOf(
        across(12, (i) => `2024${two(i + 1)}`),
        12,
        (k) => `shop ${k}`,
      ),
      "monthly",
      "2024-01-01",
      "2024-02-01",
    ],
  ])("%s are offered, and read with one option", (_, text, label, first, second) => {
    expect(reading(text).warned).toContain("dates_across");
    const found = reading(text, { datesAcross: true });
    expect(found.kpis).toContain("value");
    expect(found.cadence?.label).toBe(label);
    expect(found.times.slice(0, 2)).toEqual([first, second].map((time) => `${time}T00:00`.slice(0, 16)));
  });

  test("the days of each month, of which some have fewer", () => {
    const text = `month,${numbers(31)}\n${sampleRows(6, (k) => {
      const days = new Date(Date.UTC(2024, k + 1, 0)).getUTCDate();
      return `${month(k)},${across(31, (i) => (i < days ? sampleValue(i + k) : ""))}`;
    })}`;
    expect(reading(text).warned).toContain("dates_across");
    const found = reading(text, { datesAcross: true });
    expect(found).toMatchObject({ rows: 182, records: 182, cadence: { label: "daily" }, warned: [] });
    expect([found.times[31], found.times[60]]).toEqual(["2024-02-01T00:00", "2024-03-01T00:00"]);
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

describe("months, weeks and quarters across without a year", () => {
  const months = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec".split(",");
  const wide = (names: readonly string[]): string =>
    `region,${names.join()}\n${sampleRows(3, (k) => `R${k},${across(names.length, (i) => sampleValue(i * 2 + k * 5))}`)}`;

  test.each<[string, readonly string[], string]>([
    ["months", months, "month"],
    ["months of a business year", [...months.slice(6), ...months.slice(0, 6)], "month"],
    ["half a year", months.slice(0, 6), "month"],
    ["weeks", Array.from({ length: 52 }, (_, i) => `W${i + 1}`), "week"],
    ["German weeks", Array.from({ length: 53 }, (_, i) => `KW ${i + 1}`), "week"],
    ["quarters", ["Q1", "Q2", "Q3", "Q4"], "quarter"],
  ])("%s are offered, and read in their order with one option", (_, names, period) => {
    const text = wide(names);
    expect(reading(text).warned).toContain("dates_across");
    const found = reading(text, { datesAcross: true });
    expect(found).toMatchObject({ date: null, key: "region", kpis: ["value"], noted: ["columns_turned_to_rows"] });
    expect(found.warned).toContain("days_without_year");
    expect(found.other).toContainEqual({ name: period, role: "text" });
    const table = readTable(text, { datesAcross: true });
    expect(keyValues(table)).toEqual(["R0", "R1", "R2"]);
    expect([...seriesOf(table, "value", "R1").values]).toEqual(names.map((_, i) => Number(sampleValue(i * 2 + 5))));
  });

  test("rows that nothing tells apart are series by their number", () => {
    const text = `unit,${months.join()}\n${sampleRows(3, (k) => `kWh,${across(12, (i) => sampleValue(i * 2 + k * 5))}`)}`;
    expect(keyValues(readTable(text, { datesAcross: true }))).toEqual(["1", "2", "3"]);
  });

  test("months of a business year beside 2023/24 go on into the next year", () => {
    const names = [...months.slice(3), ...months.slice(0, 3)];
    const text = `year,${names.join()}\n${sampleRows(3, (k) => `${2021 + k}/${22 + k},${across(12, (i) => sampleValue(i * 2 + k * 5))}`)}`;
    const found = reading(text, { datesAcross: true });
    expect([found.times[0], found.times[9], found.times[12]]).toEqual([
      "2021-04-01T00:00",
      "2022-01-01T00:00",
      "2022-04-01T00:00",
    ]);
  });

  test.each(["1,2,3,4,5,6,7,8,9,10,11,12", "I,II,III,IV,V,VI", "May,April,June"])("%s are none", (header) => {
    const count = header.split(",").length;
    const text = `region,${header}\n${sampleRows(30, (k) => `R${k},${across(count, (i) => sampleValue(i + k))}`)}`;
    expect(reading(text).warned).not.toContain("dates_across");
  });
});

describe("names that say more than their moment, or less", () => {
  const months = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec".split(",");
  const rows = (names: readonly string[]): string =>
    `shop;${names.join(";")}\n${sampleRows(3, (k) => `R${k};${names.map((_, i) => sampleValue(i * 2 + k)).join(";")}`)}`;

  test.each<[string, readonly string[], string, string]>([
    ["months with a dot", months.map((_, i) => `${two(i + 1)}.2023`), "2023-01-01T00:00", "2023-02-01T00:00"],
    [
      "years behind a word",
      [0, 1, 2, 3, 4, 5].map((i) => `Umsatz ${2020 + i}`),
      "2020-01-01T00:00",
      "2021-01-01T00:00",
    ],
  ])("%s", (_, names, first, second) => {
    const found = reading(rows(names), { datesAcross: true });
    expect(found.key).toBe("shop");
    expect(found.times.slice(0, 2)).toEqual([first, second]);
  });

  test("months behind a word are in order, without a year", () => {
    const found = reading(rows(months.map((month) => `Umsatz ${month}`)), { datesAcross: true });
    expect(found).toMatchObject({ date: null, key: "shop", kpis: ["value"] });
  });

  test("years over rows of months are one series", () => {
    const text = `Month,2021,2022,2023\n${months.map((month, m) => `${month},${m},${20 + m},${40 + m}`).join("\n")}\n`;
    expect(reading(text).warned).toContain("dates_across");
    const found = reading(text, { datesAcross: true });
    expect(found).toMatchObject({ key: null, kpis: ["value"], cadence: { label: "monthly" } });
    expect([found.times[0], found.times[13], found.values[13]]).toEqual(["2021-01-01T00:00", "2022-02-01T00:00", 21]);
  });
});
