import { describe, expect, test } from "vitest";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

const lines = (row: (i: number, day: string) => string, header: string): string =>
  `${header}\n${sampleRows(40, (i, date) => row(i, isoDay(date)))}`;
const values = Array.from({ length: 40 }, (_, i) => Number(sampleValue(i)));

describe("quotes and spaces that are none of the cells", () => {
  test.each<[string, string, string]>([
    ["whole lines in quotes", lines((i, day) => `"${day},${sampleValue(i)},n"`, '"date,v,name"'), ","],
    ["with quotes inside", lines((i, day) => `"${day};${sampleValue(i)};""a;b"""`, '"date;v;name"'), ";"],
    ["whole lines in quotes under bare names", lines((i, day) => `"${day},${sampleValue(i)},n"`, "date,v,name"), ","],
    ["single quotes under bare names", lines((i, day) => `'${day}',${sampleValue(i)},'a, b'`, "date,v,name"), ","],
    ["quotes of print", lines((i, day) => `“${day}”,“${sampleValue(i)}”,„a, b“`, "“date”,“v”,“name”"), ","],
    ["single quotes", lines((i, day) => `'${day}','${sampleValue(i)}','a, b'`, "'date','v','name'"), ","],
    [
      "a table drawn with lines",
      `┌────────┬───┬───┐\n${lines((i, day) => `│ ${day} │ ${sampleValue(i)} │ n │`, "│ date │ v │ name │\n├────────┼───┼───┤")}└────────┴───┴───┘\n`,
      "|",
    ],
    ["cells of Hive", lines((i, day) => `${day}\u0001${sampleValue(i)}\u0001n`, "date\u0001v\u0001name"), "\u0001"],
    ["cells apart by waves", lines((i, day) => `${day}~${sampleValue(i)}~n`, "date~v~name"), "~"],
    [
      "runs of spaces",
      lines((i, day) => `  ${day}   ${sampleValue(i).padStart(9)}  n`, "  date         v     name"),
      "\t",
    ],
  ])("%s", (_, text, delimiter) => {
    expect(reading(text)).toMatchObject({ delimiter, kpis: ["v"], values, warned: [], cadence: { label: "daily" } });
  });

  test("day and time one space apart under names that are not", () => {
    const text = lines(
      (i, day) => `${day} 00:00  ${sampleValue(i).padStart(9)}   n`,
      "date       time        v   name",
    );
    expect(reading(text)).toMatchObject({ kpis: ["v"], values, warned: ["date_in_several_columns"] });
  });

  test("one quoted column of grouped numbers is no two columns", () => {
    expect(reading(`"v"\n${sampleRows(40, (i) => `"1,${100 + i}"`)}`).values[0]).toBe(1100);
  });

  test("the number of each line stays", () => {
    expect(reading(`'date','v'\n\n${sampleRows(40, (i, date) => `'${isoDay(date)}','${i}'`)}`).records).toBe(40);
  });
});
