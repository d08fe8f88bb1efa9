import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelRuns } from "../../../kernel-lib/src/evaluate/metrics/label-runs.js";

describe("runs of labels", () => {
  it("are read at both ends", () => {
    expect(labelRuns([1, 0, 1, 1])).toEqual([
      { start: 0, end: 0 },
      { start: 2, end: 3 },
    ]);
  });

  it("are none without labels, and one where all are labelled", () => {
    expect([labelRuns([]), labelRuns([0, 0])]).toEqual([[], []]);
    expect(labelRuns([1])).toEqual([{ start: 0, end: 0 }]);
    expect(labelRuns(new Uint8Array(5).fill(1))).toEqual([{ start: 0, end: 4 }]);
  });

  it("any mark but zero counts, NaN does not", () => {
    expect(labelRuns([2, -1, NaN, 0.5])).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 3 },
    ]);
  });

  it("painted again give the labels, and no two of them touch", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 50 }), (labels) => {
        const runs = labelRuns(labels);
        const painted = new Array<number>(labels.length).fill(0);
        for (const { start, end } of runs) painted.fill(1, start, end + 1);
        expect(painted).toEqual(labels);
        for (let i = 1; i < runs.length; i++) expect(runs[i].start - runs[i - 1].end).toBeGreaterThan(1);
      }),
    );
  });
});
