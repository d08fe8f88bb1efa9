import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseSeries } from "../../../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../../../kernel-lib/src/config/resolve-config.js";
import { severityOf, sizeOf } from "../../../kernel-lib/src/decide/incident/severity.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const HOUR = 3600;
const RHYTHMS = ["minutes", "hours", "days"] as const;

/** Severity of the worst incident. */
async function worst(values: Float64Array, step = 24 * HOUR): Promise<number> {
  const series = evenSeries("sales", values, step);
  const config = resolveConfig({ mode: "auto", votes: false });
  const { report } = await analyseSeries({ series, lines: series.records, decimals: 2, config });
  return Math.max(0, ...report.incidents.map(({ severity }) => severity));
}

/** Days with a week and noise of deviation 5, and an event of so many deviations for so many rows. */
function sales(rows: number, seed: number, deviations: number, length = 1): Float64Array {
  const random = createRandom(seed);
  const week = [0, 4, 8, 6, 20, 45, 30];
  return Float64Array.from(
    { length: rows },
    (_, i) => 300 + week[i % 7] + 5 * random.normal() + (i >= 300 && i < 300 + length ? 5 * deviations : 0),
  );
}

describe("severity", () => {
  it("grows with the score, the size and the length, from 0 to 100, in every rhythm", () => {
    const weight = fc.record({
      score: fc.double({ min: 0.05, max: 200, noNaN: true }),
      size: fc.double({ min: 0, max: 50, noNaN: true }),
      hours: fc.double({ min: 0, max: 9000, noNaN: true }),
    });
    fc.assert(
      fc.property(weight, fc.constantFrom(...RHYTHMS), (one, rhythm) => {
        const severity = severityOf(one, rhythm);
        expect(severity).toBeGreaterThanOrEqual(0);
        expect(severity).toBeLessThanOrEqual(100);
        for (const part of ["score", "size", "hours"] as const)
          expect(severityOf({ ...one, [part]: 1.5 * one[part] }, rhythm)).toBeGreaterThanOrEqual(severity);
      }),
    );
  });

  it("is about 30 at the usual level, and near 100 only for what is rare, large and long at once", () => {
    for (const rhythm of ["hours", "days"] as const) {
      const usual = severityOf({ score: 1, size: 1, hours: 1 }, rhythm);
      expect(usual).toBeGreaterThan(25);
      expect(usual).toBeLessThan(45);
    }
    expect(severityOf({ score: 50, size: 10, hours: 1 }, "hours")).toBeLessThan(90);
    expect(severityOf({ score: 50, size: 0.3, hours: 48 }, "hours")).toBeLessThan(75);
    expect(severityOf({ score: 50, size: 10, hours: 48 }, "hours")).toBeGreaterThan(90);
  });

  it("is the same in another unit and with a constant added", async () => {
    const events = [
      [9, 1],
      [5, 4],
    ] as const;
    for (const [deviations, length] of events) {
      const values = sales(500, 3, deviations, length);
      const own = await worst(values);
      expect(own).toBeGreaterThan(20);
      for (const [factor, constant] of [
        [1000, 0],
        [0.01, 0],
        [-1, 0],
        [1, 5000],
        [3.7, -900],
      ])
        expect(Math.abs((await worst(values.map((value) => factor * value + constant))) - own)).toBeLessThanOrEqual(3);
    }
  });

  it("is the same in a file twice or four times as long", async () => {
    const all = await Promise.all([450, 900, 1800].map((rows) => worst(sales(rows, 5, 10))));
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(8);
  });

  it("is about the same for an outage of a day told by the half hour, the hour and the day", async () => {
    const random = createRandom(8);
    const days = 120;
    const halves = Float64Array.from({ length: 48 * days }, (_, i) => {
      const usual = 1000 * (1 + 0.5 * Math.sin((2 * Math.PI * i) / 48)) * (Math.floor(i / 48) % 7 > 4 ? 0.7 : 1);
      return usual * (1 + 0.08 * random.normal()) * (Math.floor(i / 48) === 80 ? 0.4 : 1);
    });
    const added = (count: number): Float64Array =>
      Float64Array.from({ length: halves.length / count }, (_, k) =>
        halves.subarray(k * count, (k + 1) * count).reduce((sum, value) => sum + value, 0),
      );
    const all = await Promise.all([1, 2, 48].map((count) => worst(added(count), (count * HOUR) / 2)));
    expect(Math.min(...all)).toBeGreaterThan(50);
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(15);
  });

  it("of a dip of .02 of a column pinned at 100 is small, that of an outage is not", async () => {
    const pinned = (dip: number): Float64Array =>
      Float64Array.from({ length: 700 }, (_, i) => (i === 400 ? 100 - dip : 100));
    const [small, large] = [await worst(pinned(0.02)), await worst(pinned(80))];
    expect(small).toBeLessThan(30);
    expect(large).toBeGreaterThan(small);
  });

  it("takes the size of a share from its bound, and knows none of other columns that hardly move", () => {
    const pinned = { normal: { kind: "pinned" }, spread: 1e-9 } as Pattern;
    expect(sizeOf(-0.02, Float64Array.of(100, 99.98, 100), pinned)).toBeCloseTo(0.002, 12);
    expect(sizeOf(-0.5, Float64Array.of(1, 0.5, 1), pinned)).toBeCloseTo(5, 12);
    expect(sizeOf(3, Float64Array.of(7, 7, 10), pinned)).toBeNaN();
  });
});
