import { describe, expect, test } from "vitest";
import { isoDay, sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";

const HOUR = 3_600_000;
const dotted = (date: Date): string => isoDay(date).split("-").reverse().join(".");
const clock = (date: Date): string => date.toISOString().slice(11, 16);
const later = (date: Date, hours: number): Date => new Date(date.getTime() + hours * HOUR);
const hourly = (cell: (date: Date) => string): string =>
  `time;v\n${sampleRows(50, (i, date) => `${cell(date)};${sampleValue(i)}`, HOUR)}`;
const english = (date: Date): string =>
  date.toLocaleDateString("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
const british = (date: Date): string =>
  date.toLocaleDateString("en-GB", { month: "short", day: "numeric", timeZone: "UTC" });
const half = (date: Date, morning: string, evening: string): string =>
  `${date.getUTCHours() < 12 ? morning : evening} ${date.getUTCHours() % 12 || 12}:00`;

describe("stamps of other tools", () => {
  test.each<[string, (date: Date) => string, string?]>([
    ["an interval", (d) => `${dotted(d)} ${clock(d)} - ${dotted(later(d, 1))} ${clock(later(d, 1))}`],
    ["an interval with a dash", (d) => `${dotted(d)} ${clock(d)}–${clock(later(d, 1))}`],
    ["an interval of ISO 8601", (d) => `${d.toISOString()}/${later(d, 1).toISOString()}`],
    ["an interval of times, which is no offset", (d) => `${isoDay(d)} ${clock(d)}-${clock(later(d, 1))}`],
    ["an interval between brackets", (d) => `[${isoDay(d)} ${clock(d)}, ${isoDay(later(d, 1))} ${clock(later(d, 1))})`],
    ["2024-01-31-08.30.00.000000", (d) => `${isoDay(d)}-${clock(d).replace(":", ".")}.00.000000`],
    ["2024-01-31_13-05-00", (d) => `${isoDay(d)}_${clock(d).replace(":", "-")}-00`],
    ["2024:01:31 13:05:00 of cameras", (d) => `${isoDay(d).replaceAll("-", ":")} ${clock(d)}:00`],
    ["/Date(1706706300000)/", (d) => `/Date(${d.getTime()})/`],
    ["klo 13.05", (d) => `${d.getUTCDate()}.${d.getUTCMonth() + 1}.2024 klo ${d.getUTCHours()}.00`],
    ["um 13:05", (d) => `${dotted(d)} um ${clock(d)}`],
    ["13:05 in front of the day", (d) => `${clock(d)} ${d.getUTCDate()} thg 1, 2024`],
    [
      "午後0:05",
      (d) =>
        `2024/1/${d.getUTCDate()} ${d.getUTCHours() < 12 ? "午前" : "午後"}${d.getUTCHours() % 12}:${clock(d).slice(3)}`,
    ],
    ["2024_01_31", (d) => `${isoDay(d).replaceAll("-", "_")} ${clock(d)}`],
    ["GMT+1", (d) => `${isoDay(later(d, 1))} ${clock(later(d, 1))}:00 GMT+1`],
    ["Uhr", (d) => `${dotted(d)} ${clock(d)} Uhr`],
    ["14 Uhr", (d) => `${dotted(d)}, ${d.getUTCHours()} Uhr`],
    ["14h00", (d) => `${isoDay(d)} ${d.getUTCHours()}h00`],
    ["a. m.", (d) => `${isoDay(d)} ${d.getUTCHours() % 12 || 12}:00 ${d.getUTCHours() < 12 ? "a. m." : "p. m."}`],
    ["오전", (d) => `${d.getUTCFullYear()}. ${d.getUTCMonth() + 1}. ${d.getUTCDate()}. ${half(d, "오전", "오후")}`],
    ["上午", (d) => `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日 ${half(d, "上午", "下午")}`],
    ["14時00分", (d) => `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日 ${d.getUTCHours()}時00分`],
    [
      "Date.toString",
      (d) =>
        d
          .toUTCString()
          .replace(/(\w+), (\d+) (\w+) (\d+) (\S+) GMT/, "$1 $3 $2 $4 $5 GMT+0000 (Koordinierte Weltzeit für Überall)"),
    ],
    ["date(1)", (d) => d.toUTCString().replace(/(\w+), 0?(\d+) (\w+) (\d+) (\S+) GMT/, "$1 $3  $2 $5 UTC $4")],
    ["a name of a zone", (d) => `${isoDay(d)} ${clock(d)}:00 GMT`],
    ["a place", (d) => `${isoDay(d)} ${clock(d)} Europe/Berlin`],
    ["Persian digits", (d) => `${isoDay(d)} ${clock(d)}`.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)])],
    [
      "digits of full width",
      (d) =>
        `${isoDay(d).replaceAll("-", "/")} ${clock(d)}`.replace(/[\d/:]/g, (sign) =>
          String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
        ),
    ],
    ["invisible marks", (d) => `\u200e${isoDay(d)}\u200b ${clock(d)}`],
  ])("%s", (_, cell) => {
    const found = reading(hourly(cell));
    expect(found).toMatchObject({ rows: 50, kpis: ["v"], cadence: { label: "hourly" } });
    expect([found.times[0], found.times.at(-1)]).toEqual(["2024-01-01T00:00", "2024-01-03T01:00"]);
  });

  test("an interval is said", () => {
    const text = `week;v\n${sampleRows(20, (i, date) => `${dotted(date)} bis ${dotted(later(date, 144))};${i}`, 168 * HOUR)}`;
    expect(reading(text)).toMatchObject({ cadence: { label: "weekly" }, noted: ["interval_start_taken"] });
  });

  test.each<[string, (first: Date, last: Date) => string]>([
    ["01.01. - 07.01.2024", (first, last) => `${dotted(first).slice(0, 6)} - ${dotted(last)}`],
    ["01.01.-07.01.2024", (first, last) => `${dotted(first).slice(0, 6)}-${dotted(last)}`],
    ["2024-01-01-2024-01-07", (first, last) => `${isoDay(first)}-${isoDay(last)}`],
    ["20240101-20240107", (first, last) => [first, last].map((d) => isoDay(d).replaceAll("-", "")).join("-")],
    ["Jan 1 - Jan 7, 2024", (first, last) => `${english(first)} - ${english(last)}, ${last.getUTCFullYear()}`],
    ["1 Jan - 7 Jan 2024", (first, last) => `${british(first)} - ${british(last)} ${last.getUTCFullYear()}`],
    ["Week of 2024-01-01", (first) => `Week of ${isoDay(first)}`],
    ["w/c 01.01.2024", (first) => `w/c ${dotted(first)}`],
    ["Woche vom 01.01.2024", (first) => `Woche vom ${dotted(first)}`],
    ['="2024-01-01"', (first) => `="${isoDay(first)}"`],
  ])("a week as %s", (_, cell) => {
    const weeks = (start: number): string =>
      `week;v\n${sampleRows(60, (i, date) => `${cell(date, later(date, 144))};${i}`, 168 * HOUR, start)}`;
    const found = reading(weeks(Date.UTC(2023, 9, 2)));
    expect(found).toMatchObject({ rows: 60, cadence: { label: "weekly" } });
    expect([found.times[0], found.times.at(-1)]).toEqual(["2023-10-02T00:00", "2024-11-18T00:00"]);
  });

  test.each<[string, (date: Date, year: number) => string, boolean]>([
    ["民國113年1月5日", (d, year) => `民國${year - 1911}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`, false],
    ["113/01/05", (d, year) => `${year - 1911}/${two(d.getUTCMonth() + 1)}/${two(d.getUTCDate())}`, true],
    ["令和6年1月5日", (d, year) => `令和${year - 2018}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`, false],
    ["R6.1.5", (d, year) => `R${year - 2018}.${d.getUTCMonth() + 1}.${d.getUTCDate()}`, false],
  ])("years of an era: %s", (_, cell, said) => {
    const found = reading(`日期,v\n${sampleRows(60, (i, date) => `${cell(date, date.getUTCFullYear())},${i}`)}`);
    expect(found).toMatchObject({ rows: 60, cadence: { label: "daily" }, noted: said ? ["minguo_years"] : [] });
    expect(found.times[0]).toBe("2024-01-01T00:00");
  });

  test("ticks of .NET", () => {
    const ticks = (date: Date): string => String(621_355_968_000_000_000n + BigInt(date.getTime()) * 10_000n);
    const found = reading(`Ticks,v\n${sampleRows(60, (i, date) => `${ticks(date)},${i}`)}`);
    expect(found).toMatchObject({ kpis: ["v"], cadence: { label: "daily" } });
    expect(found.times[0]).toBe("2024-01-01T00:00");
  });

  test("Buddhist years are said", () => {
    const numeric = sampleRows(90, (i, date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/2567,${i}`);
    const named = sampleRows(
      90,
      (i, date) => `${new Intl.DateTimeFormat("th", { dateStyle: "long", timeZone: "UTC" }).format(date)},${i}`,
    );
    for (const rows of [numeric, named]) {
      const found = reading(`วันที่,v\n${rows}`);
      expect(found.times.at(-1)).toBe("2024-03-30T00:00");
      expect(found).toMatchObject({ rows: 90, noted: ["buddhist_years"] });
    }
  });

  test.each(
    "ru uk bg hr sr sr-Latn sk sl cs pl lt lv et fi hu ro tr el he ar fa hi bn th vi id ms ca ta mr te kn ml gu pa ur km zh ja ko ka hy kk is nl pt es fr it de sv da nb en"
      .split(" ")
      .flatMap((locale) => (["long", "short"] as const).map((month) => [locale, month] as const)),
  )("months of %s, %s", (locale, month) => {
    const write = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
      day: "numeric",
      month,
      year: "numeric",
      timeZone: "UTC",
    });
    const found = reading(`date;v\n${sampleRows(366, (i, date) => `${write.format(date)};${i}`)}`);
    expect(found.rows).toBe(366);
    expect(found.times.map((time) => time.slice(0, 10))).toEqual(
      Array.from({ length: 366 }, (_, i) => isoDay(new Date(Date.UTC(2024, 0, 1 + i)))),
    );
  });
});

describe("a whole day with its weekday", () => {
  test.each(
    "de en fr es it pt nl sv da nb fi pl cs sk hu ro bg hr sl uk ru el tr et lv lt is ca he vi id ko ja zh fa-u-ca-gregory th-u-ca-gregory"
      .split(" ")
      .map((locale) => [locale]),
  )("%s", (locale) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
    const found = reading(`date;v\n${sampleRows(400, (i, date) => `${format.format(date)};${sampleValue(i)}`)}`);
    expect(found).toMatchObject({ rows: 400, cadence: { label: "daily" } });
    expect(found.times[0]).toBe("2024-01-01T00:00");
  });
});
