import { expect, test } from "vitest";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { columnNamed } from "../../../kernel-lib/src/table.js";
import { isoDay, sampleRows } from "../sample-file.js";

function unitOfCells(cell: (i: number) => string): string | undefined {
  const text = `date;v\n${sampleRows(40, (i, date) => `${isoDay(date)};${cell(i)}`)}`;
  const column = columnNamed(readTable(text), "v");
  return column.kind === "number" ? column.unit : "text";
}

test.each<[string, (i: number) => string, string | undefined]>([
  ["energy", (i) => `${i}.5 kWh`, "kWh"],
  ["several sizes: the one that they are counted in", (i) => (i % 3 ? `${i}00 MiB` : "2 GiB"), "MiB"],
  ["euros behind", (i) => `${i},50 €`, "€"],
  ["dollars in front", (i) => `$${i}.50`, "$"],
  ["losses in brackets", (i) => `($${i}.50)`, "$"],
  ["a minus before the sign", (i) => `-$${i}.50`, "$"],
  ["a code", (i) => `${i}.50 USD`, "USD"],
  ["the code says more than the sign", (i) => `$${i}.50 CAD`, "CAD"],
  ["percent", (i) => `${i}.5%`, "%"],
  ["a currency of a sum with a power of ten", (i) => `$${100 + i}.5k`, "$"],
  ["rupees without their dot", (i) => `Rs. ${i}.50`, "Rs"],
  ["degrees", (i) => `${i}.5 °C`, "°C"],
  ["bare numbers", (i) => `${i}.5`, undefined],
  ["grouped numbers", (i) => `${i},100,000`, undefined],
  ["a note", (i) => `${i}.5*`, undefined],
  ["a power of ten alone", (i) => `${i}.5k`, undefined],
  ["euros beside dollars", (i) => (i % 2 ? `${i},50 €` : `${i},50 $`), undefined],
  ["a sign on one row alone", (i) => (i === 0 ? "$0.50" : `${i}.50`), undefined],
])("%s", (_, cell, unit) => {
  expect(unitOfCells(cell)).toBe(unit);
});

test("columns of bare numbers have no entry at all", () => {
  const table = readTable(`date;v\n${sampleRows(40, (i, date) => `${isoDay(date)};${i}.5`)}`);
  expect("unit" in columnNamed(table, "v")).toBe(false);
});
