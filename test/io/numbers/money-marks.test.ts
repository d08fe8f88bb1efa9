import { expect, test } from "vitest";
import { reading } from "../reading.js";

const day = (i: number): string => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

/** The first value of a column of such cells. */
function first(cell: (i: number) => string): number {
  const file = `date;v\n${Array.from({ length: 40 }, (_, i) => `${day(i)};${cell(i)}`).join("\n")}\n`;
  return reading(file).values[0];
}

test.each<[string, (i: number) => string, number]>([
  ["thousands of dollars", (i) => `$${100 + i}.5k`, 100_500],
  ["millions of pounds, in a small letter", (i) => `£${100 + i}.5m`, 100_500_000],
  ["thousands of euros, with a comma", (i) => `€ ${100 + i},5k`, 100_500],
  ["losses in brackets", (i) => `($${100 + i}k)`, -100_000],
  ["losses with a minus", (i) => `-$${10 + i}.5B`, -10_500_000_000],
  ["T€ is thousands, not trillions", (i) => `${10 + i},5 T€`, 10_500],
  ["TEUR too", (i) => `${10 + i},5 TEUR`, 10_500],
  ["millions of euros in German", (i) => `${10 + i},5 Mio. €`, 10_500_000],
  ["crores, not credit", (i) => `₹ ${1 + i}.5 Cr`, 15_000_000],
  ["crores behind Rs.", (i) => `Rs. ${1 + i}.5 Cr`, 15_000_000],
  ["lakhs, not litres", (i) => `₹${1 + i}.5 L`, 150_000],
  ["whole sums with a dash", (i) => `${100 + i}.-`, 100],
  ["and with a comma", (i) => `CHF ${100 + i},–`, 100],
  ["multiples", (i) => `${1 + i}.5x`, 1.5],
  ["metres stay metres", (i) => `${100 + i} m`, 100],
  ["yen have no fraction", (i) => `¥1,${100 + i}`, 1100],
  ["nor by their code", (i) => `1,${100 + i} JPY`, 1100],
  ["nor behind it", (i) => `JPY 1,${100 + i}`, 1100],
  ["nor in Japanese", (i) => `1,${100 + i}円`, 1100],
  ["won in groups with dots", (i) => `₩1.${100 + i}`, 1100],
  ["won in losses", (i) => `-₩1.${100 + i}`, -1100],
  ["dong", (i) => `1.${100 + i} ₫`, 1100],
  ["yuan have two digits behind the mark, not three", (i) => `¥1,${10 + i}`, 1.1],
  ["euros may have three", (i) => `1,${100 + i} €`, 1.1],
  ["litres stay litres", (i) => `${1 + i}.5 L`, 1.5],
])("%s", (_, cell, value) => {
  expect(first(cell)).toBe(value);
});
