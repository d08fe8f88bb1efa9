import { describe, expect, test } from "vitest";
import { readDuration } from "../../../kernel-lib/src/io/numbers/duration-text.js";
import { isoDay, sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";
import type { ReadOptions } from "../../../kernel-lib/src/io/read-options.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";

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
    expect(found.warned).not.toContain("durations_as_seconds");
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

describe("two parts are minutes and seconds, or hours and minutes", () => {
  const long = (i: number): string => ["4:35", "12:07", "75:20", "8:01"][i % 4];
  const brief = (i: number): string => `${3 + (i % 4)}:${two(i)}`;
  const said = (text: string, options?: ReadOptions): unknown => {
    const found = reading(text, options);
    const all = [...found.warnings, ...(found.assumed ?? [])].filter(({ code }) => code === "durations_as_seconds");
    const [first] = reading(text.replace(/;[^;\n]*;/g, ";"), options).values;
    return [first, ...all.map(({ facts }) => facts)];
  };

  test.each<[string, (i: number) => string, number, string, boolean]>([
    ["call length", long, 275, "minutes", true],
    ["value", long, 275, "minutes", false],
    ["value", brief, 10_800, "hours", false],
    ["Average handle time", brief, 180, "minutes", true],
    ["pace", brief, 180, "minutes", true],
    ["length (mm:ss)", brief, 180, "minutes", true],
    ["Arbeitszeit", brief, 10_800, "hours", true],
    ["hours worked", (i) => `${37 + (i % 4)}:${two(i)}`, 133_200, "hours", true],
    ["duration (h:mm)", long, 16_500, "hours", true],
    ["value", (i) => `${brief(i)} /km`, 180, "minutes", true],
    ["value", (i) => `${brief(i)} min/km`, 180, "minutes", true],
    ["value", (i) => `${brief(i).replace(":", "'")}"/km`, 180, "minutes", true],
    ["value", (i) => `${brief(i)} min`, 180, "minutes", true],
    ["elapsed", (i) => (i % 5 === 4 ? "1:02:10" : brief(i)), 180, "minutes", true],
  ])("%s is read with its first cell as %s", (name, cell, first, readAs, sure) => {
    expect(said(file(name, cell))).toMatchObject([first, { column: name, readAs, sure }]);
  });

  test("and the user may say so", () => {
    expect(said(file("value", brief), { durations: "minutes" })).toMatchObject([
      180,
      { readAs: "minutes", sure: true },
    ]);
    expect(said(file("value", long), { durations: "hours" })).toMatchObject([16_500, { readAs: "hours", sure: true }]);
  });

  test("a pace is counted a kilometre; seconds take no unit of the name", () => {
    const unit = (name: string, cell: (i: number) => string): unknown =>
      readTable(file(name, cell)).columns.find((column) => column.name === name);
    expect(unit("pace", (i) => `${brief(i)} /km`)).toMatchObject({ unit: "s/km" });
    expect(unit("Dauer (min)", brief)).not.toHaveProperty("unit");
  });
});
