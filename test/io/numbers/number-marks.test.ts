import { describe, expect, test } from "vitest";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

const file = (cell: (i: number) => string, delimiter = ","): string =>
  `date${delimiter}v\n${sampleRows(40, (i, date) => `${isoDay(date)}${delimiter}${cell(i)}`)}`;
const german = (number: string): string => number.replace(".", ",");

describe("what stands beside a number is cut off once for the column, and said", () => {
  test.each<[string, string, number[], string]>([
    ["beats a minute", file((i) => `${140 + i} bpm`), [140, 141], "unit"],
    ["shares in brackets", file((i) => `${140 + i} (${i + 1}.5%)`), [140, 141], "note"],
    ["K and M", file((i) => (i % 2 ? "1.25M" : "936.41K")), [936_410, 1_250_000], "scale"],
    ["B and M", file((i) => (i % 2 ? "2.5B" : "310M")), [310_000_000, 2_500_000_000], "scale"],
    ["Mio.", file((i) => (i % 2 ? "1,5 Mio." : "1,2 Mrd."), ";"), [1_200_000_000, 1_500_000], "scale"],
    ["万", file((i) => `${i + 1}.5万`), [15_000, 25_000], "scale"],
    ["one unit", file((i) => `${i}.5 kWh`), [0.5, 1.5], "unit"],
    ["units of one kind", file((i) => (i % 3 ? `${i}00 MiB` : "2 GiB")), [2048, 100], "unit"],
    ["a currency's code", file((i) => `SGD ${i}.50`), [0.5, 1.5], "unit"],
    ["millimetres are no millions", file((i) => `${i}.5 mm`), [0.5, 1.5], "unit"],
    ["a star", file((i) => `${i}.5${i % 7 ? "" : "*"}`), [0.5, 1.5], "note"],
    ["a letter", file((i) => `${i}.5${i % 7 ? "" : " p"}`), [0.5, 1.5], "note"],
    ["a letter that is no billion", file((i) => `${i}.5${i % 7 ? "" : " b"}`), [0.5, 1.5], "note"],
    ["brackets", file((i) => `${i}.5${i % 7 ? "" : " (r)"}`), [0.5, 1.5], "note"],
    ["below a limit", file((i) => (i % 7 ? `${i}.5` : "<0.5")), [0.5, 1.5], "note"],
    ["how far it may be off", file((i) => `${i}.5 ± 0.3`), [0.5, 1.5], "note"],
    ["arrows", file((i) => `${i % 2 ? "▲" : "▼"} ${i + 1}.5%`), [-1.5, 2.5], "side"],
    ["arrows behind", file((i) => `${i + 1}.5 ${i % 2 ? "↑" : "↓"}`), [-1.5, 2.5], "side"],
    ["the triangle of Japanese losses", file((i) => `${i % 2 ? "" : "▲"}${i + 1}.5`), [-1.5, 2.5], "side"],
    ["Dr and Cr", file((i) => `"1,00${i % 10}.50 ${i % 2 ? "Cr" : "Dr"}"`), [-1000.5, 1001.5], "side"],
    ["S and H", file((i) => `${i},50 ${i % 2 ? "H" : "S"}`, ";"), [-0.5, 1.5], "side"],
  ])("%s", (_, text, values, kind) => {
    const found = reading(text);
    expect(found.values.slice(0, 2)).toEqual(values);
    expect([...found.warnings, ...(found.assumed ?? [])]).toContainEqual(
      expect.objectContaining({ code: "marks_cut_off", facts: expect.objectContaining({ column: "v", kind }) }),
    );
  });

  test.each<[string, (i: number) => string]>([
    ["codes", (i) => `${i % 9}${"ABC"[i % 3]}`],
    ["two currencies", (i) => `${i} ${i % 2 ? "EUR/t" : "USD/kg"}`],
    ["sizes", (i) => `${i} apples`],
  ])("%s stay text", (_, cell) => {
    const found = reading(`date,c,v\n${sampleRows(40, (i, date) => `${isoDay(date)},${cell(i)},${i}`)}`);
    expect(found.kpis).toEqual(["v"]);
  });

  test("forms of numbers that other programs write", () => {
    expect(reading(file((i) => `="${i}.25"`)).values[1]).toBe(1.25);
    expect(reading(file((i) => `"=""${i}.25"""`)).values[1]).toBe(1.25);
    expect(reading(file((i) => `${1 + (i % 9)},5E+03`, ";")).values[1]).toBe(2500);
    expect(reading(file((i) => `\u200e${sampleValue(i)}\u202c`)).values[0]).toBe(100);
    expect(
      reading(file((i) => german(sampleValue(i)).replace(/\d/g, (d) => "๐๑๒๓๔๕๖๗๘๙"[Number(d)]), ";")).values[0],
    ).toBe(100);
  });
});
