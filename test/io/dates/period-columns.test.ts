import { expect, test } from "vitest";
import { reading } from "../reading.js";

const two = (number: number): string => String(number).padStart(2, "0");
const values = (i: number): number => 100 + ((i * 7) % 13);

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
