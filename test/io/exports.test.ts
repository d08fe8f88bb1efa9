import { describe, expect, test } from "vitest";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../kernel-lib/src/io/series.js";
import { isoDay, sampleRows, sampleValue, two } from "./sample-file.js";
import { reading } from "./reading.js";

const HOUR = 3_600_000;
const days = (row: (day: string, value: string, i: number) => string): string =>
  sampleRows(30, (i, date) => row(isoDay(date), sampleValue(i), i));
const value = Number(sampleValue(0));
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("exports as people have them", () => {
  test.each<[string, string, string, string]>([
    [
      "a logger with lines of units and of ways below its names",
      `"TOA5","CR1000","CR1000","12345","Std.32","CPU:p.CR1","1234","Hourly"\n"TIMESTAMP","RECORD","AirTC_Avg"\n"TS","RN","Deg C"\n"","","Avg"\n${days((day, v, i) => `"${day} 00:00:00",${i},${v}`)}`,
      "TIMESTAMP",
      "AirTC_Avg",
    ],
    [
      "labels of a series above it",
      `Full label,Label: CPU\nId,m1\nMetric,CPUUtilization\nPeriod,3600\nRegion,eu-central-1\n${days((day, v) => `${day.replaceAll("-", "/")} 00:00:00,${v}`)}`,
      "Full label",
      "Label: CPU",
    ],
    [
      "columns below each other, some cells blank",
      `Date        Value    Qty\n${days((day, v, i) => `${day}  ${(i % 5 === 3 ? "" : v).padStart(6)}  ${String(i).padStart(3)}`)}`,
      "Date",
      "Value",
    ],
    [
      "a printed query with the count of its rows",
      `day        sales      \n---------- -----------\n${days((day, v) => `${day}      ${v}`)}\n(30 rows affected)\n`,
      "day",
      "sales",
    ],
    [
      "a report of fixed widths whose cells hold spaces",
      `DATUM      ARTIKEL        MENGE\n${days((day, v, i) => `${day} ${(i % 2 ? "Schraube M4" : "Mutter").padEnd(12)} ${v.padStart(6)}`)}`,
      "DATUM",
      "MENGE",
    ],
    ["single quotes around text alone", `Date,Name,Value\n${days((day, v) => `${day},'a, b',${v}`)}`, "Date", "Value"],
    [
      "delimiters behind a backslash",
      `Date,Name,Value\n${days((day, v, i) => `${day},${i % 3 ? "a" : "a\\, b"},${v}`)}`,
      "Date",
      "Value",
    ],
    [
      "years and months without names above notes",
      `Title;;;\n;;Index;Change\n;;2020=100;in %\n${sampleRows(30, (i) => `${2021 + Math.floor(i / 12)};${"Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ")[i % 12]};${sampleValue(i).replace(".", ",")};+${i % 5},1`)}__________\n© Statistik;;\n`,
      "column_1+column_2",
      "Index",
    ],
    [
      "periods of an office with a thirteenth for the year",
      `Series,Year,Period,Value\n${sampleRows(39, (i) => `A1,${2020 + Math.floor(i / 13)},M${two((i % 13) + 1)},${sampleValue(i)}`)}`,
      "Year+Period",
      "Value",
    ],
    [
      "periods of a business year",
      `Fiscal Year,Period,Value\n${sampleRows(36, (i) => `${2020 + Math.floor(i / 12)},${(i % 12) + 1},${sampleValue(i)}`)}`,
      "Fiscal Year+Period",
      "Value",
    ],
  ])("%s", (_, text, date, kpi) => {
    const found = reading(text);
    expect(found.date?.columns.join("+")).toBe(date);
    expect(found.kpis).toContain(kpi);
    const [first] = seriesOf(readTable(text), kpi).values;
    expect(first).toBe(value);
  });

  test("a fraction before a power of ten is no thousands", () => {
    const text = `date,v\n${days((day, _, i) => `${day},${i % 2 ? `1.${114 + i}M` : `${200 + i}K`}`)}`;
    expect(reading(text).values.slice(0, 2)).toEqual([200_000, 1_115_000]);
  });

  test("currencies side by side, and percent beside bare numbers, are said", () => {
    expect(reading(`date,v\n${days((day, v, i) => `${day},${i % 2 ? "$" : "€"}${v}`)}`).warned).toContain(
      "mixed_units",
    );
    expect(reading(`date,v\n${days((day, _, i) => `${day},${i % 2 ? "12%" : "0.12"}`)}`).warned).toContain(
      "mixed_units",
    );
    expect(reading(`date,v\n${days((day, v) => `${day},$${v}`)}`).warned).toEqual([]);
  });

  test.each([
    ["万円", 1e4],
    ["億円", 1e8],
    ["만원", 1e4],
  ])("money of Japan and Korea in %s", (mark, factor) => {
    expect(reading(`date,v\n${days((day) => `${day},12${mark}`)}`).values[0]).toBe(12 * factor);
  });

  test("a row that stands twice mixes no series", () => {
    const text = `date,shop,v\n${sampleRows(20, (i, date) => `${isoDay(date)},A,${sampleValue(i)}\n${isoDay(date)},${i === 4 ? "A" : "B"},${i}`)}`;
    expect(reading(text).key).toBe("shop");
  });

  test("customers who came back are no series", () => {
    const text = `date,customer,v\n${sampleRows(90, (i) => `2024-01-${two(Math.floor(i / 3) + 1)},c${(i * 7) % 31},${sampleValue(i)}`)}`;
    expect(reading(text)).toMatchObject({ key: null });
    expect(reading(text).warned).toContain("duplicate_timestamps");
  });

  test("Japanese in EUC is no Korean", () => {
    const euc = "\xc6\xfc\xc9\xd5,\xc7\xe4\xbe\xe5\n";
    expect(reading(bytes(`${euc}${days((day, v) => `${day},${v}`)}`))).toMatchObject({
      encoding: "euc-jp",
      kpis: ["売上"],
    });
  });

  describe("a told header", () => {
    const body = days((day, v, i) => `${day},${v},${i * 3}`);
    test.each<[string, string, number]>([
      ["is a remark", `#Date,A,B\n${body}`, 1],
      ["has units below", `a,b\nc,d\n\nDate,A,B\n,m,kg\n${body}`, 4],
      ["stands in quotes with its line", `"some, words"\n"Date,A,B"\n${body.replace(/^(.+)$/gm, '"$1"')}`, 2],
    ])("%s", (_, text, headerRow) => {
      const found = reading(text, { headerRow });
      expect(found).toMatchObject({ rows: 30, kpis: ["A", "B"], date: { columns: ["Date"] } });
      expect(found.noted).toContain("header_row_given");
    });
  });

  test("hours behind a day whose names are bare", () => {
    const text = `Date,Hour,v\n${sampleRows(60, (i, date) => `${isoDay(date)},${date.getUTCHours()} ${date.getUTCHours() < 12 ? "AM" : "PM"}`.replace(/,(\d+) /, (__, hour: string) => `,${Number(hour) % 12 || 12} `) + `,${sampleValue(i)}`, HOUR)}`;
    expect(reading(text)).toMatchObject({ cadence: { label: "hourly" }, kpis: ["v"] });
  });
});
