import { contributionsText } from "../../../kernel-lib/src/words/analyses/contributions.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { contributions } from "../../../kernel-lib/src/evaluate/drivers/contributions.js";
import type { Report, SeriesReport } from "../../../kernel-lib/src/report.js";
import { manyReport, plantedSeries, type Planted } from "../../many-report.js";

const DAY = 86_400_000;
const from = Date.UTC(2024, 0, 51);
const to = from + 4 * DAY;

/** The sum of series, with the sum of what is expected of them. */
function totalOf(parts: readonly SeriesReport[]): SeriesReport {
  const sum = (of: (part: SeriesReport) => Float64Array): Float64Array =>
    parts[0].values.map((_, i) => parts.reduce((all, part) => all + of(part)[i], 0));
  return {
    ...plantedSeries("sales", 0, [], { series: "Total" }),
    values: sum(({ values }) => values),
    expected: sum(({ expected }) => expected),
  };
}

/** Equal stores whose noise makes up 1% of their total. */
function stores(count: number, seed: number, planted: Readonly<Record<number, readonly Planted[]>>): Report {
  const noise = 0.01 * 100 * Math.sqrt(count);
  const parts = Array.from({ length: count }, (_, store) =>
    plantedSeries("sales", 1000 * seed + store, planted[store] ?? [], { series: `Store ${store}`, noise, length: 240 }),
  );
  return manyReport([totalOf(parts), ...parts], {
    keys: ["store"],
    total: "Total",
    others: null,
    values: Object.fromEntries(parts.map(({ series }) => [series, [series]])),
    how: { sales: "sum" },
  });
}

/** Half of a store's sales in its own standard deviations. */
const HALF = -50 / (0.01 * 100 * Math.sqrt(50));

describe("what drove it", () => {
  test("half of the sales of one of fifty equal stores over five days is that store's doing, within two points", () => {
    const causes = Array.from({ length: 5 }, (_, seed) => {
      const { segments } = contributions(stores(50, seed + 1, { 7: [[50, 54, HALF]] }), { from, to });
      expect(segments[0].segment).toBe("Store 7");
      // 250 were planted; five days of noise have a deviation of 16, what is expected of them about as much.
      expect(segments[0].deviation).toBeLessThan(-150);
      return segments[0].cause;
    });
    expect(causes.filter((cause) => Math.abs(cause - 1) <= 0.02).length).toBe(5);
  });

  test("the worst incident of a segment is explained when the total has none", () => {
    const found = contributions(stores(50, 3, { 7: [[50, 54, HALF]] }));
    const { segments, kpi } = found;
    const text = contributionsText(found);
    expect(kpi).toBe("sales");
    expect(segments[0].cause).toBe(1);
    expect(text).toMatch(
      /^sales, from 20 to 24 Feb 2024: [\d.]+ (?:below|above) what was expected \([\d.]+%\)\. Store 7 \([\d.]+ below, [45]\d% of its own\) explains 100% of what stands out\.$/,
    );
  });

  test("shares are in proportion where several stores fell, and a store that rose is told apart", () => {
    const found = contributions(stores(50, 5, { 3: [[50, 54, 2 * HALF]], 7: [[50, 54, HALF]], 9: [[50, 54, -HALF]] }), {
      from,
      to,
    });
    const { segments } = found;
    const text = contributionsText(found);
    const cause = (name: string): number => segments.find(({ segment }) => segment === name)!.cause;
    expect(cause("Store 3")).toBeCloseTo(2 / 3, 1);
    expect(cause("Store 7")).toBeCloseTo(1 / 3, 1);
    expect(cause("Store 9")).toBe(0);
    expect(text).toContain("Store 3 (");
    expect(text).toMatch(/Store 9 \(\+2\d\d(?:\.\d)?\) moved the other way, which hides a part of it\./);
  });

  test("raw shares and what is unexplained always add up to one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: -9, max: 9 }),
        (count, seed, size) => {
          const { segments, unexplained, deviation } = contributions(stores(count, seed, { 0: [[50, 54, size]] }), {
            from,
            to,
          });
          expect(segments.reduce((sum, { share }) => sum + share, unexplained / deviation)).toBeCloseTo(1, 6);
          expect(segments.reduce((sum, one) => sum + one.deviation, 0)).toBeCloseTo(deviation, 6);
        },
      ),
      { numRuns: 10 },
    );
  });

  test("says that nothing stands out when it is spread over all", () => {
    const found = contributions(stores(20, 8, {}), { from, to });
    const { segments } = found;
    const text = contributionsText(found);
    expect(segments.every(({ cause }) => cause === 0)).toBe(true);
    expect(text).toContain("No segment stands out of its usual variation: it is spread over all 20, most in Store");
  });

  test("a mean is told by the point, each segment counting with its part", () => {
    const report = stores(4, 2, { 1: [[50, 54, -40]] });
    const parts = report.series.slice(1);
    const total = {
      ...report.series[0],
      values: report.series[0].values.map((value) => value / 4),
      expected: report.series[0].expected.map((value) => value / 4),
    };
    const { deviation, segments, unexplained } = contributions(
      { ...report, series: [total, ...parts], segments: { ...report.segments!, how: { sales: "mean" } } },
      { from, to },
    );
    expect(deviation).toBeCloseTo(-20, 0);
    expect(segments[0]).toMatchObject({ segment: "Store 1", cause: 1 });
    expect(segments[0].deviation).toBeCloseTo(-20, 0);
    // What is expected of the mean is learnt by itself, so it may differ a little from the mean of what is expected.
    expect(Math.abs(unexplained)).toBeLessThan(0.5);
  });

  test("values of two columns that are one cause are told as one", () => {
    const names = ["A", "B", "C"].flatMap((store) => ["shoes", "hats", "bags"].map((product) => [store, product]));
    const parts = names.map(([store, product], i) =>
      plantedSeries("sales", 70 + i, store === "B" && product === "hats" ? [[50, 54, -30]] : [], {
        series: `${store} / ${product}`,
      }),
    );
    const report = manyReport([totalOf(parts), ...parts], {
      keys: ["store", "product"],
      total: "Total",
      others: null,
      values: Object.fromEntries(parts.map(({ series }, i) => [series, names[i]])),
      how: { sales: "sum" },
    });
    const found = contributions(report, { from, to });
    const { marginals, overlaps } = found;
    const text = contributionsText(found);
    expect(
      marginals
        .slice(0, 2)
        .map(({ value }) => value)
        .sort(),
    ).toEqual(["B", "hats"]);
    expect(overlaps).toHaveLength(1);
    expect(overlaps[0].share).toBeGreaterThan(0.9);
    expect(text).toContain("are largely one cause");
  });

  test("a segment of which nothing is expected is unknown, not zero", () => {
    const report = stores(3, 4, { 1: [[50, 54, -9]] });
    const series = report.series.map((one) =>
      one.series === "Store 2"
        ? { ...one, values: one.values.map(() => NaN), expected: one.expected.map(() => NaN) }
        : one,
    );
    const { segments } = contributions({ ...report, series }, { from, to });
    expect(segments.at(-1)).toMatchObject({ segment: "Store 2", standsOut: false, cause: 0 });
    expect(segments.at(-1)!.deviation).toBeNaN();
  });

  test("needs segments and an incident", () => {
    const report = stores(3, 4, {});
    expect(() => contributions({ ...report, segments: undefined })).toThrow(InputError);
    expect(() => contributions(report)).toThrow("sales has no incident to explain.");
    expect(() => contributions(report, { kpi: "profit" })).toThrow(InputError);
    expect(() => contributions(report, { series: "Store 99" })).toThrow(
      'There is no segment "Store 99" in this result.',
    );
    expect(() => contributions(report, { from: 0, to: 1 })).toThrow(InputError);
  });
});
