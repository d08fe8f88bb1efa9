import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventMetrics } from "../../../kernel-lib/src/evaluate/metrics/event-metrics.js";
import { labelRuns } from "../../../kernel-lib/src/evaluate/metrics/label-runs.js";
import { rowMetrics } from "../../../kernel-lib/src/evaluate/metrics/row-metrics.js";

describe("rows", () => {
  it("are counted by hand", () => {
    expect(rowMetrics([1, 1, 1, 0, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0, 0, 0])).toEqual({
      recall: 1 / 3,
      precision: 1 / 2,
      f1: 2 / 5,
      flagged: 1 / 4,
    });
  });

  it("give one endless incident little, to which events give full recall", () => {
    const labels = new Uint8Array(100);
    labels.fill(1, 40, 43);
    expect(eventMetrics(labelRuns(labels), [{ start: 0, end: 99 }], 100).f1).toBe(1);
    expect(rowMetrics(labels, new Uint8Array(100).fill(1)).f1).toBeCloseTo(6 / 103, 12);
  });

  it("a quotient of nothing is NaN, F1 then 0", () => {
    expect(rowMetrics([0, 0], [0, 1])).toEqual({ recall: NaN, precision: 0, f1: 0, flagged: 0.5 });
    expect(rowMetrics([0, 1], [0, 0])).toEqual({ recall: 0, precision: NaN, f1: 0, flagged: 0 });
    expect(rowMetrics([0, 0], [0, 0])).toEqual({ recall: NaN, precision: NaN, f1: 0, flagged: 0 });
    expect(rowMetrics([], [])).toEqual({ recall: NaN, precision: NaN, f1: 0, flagged: NaN });
  });

  it("F1 is the harmonic mean, and labels and flags change places as recall and precision do", () => {
    const bits = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(bits, bits, (labels, flags) => {
        const [forth, back] = [rowMetrics(labels, flags), rowMetrics(flags, labels)];
        expect([forth.recall, forth.precision, forth.f1]).toEqual([back.precision, back.recall, back.f1]);
        const { recall, precision, f1 } = forth;
        if (f1 > 0) expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
      }),
    );
  });
});
