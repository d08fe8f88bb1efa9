import { describe, expect, test } from "vitest";
import { isoDay, sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";

const DAY = 24 * 3_600_000;
const rows = (perDay: number, cells: (date: Date, period: number) => string): string =>
  sampleRows(perDay * 5, (i, date) => `${cells(date, i % perDay)},${sampleValue(i)}`, DAY / perDay);

describe("a date in parts", () => {
  test.each<[string, string, string, string]>([
    [
      "short names",
      `STN,YYYYMMDD,HH,v\n${rows(24, (d, h) => `260,${isoDay(d).replaceAll("-", "")},${h + 1}`)}`,
      "YYYYMMDD+HH",
      "hourly",
    ],
    [
      "HHMM",
      `DATE,HHMM,v\n${rows(24, (d, h) => `${isoDay(d).replaceAll("-", "")},${two(h)}00`)}`,
      "DATE+HHMM",
      "hourly",
    ],
    [
      "one letter each",
      `y,m,d,h,v\n${rows(24, (d, h) => `2024,${d.getUTCMonth() + 1},${d.getUTCDate()},${h}`)}`,
      "y+m+d+h",
      "hourly",
    ],
    [
      "minutes",
      `YY,MM,DD,hh,mm,v\n${rows(48, (d, p) => `2024,01,${two(d.getUTCDate())},${p >> 1},${(p & 1) * 30}`)}`,
      "YY+MM+DD+hh+mm",
      "30min",
    ],
    [
      "years of two digits",
      `YY,MM,DD,HH,v\n${rows(24, (d, h) => `24,01,${two(d.getUTCDate())},${h}`)}`,
      "YY+MM+DD+HH",
      "hourly",
    ],
    [
      "settlement periods",
      `SettlementDate,SettlementPeriod,v\n${rows(48, (d, p) => `${isoDay(d)},${p + 1}`)}`,
      "SettlementDate+SettlementPeriod",
      "30min",
    ],
    [
      "quarters of an hour",
      `date,interval,v\n${rows(96, (d, p) => `${isoDay(d)},${p + 1}`)}`,
      "date+interval",
      "15min",
    ],
  ])("%s", (_, text, columns, label) => {
    const found = reading(text);
    expect(found.date?.columns.join("+")).toBe(columns);
    expect(found).toMatchObject({ cadence: { label }, warned: expect.arrayContaining(["date_in_several_columns"]) });
    expect(found.times[0]).toBe("2024-01-01T00:00");
  });
});

test.each<[string, string, string]>([
  [
    "FY22 beside P1",
    sampleRows(24, (i) => `FY${22 + Math.floor(i / 12)},P${(i % 12) + 1},${sampleValue(i)}`),
    "2022-02-01T00:00",
  ],
  [
    "2018/19 beside Q1",
    sampleRows(24, (i) => `${2018 + Math.floor(i / 4)}/${19 + Math.floor(i / 4)},Q${(i % 4) + 1},${sampleValue(i)}`),
    "2018-04-01T00:00",
  ],
])("a business year %s is one date", (_, body, second) => {
  const found = reading(`Fiscal Year,Fiscal ${body.includes("Q") ? "Quarter" : "Period"},Revenue\n${body}`);
  expect(found).toMatchObject({ key: null, kpis: ["Revenue"] });
  expect(found.times[1]).toBe(second);
  expect(found.warned).toContain("fiscal_periods");
});

test("hours and minutes without a colon under a name that says time go with the date", () => {
  const body = sampleRows(48, (i, date) => `${isoDay(date)},${two(date.getUTCHours())}00,${sampleValue(i)}`, 3_600_000);
  expect(reading(`Datum,Zeit,Wert\n${body}`)).toMatchObject({
    date: { columns: ["Datum", "Zeit"] },
    cadence: { label: "hourly" },
  });
});
