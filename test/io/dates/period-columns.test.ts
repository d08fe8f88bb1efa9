import { expect, test } from "vitest";
import { reading } from "../reading.js";

const two = (number: number): string => String(number).padStart(2, "0");
const values = (i: number): number => 100 + ((i * 7) % 13);

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** A file of a column under a name, its cells, and numbers. */
function file(name: string, cells: (i: number) => string, rows = 30): string {
  return `${name},amount\n${Array.from({ length: rows }, (_, i) => `${cells(i)},${values(i)}`).join("\n")}\n`;
}

test.each<[string, string, string, string, string]>([
  ["seasons", file("Season", (i) => `${1990 + i}/${two((91 + i) % 100)}`), "YYYY/YY", "1990-01-01", "1991-01-01"],
  [
    "seasons that look like months",
    file("season", (i) => `${2000 + i}-${two(i + 1)}`, 24),
    "YYYY/YY",
    "2000-01-01",
    "2001-01-01",
  ],
  [
    "seasons that are months by chance",
    file("a", (i) => `${2000 + i}/${two(i + 1)}`, 11),
    "YYYY/YY",
    "2000-01-01",
    "2001-01-01",
  ],
  ["business years", file("Year", (i) => `${2000 + i}/${2001 + i}`), "YYYY/YY", "2000-01-01", "2001-01-01"],
  ["years from and to", file("Jahr", (i) => `${2000 + i}-${2001 + i}`), "YYYY/YY", "2000-01-01", "2001-01-01"],
  [
    "weeks after the year",
    file("week", (i) => `2024-${two(i + 1)}`, 52),
    "ISO week YYYY-ww",
    "2024-01-01",
    "2024-01-08",
  ],
  [
    "a few weeks, all of which could be months",
    file("Week", (i) => `2024/${two(i + 1)}`, 9),
    "ISO week YYYY-ww",
    "2024-01-01",
    "2024-01-08",
  ],
  [
    "weeks before the year",
    file("KW", (i) => `${two(i + 1)}/2024`, 52),
    "ISO week YYYY-ww",
    "2024-01-01",
    "2024-01-08",
  ],
  ["weeks with a dot", file("Woche", (i) => `${two(i + 1)}.2024`, 52), "ISO week YYYY-ww", "2024-01-01", "2024-01-08"],
  ["months stay months", file("month", (i) => `2024-${two(i + 1)}`, 12), "YYYY-MM", "2024-01-01", "2024-02-01"],
  [
    "months of many years stay months",
    file("period", (i) => `${2000 + Math.floor(i / 12)}-${two((i % 12) + 1)}`, 60),
    "YYYY-MM",
    "2000-01-01",
    "2000-02-01",
  ],
  [
    "days of the year",
    file("year,doy", (i) => `2024,${i + 1}`, 60),
    "YYYY + day of the year",
    "2024-01-01",
    "2024-01-02",
  ],
  [
    "years with their days",
    file("date", (i) => `2024${String(i + 31).padStart(3, "0")}`, 60),
    "YYYYDDD",
    "2024-01-31",
    "2024-02-01",
  ],
  [
    "hours that end at 2400",
    file("date,HE", (i) => `2024-01-0${1 + Math.floor(i / 24)},${two((i % 24) + 1)}00`, 72),
    "YYYY-MM-DD + H",
    "2024-01-01T00:00",
    "2024-01-01T01:00",
  ],
  [
    "quarters in Roman numerals",
    file("period", (i) => `${["I", "II", "III", "IV"][i % 4]} ${2000 + Math.floor(i / 4)}`, 24),
    "Qq YYYY",
    "2000-01-01",
    "2000-04-01",
  ],
  [
    "quarters in Roman numerals with their word",
    file("okres", (i) => `${["I", "II", "III", "IV"][i % 4]} kwartał ${2000 + Math.floor(i / 4)}`, 24),
    "Qq YYYY",
    "2000-01-01",
    "2000-04-01",
  ],
  [
    "months in Roman numerals",
    file("period", (i) => `${2000 + Math.floor(i / 12)}-${ROMAN[i % 12]}`, 24),
    "RM YYYY",
    "2000-01-01",
    "2000-02-01",
  ],
  [
    "days with months in Roman numerals",
    file("period", (i) => `1 ${ROMAN[i % 12]} ${2000 + Math.floor(i / 12)}`, 24),
    "D RM YYYY",
    "2000-01-01",
    "2000-02-01",
  ],
  [
    "half years that could be weeks",
    file("period", (i) => `S${(i % 2) + 1} ${1990 + Math.floor(i / 2)}`, 24),
    "Hh YYYY",
    "1990-01-01",
    "1990-07-01",
  ],
  [
    "weeks that no name says, above all months",
    file("period", (i) => `2024-${two(i + 1)}`, 52),
    "ISO week YYYY-ww",
    "2024-01-01",
    "2024-01-08",
  ],
  [
    "days as numbers, year last",
    file("day", (i) => `${two((i % 28) + 1)}${two(1 + Math.floor(i / 28))}2024`, 56),
    "DDMMYYYY",
    "2024-01-01",
    "2024-01-02",
  ],
  [
    "days as numbers, month first",
    file("day", (i) => `${two(1 + Math.floor(i / 28))}${two((i % 28) + 1)}2024`, 56),
    "MMDDYYYY",
    "2024-01-01",
    "2024-01-02",
  ],
  [
    "stamps of loggers",
    file("ts", (i) => `20240101_${two(i)}0000`, 24),
    "YYYY-MM-DD HH:mm:ss",
    "2024-01-01T00:00",
    "2024-01-01T01:00",
  ],
])("%s", (_, text, format, first, second) => {
  const found = reading(text);
  expect(found.date?.format).toBe(format);
  expect(found.times[0]).toContain(first);
  expect(found.times[1]).toContain(second);
  expect(found.kpis).toEqual(["amount"]);
  expect(found.key).toBeNull();
  expect(found.values[0]).toBe(100);
});

test("thousands of columns of one name are told apart without delay", () => {
  const names = Array.from({ length: 8000 }, () => "x").join(",");
  const row = Array.from({ length: 8000 }, (_, c) => c).join(",");
  const start = performance.now();
  const { kpis } = reading(`${names}\n${Array.from({ length: 12 }, () => row).join("\n")}\n`, { kpis: ["x_7999"] });
  expect(kpis).toContain("x_7999");
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("numbers whose fraction looks like a year are numbers", () => {
  const found = reading(file("load", (i) => `${13 + i}.${1950 + i}`));
  expect(found.kpis).toEqual(["load", "amount"]);
});
