import { readFileSync } from "node:fs";
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

interface Vector {
  readonly window: number;
  readonly events: readonly (readonly [start: number, end: number])[];
  readonly scores: readonly number[];
  readonly vusPr: number;
  readonly averagePrecision: number;
}

/** Made-up series and what a plain implementation of the paper says of them; `volume-under-surface.py` wrote the file. */
const { vectors } = JSON.parse(
  readFileSync(new URL("../golden/volume-under-surface.json", import.meta.url), "utf8"),
) as { vectors: Record<string, Vector> };

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
  it.each(Object.entries(vectors))("equals the paper taken at its word: %s", (_, vector) => {
    const labels = new Uint8Array(vector.scores.length);
    for (const [start, end] of vector.events) labels.fill(1, start, end + 1);
    const scores = Float64Array.from(vector.scores);
    expect(volumeUnderPrecisionRecall(labels, scores, vector.window)).toBeCloseTo(vector.vusPr, 12);
    expect(areaUnderPrecisionRecall(labels, scores)).toBeCloseTo(vector.averagePrecision, 12);
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
