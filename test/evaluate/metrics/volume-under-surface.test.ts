import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderPrecisionRecall } from "../../../kernel-lib/src/evaluate/metrics/area-under-curve.js";
import { volumeUnderPrecisionRecall } from "../../../kernel-lib/src/evaluate/metrics/volume-under-surface.js";

interface Vector {
  readonly window: number;
  readonly events: readonly (readonly [start: number, end: number])[];
  readonly scores: readonly number[];
  readonly vusPr: number;
  readonly averagePrecision: number;
}

/** Made-up series and what a plain implementation of the paper says of them; `volume-under-surface.py` wrote the file. */
const { vectors } = JSON.parse(
  readFileSync(new URL("../../golden/volume-under-surface.json", import.meta.url), "utf8"),
) as { vectors: Record<string, Vector> };

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

  it("takes what a method does not judge for its lowest score", () => {
    const labels = [0, 0, 1, 0, 0, 1, 0, 0];
    const judged = Float64Array.of(NaN, 2, 9, 3, NaN, 4, 1, 2);
    const filled = judged.map((score) => (Number.isNaN(score) ? 1 : score));
    expect(volumeUnderPrecisionRecall(labels, judged, 2)).toBe(volumeUnderPrecisionRecall(labels, filled, 2));
  });

  it("is NaN where nothing is labelled, and one for labels as scores without a buffer", () => {
    expect(volumeUnderPrecisionRecall([0, 0], Float64Array.of(0, 1), 4)).toBeNaN();
    expect(volumeUnderPrecisionRecall([], new Float64Array(), 4)).toBeNaN();
    expect(volumeUnderPrecisionRecall([0, 1, 0], Float64Array.of(0, 1, 0), 0)).toBe(1);
  });

  it("an alarm beside its label counts the more the nearer it is", () => {
    const labels = new Uint8Array(100).fill(1, 50, 54);
    const volumes = [53, 54, 56, 80].map((row) => {
      const scores = new Float64Array(100);
      scores[row] = 1;
      return volumeUnderPrecisionRecall(labels, scores, 10);
    });
    expect(volumes).toEqual([...volumes].sort((a, b) => b - a));
    expect(new Set(volumes).size).toBe(4);
  });
});
