import { describe, expect, test } from "vitest";
import { sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";

/** A day as a calendar of Intl writes it. */
function partsIn(calendar: string, date: Date): { year: string; month: string; day: string } {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(date);
  const part = (type: string): string => parts.find((each) => each.type === type)!.value;
  return { year: part("year"), month: part("month"), day: part("day") };
}

/** Long enough for months of every length, and for the leap day of 1403. */
const DAYS = 460;

describe("years of other calendars", () => {
  test.each<[calendar: string, name: string, form: string]>([
    ["persian", "persian", "Y-M-D"],
    ["persian", "persian", "Y/M/D"],
    ["persian", "persian", "D/M/Y"],
    ["persian", "persian", "YMD"],
    ["islamic-umalqura", "islamic", "Y-M-D"],
    ["islamic-umalqura", "islamic", "Y/M/D هـ"],
    ["islamic-umalqura", "islamic", "D/M/Y"],
    ["islamic-umalqura", "islamic", "YMD"],
  ])("%s days as %s %s", (calendar, name, form) => {
    const cell = (date: Date): string => {
      const { year, month, day } = partsIn(calendar, date);
      return form.replace("Y", year).replace("M", month).replace("D", day);
    };
    const found = reading(`date;v\n${sampleRows(DAYS, (i, date) => `${cell(date)};${sampleValue(i)}`)}`);
    expect(found).toMatchObject({ rows: DAYS, kpis: ["v"], cadence: { label: "daily" }, warned: [] });
    expect(found.noted).toEqual(["calendar_converted"]);
    expect(found.times[0]).toBe("2024-01-01T00:00");
    expect(found.assumed![0].facts).toEqual({ column: "date", calendar: name });
  });

  test.each<[string, string, string]>([
    ["fa-u-ca-persian", "1402", "2023-03-21T00:00"],
    ["en-u-ca-persian", "1402", "2023-03-21T00:00"],
    ["ar-u-ca-islamic-umalqura-nu-latn", "1445", "2023-07-19T00:00"],
    ["fa-u-ca-islamic-umalqura", "1445", "2023-07-19T00:00"],
    ["en-u-ca-islamic-umalqura", "1445", "2023-07-19T00:00"],
  ])("names of months of %s", (locale, _, first) => {
    const start = Date.parse(`${first}Z`);
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
    const cell = (date: Date): string => {
      const parts = format.formatToParts(date);
      const part = (type: string): string => parts.find((each) => each.type === type)!.value;
      return `${part("day")} ${part("month")} ${part("year")}`;
    };
    const found = reading(
      `date;v\n${sampleRows(300, (i, date) => `${cell(date)};${sampleValue(i)}`, 86_400_000, start)}`,
    );
    expect(found).toMatchObject({ rows: 300, cadence: { label: "daily" }, noted: ["calendar_converted"] });
    expect(found.times[0]).toBe(first);
  });

  test("months without a day go by the years people live in now", () => {
    const monthly = (year: number): string =>
      `month;v\n${Array.from({ length: 36 }, (_, i) => `${year + Math.floor(i / 12)}-${two((i % 12) + 1)};${sampleValue(i)}\n`).join("")}`;
    expect(reading(monthly(1400)).times.slice(0, 2)).toEqual(["2021-03-21T00:00", "2021-04-21T00:00"]);
    expect(reading(monthly(1443)).times.slice(0, 2)).toEqual(["2021-08-09T00:00", "2021-09-08T00:00"]);
  });

  test("years of the Middle Ages that go on are no others", () => {
    const found = reading(
      `date;v\n${Array.from({ length: 700 }, (_, i) => `${1300 + i}-01-01;${sampleValue(i)}\n`).join("")}`,
    );
    expect(found.times[0]).toBe("1300-01-01T00:00");
    expect(found.noted).toEqual([]);
  });
});
