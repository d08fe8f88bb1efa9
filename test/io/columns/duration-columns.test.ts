import { describe, expect, test } from "vitest";
import { readDuration } from "../../../kernel-lib/src/io/numbers/duration-text.js";
import { isoDay, sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";

const file = (name: string, cell: (i: number) => string): string =>
  `date;views;${name}\n${sampleRows(40, (i, date) => `${isoDay(date)};${sampleValue(i)};${cell(i)}`)}`;

describe("a duration is no time of day", () => {
  test.each<[string, (i: number) => string, number]>([
    ["Average view duration", (i) => `0:02:${two(i)}`, 121],
    ["Verweildauer", (i) => `00:03:${two(i)}`, 181],
    ["Total time", (i) => `${20 + i}:00:30`, 75_630],
    ["handling", (i) => `1h ${i}m`, 3660],
    ["wait", (i) => `PT2M${i}S`, 121],
    ["Handle Time", (i) => `00:01:${two(i)}`, 61],
    ["lead time", (i) => `01:00:${two(i)}`, 3601],
    ["lap", (i) => `1:${two(i)}.250`, 61.25],
  ])("%s", (name, cell, second) => {
    const found = reading(file(name, cell), { kpis: undefined });
    expect(found.date).toMatchObject({ columns: ["date"], format: "YYYY-MM-DD" });
    expect(found.cadence?.label).toBe("daily");
    expect(found.kpis).toEqual(["views", name]);
    expect(found.noted).toEqual(["durations_as_seconds"]);
    expect(reading(file(name, cell).replace(/;[^;\n]*;/g, ";")).values[1]).toBe(second);
  });

  test("a time of day goes with its date when dates repeat, or when its name says so", () => {
    const hourly = sampleRows(96, (i, date) => `${isoDay(date)},${date.toISOString().slice(11, 16)},${i}`, 3_600_000);
    expect(reading(`date,t,v\n${hourly}`)).toMatchObject({
      date: { columns: ["date", "t"] },
      cadence: { label: "hourly" },
    });
    const spans = sampleRows(
      96,
      (i, date) => `${isoDay(date)},${date.toISOString().slice(11, 16)},23:59,${i}`,
      3_600_000,
    );
    expect(reading(`date,start,end,v\n${spans}`)).toMatchObject({ kpis: ["v"], noted: [] });
    expect(reading(file("Uhrzeit", (i) => `08:${two(i)}:00`)).date?.columns).toEqual(["date", "Uhrzeit"]);
  });

  test.each<[string, number]>([
    ["0:02:31", 151],
    ["36:15:02", 130_502],
    ["1 day, 02:00:00", 93_600],
    ["2 d 3 h", 183_600],
    ["-1:30", -5400],
    ["P1DT2H", 93_600],
    ["2 min 31 s", 151],
  ])("%s", (text, seconds) => expect(readDuration(text)).toBe(seconds));
  test.each(["12:75:00", "31 s", "P", "", "12", "1:2"])("%s is none", (text) => expect(readDuration(text)).toBeNaN());
});
