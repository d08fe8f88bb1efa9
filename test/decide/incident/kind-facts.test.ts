import { describe, expect, it } from "vitest";
import { analyseSeries } from "../../../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../../../kernel-lib/src/config/resolve-config.js";
import type { Explained } from "../../../kernel-lib/src/decide/incident/explain.js";
import { kindFacts } from "../../../kernel-lib/src/decide/incident/kind-facts.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const HOURS = 24 * 80;
const FIRST = 24 * 40;

async function incidentsOf(change: (row: number, usual: (row: number) => number) => number) {
  const random = createRandom(11);
  const usual = (row: number): number =>
    500 - 300 * Math.cos((2 * Math.PI * row) / 24) + 60 * Math.sin((Math.PI * row) / 6);
  const values = Float64Array.from({ length: HOURS }, (_, row) => change(row, usual) + 12 * random.normal());
  const series = evenSeries("load", values, 3600);
  const config = resolveConfig({ mode: "auto", votes: false });
  return (await analyseSeries({ series, lines: series.records, decimals: 1, config })).report.incidents;
}

describe("a course that came early or late", () => {
  it.each([1, -2])("is told by how much: %i hours", async (late) => {
    const found = await incidentsOf((row, usual) => usual(row >= FIRST && row < FIRST + 72 ? row - late : row));
    expect(found.map(({ explanation }) => explanation?.late)).toEqual([late]);
    expect(found[0].start).toBeGreaterThanOrEqual(FIRST - 2);
    expect(found[0].end).toBeLessThan(FIRST + 74);
  });

  it("a course of another size is not", async () => {
    const found = await incidentsOf((row, usual) => (row >= FIRST && row < FIRST + 48 ? 1.3 : 1) * usual(row));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ explanation }) => explanation?.late === undefined)).toBe(true);
  });

  it("of many days of minutes is told from a part of them", () => {
    const cycle = 1440;
    const course = (row: number): number => 50 - 30 * Math.cos((2 * Math.PI * row) / cycle);
    const rows = Float64Array.from({ length: 40 * cycle }, (_, row) => row);
    let asked = 0;
    const values = new Proxy(
      rows.map((row) => course(row - 90)),
      {
        get: (all, key) => {
          if (typeof key === "string" && /^\d+$/.test(key)) asked++;
          const value: unknown = Reflect.get(all, key);
          return typeof value === "function" ? (value.bind(all) as unknown) : value;
        },
      },
    );
    const from = { time: rows, values, expected: rows.map(course), pattern: { cycle } } as unknown as Explained;
    expect(kindFacts("variance burst", { start: cycle, end: 38 * cycle }, cycle, from).late).toBe(90);
    expect(asked).toBeLessThan(1_000_000);
  });
});
