import { verdictSentences } from "../../../kernel-lib/src/words/analyses/comparison.js";
import { describe, expect, test } from "vitest";
import { compare } from "../../../kernel-lib/src/evaluate/comparison/compare.js";
import { detection, reportOf, salesReport, seriesReport } from "../../plots/hand-made-report.js";

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
