import { verdictSentences } from "../../../kernel-lib/src/words/analyses/comparison.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../../kernel-lib/src/evaluate/comparison/compare.js";
import { cohenKappa, flagAgreement, jaccard } from "../../../kernel-lib/src/evaluate/comparison/flag-agreement.js";
import { topPoints } from "../../../kernel-lib/src/evaluate/comparison/top-points.js";
import { detection, reportOf, salesReport, seriesReport } from "../../plots/hand-made-report.js";

const flags = (text: string): Uint8Array => Uint8Array.from(text, Number);
const all = (length: number): Uint8Array => new Uint8Array(length).fill(1);

describe("agreement of flags", () => {
  // By hand: both 2, first alone 1, second alone 1, neither 4. Observed 6/8, chance (3·3 + 5·5)/64.
  const counts = flagAgreement(flags("11100000"), flags("11010000"), all(8));

  test("Jaccard and kappa by hand", () => {
    expect(counts).toEqual({ both: 2, first: 1, second: 1, neither: 4 });
    expect(jaccard(counts)).toBe(0.5);
    expect(cohenKappa(counts)).toBeCloseTo((6 / 8 - 34 / 64) / (1 - 34 / 64), 12);
  });

  test("kappa of Cohen's textbook table (20, 5, 10, 15 of 50) is 0.4", () => {
    expect(cohenKappa({ both: 20, first: 5, second: 10, neither: 15 })).toBeCloseTo(0.4, 12);
  });

  test("nothing flagged gives no Jaccard and no kappa", () => {
    const none = flagAgreement(flags("000"), flags("000"), all(3));
    expect([jaccard(none), cohenKappa(none)]).toEqual([NaN, NaN]);
  });

  test("points that do not count are left out", () => {
    expect(flagAgreement(flags("110"), flags("100"), flags("101"))).toEqual({
      both: 1,
      first: 0,
      second: 0,
      neither: 1,
    });
  });

  test("both are symmetric, 1 with itself, and kappa never exceeds 1", () => {
    const bits = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }).map((list) => Uint8Array.from(list, Number));
    fc.assert(
      fc.property(bits, bits, (a, b) => {
        const [forth, back, self] = [
          flagAgreement(a, b, all(12)),
          flagAgreement(b, a, all(12)),
          flagAgreement(a, a, all(12)),
        ];
        expect(jaccard(forth)).toEqual(jaccard(back));
        if (a.includes(1)) expect(jaccard(self)).toBe(1);
        if (a.includes(1) && a.includes(0)) expect(cohenKappa(self)).toBeCloseTo(1, 12);
        if (!Number.isNaN(cohenKappa(forth))) expect(cohenKappa(forth)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

test("the highest points come first, equal ones by position, NaN never", () => {
  expect([...topPoints(Float64Array.of(1, NaN, 3, 3, Infinity, -1), 4)]).toEqual([4, 2, 3, 0]);
});

describe("compare", () => {
  const comparison = compare(salesReport());

  test("counts what each detector flags and what it alone flags, highest first", () => {
    expect(comparison.detectors.map(({ id, flagged, judged }) => [id, flagged, judged])).toEqual([
      ["near", 3, 179],
      ["far", 3, 179],
      ["noise", 7, 179],
    ]);
    const noise = comparison.detectors[2];
    expect(noise.uniqueCount).toBe(7);
    const scores = salesReport().series[0].detections[2].scores;
    expect(noise.unique.map((point) => scores[point])).toEqual(
      noise.unique.map((point) => scores[point]).sort((a, b) => b - a),
    );
  });

  test("says who agrees", () => {
    expect(comparison.own.jaccard[0]).toEqual([1, 1, 0]);
    expect(comparison.equalBudget.budget).toBe(3);
    expect(comparison.equalBudget.kappa[0][1]).toBe(1);
    expect(comparison.spearman[0][1]).toBeGreaterThan(0.8);
    expect(Math.abs(comparison.spearman[0][2])).toBeLessThan(0.2);
    expect(comparison.sets.map(({ detectors, points }) => [detectors.join(), points])).toEqual([
      ["noise", 7],
      ["near,far", 3],
    ]);
  });

  test("the verdict is near noise when most pairs are, and agreement when all are alike", () => {
    expect(comparison.verdict.level).toBe("near noise");
    const [near, far] = salesReport().series[0].detections;
    const alike = compare(reportOf([seriesReport(salesReport().series[0].values, [near, far])]));
    expect(alike.verdict.level).toBe("agree");
    expect(verdictSentences(alike.verdict).join(" ")).toContain("Near and Far (kappa 1.00");
  });

  test("one detector alone, and none at all, is nothing to compare", () => {
    const values = Float64Array.of(1, 2, 3);
    for (const detections of [[], [detection("only", values, 3)]])
      expect(compare(reportOf([seriesReport(values, detections)])).verdict.level).toBe("nothing to compare");
    expect(() => compare(reportOf([]))).toThrow("holds no series");
  });

  test("a detector that did not run is named with its reason", () => {
    const skipped = {
      ...detection("lazy", new Float64Array(180).fill(NaN), NaN, "Lazy"),
      skipped: { code: "own", facts: { text: "Too few points." } } as const,
    };
    const [series] = salesReport().series;
    const result = compare(reportOf([seriesReport(series.values, [...series.detections, skipped])]));
    expect(result.skipped).toEqual([{ title: "Lazy", reason: { code: "own", facts: { text: "Too few points." } } }]);
    expect(result.judged).toBe(179);
  });
});

test("detectors that only feed the combined score come in when asked for", () => {
  const [series] = salesReport().series;
  const [near, far, noise] = series.detections;
  const report = reportOf([seriesReport(series.values, [near, far, { ...noise, votes: false }])]);
  expect(compare(report).detectors.map(({ id }) => id)).toEqual(["near", "far"]);
  expect(compare(report, report.series[0], { all: true }).detectors.map(({ id }) => id)).toEqual([
    "near",
    "far",
    "noise",
  ]);
});
