import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaUnderPrecisionRecall,
  areaUnderRoc,
  eventMetrics,
  labelRuns,
  rowMetrics,
  volumeUnderPrecisionRecall,
} from "../../kernel-lib/src/evaluate/metrics.js";

const VECTORS = new URL("../../../shared/data/vus-test-vectors.json", import.meta.url);

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
    expect(volumeUnderPrecisionRecall([0, 0], Float64Array.of(0, 1), 4)).toBeNaN();
  });
});

describe("volume under the surface", () => {
  it.skipIf(!existsSync(VECTORS))("matches the reference values to 1e-6 (skipped: ../shared is absent)", () => {
    interface Vector {
      window: number;
      label_runs: [number, number][];
      score: number[];
      vus_pr: number;
      auc_pr: number;
    }
    for (const vector of JSON.parse(readFileSync(VECTORS, "utf8")) as Vector[]) {
      const labels = new Uint8Array(vector.score.length);
      for (const [start, end] of vector.label_runs) labels.fill(1, start, end + 1);
      const scores = Float64Array.from(vector.score);
      expect(volumeUnderPrecisionRecall(labels, scores, vector.window)).toBeCloseTo(vector.vus_pr, 6);
      expect(areaUnderPrecisionRecall(labels, scores)).toBeCloseTo(vector.auc_pr, 6);
    }
  });

  it("stays between 0 and 1 and does not change when scores are scaled", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 50 })), { minLength: 2, maxLength: 80 }),
        fc.integer({ min: 0, max: 12 }),
        (rows, window) => {
          const labels = rows.map(([label]) => Number(label));
          fc.pre(labels.includes(1));
          const scores = Float64Array.from(rows, ([, score]) => score);
          const value = volumeUnderPrecisionRecall(labels, scores, window);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(
            volumeUnderPrecisionRecall(
              labels,
              scores.map((score) => 8 * score),
              window,
            ),
          ).toBe(value);
        },
      ),
    );
  });
});

describe("events and rows", () => {
  it("counts an event as found when any incident touches it", () => {
    const labelled = [
      { start: 10, end: 20 },
      { start: 50, end: 50 },
    ];
    const incidents = [
      { start: 18, end: 25 },
      { start: 30, end: 31 },
      { start: 70, end: 70 },
    ];
    const result = eventMetrics(labelled, incidents, 2000);
    expect(result.recall).toBe(0.5);
    expect(result.precision).toBeCloseTo(1 / 3, 12);
    expect(result.f1).toBeCloseTo(0.4, 12);
    expect(result.falseAlarms).toBe(2);
    expect(result.falseAlarmsPerThousand).toBe(1);
  });

  it("gives one endless incident full recall by events and little by rows", () => {
    const labels = new Uint8Array(100);
    labels.fill(1, 40, 42);
    expect(eventMetrics(labelRuns(labels), [{ start: 0, end: 99 }], 100).f1).toBe(1);
    expect(rowMetrics(labels, new Uint8Array(100).fill(1)).f1).toBeCloseTo(4 / 102, 12);
  });

  it("reads runs at both ends", () => {
    expect(labelRuns([1, 0, 1, 1])).toEqual([
      { start: 0, end: 0 },
      { start: 2, end: 3 },
    ]);
  });
});
