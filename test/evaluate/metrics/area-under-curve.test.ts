import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderPrecisionRecall, areaUnderRoc } from "../../../kernel-lib/src/evaluate/metrics/area-under-curve.js";

const anyRows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -3, max: 3 })), { maxLength: 30 });

describe("areas under curves", () => {
  it("matches a ranking done by hand", () => {
    const labels = [0, 0, 1, 1];
    const scores = Float64Array.of(0.1, 0.4, 0.35, 0.8);
    // The worked example of scikit-learn's roc_auc_score and average_precision_score.
    expect(areaUnderRoc(labels, scores)).toBeCloseTo(0.75, 12);
    expect(areaUnderPrecisionRecall(labels, scores)).toBeCloseTo(0.8333333333333333, 12);
  });

  it("counts a tie as half", () => {
    expect(areaUnderRoc([1, 0, 1, 0], Float64Array.of(1, 1, 1, 1))).toBe(0.5);
  });

  it("is one for labels as scores and NaN when nothing is labelled", () => {
    expect(areaUnderPrecisionRecall([0, 1, 0], Float64Array.of(0, 1, 0))).toBe(1);
    expect(areaUnderPrecisionRecall([0, 0], Float64Array.of(0, 1))).toBeNaN();
  });

  it("equals all pairs counted one by one, and precision at each score counted afresh", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const labels = rows.map(([label]) => Number(label));
        fc.pre(labels.includes(0) && labels.includes(1));
        const scores = Float64Array.from(rows, ([, score]) => score);
        const [hits, misses] = [rows.filter(([label]) => label), rows.filter(([label]) => !label)];
        const wins = hits.flatMap(([, hit]) => misses.map(([, miss]) => (hit > miss ? 1 : hit === miss ? 0.5 : 0)));
        const area = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
        expect(areaUnderRoc(labels, scores)).toBeCloseTo(area, 12);
        const precisions = hits.map(([, score]) => {
          const above = rows.filter(([, other]) => other >= score);
          return above.filter(([label]) => label).length / above.length;
        });
        const average = precisions.reduce((sum, precision) => sum + precision, 0) / hits.length;
        expect(areaUnderPrecisionRecall(labels, scores)).toBeCloseTo(average, 12);
      }),
    );
  });

  it("takes a row without a score for one of the lowest, and infinite scores for what they are", () => {
    const labels = [1, 0, 1, 0];
    // Of four pairs the third row wins two, the first ties with both.
    expect(areaUnderRoc(labels, Float64Array.of(NaN, 1, 3, NaN))).toBe(0.75);
    expect(areaUnderRoc(labels, new Float64Array(4).fill(NaN))).toBe(0.5);
    expect(areaUnderRoc(labels, Float64Array.of(-Infinity, 1, 3, -Infinity))).toBe(0.625);
    expect(areaUnderPrecisionRecall(labels, Float64Array.of(Infinity, NaN, Infinity, 1))).toBe(1);
  });

  it("is NaN without rows and where all have the same label", () => {
    for (const labels of [[], [1, 1], [0]])
      expect(
        areaUnderRoc(
          labels,
          Float64Array.from(labels, (_, i) => i),
        ),
      ).toBeNaN();
  });
});
