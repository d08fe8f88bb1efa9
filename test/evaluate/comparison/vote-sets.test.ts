import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { voteSets } from "../../../kernel-lib/src/evaluate/comparison/vote-sets.js";
import { detection } from "../../plots/hand-made-report.js";

const flagged = (detector: string, text: string) => detection(detector, Float64Array.from(text, Number), 1);

describe("points by who flags them", () => {
  test("most frequent first, of equal ones the smaller set", () => {
    expect(voteSets([flagged("a", "1110001"), flagged("b", "0110011"), flagged("c", "0000100")])).toEqual([
      { detectors: ["a", "b"], points: 3, examples: [1, 2, 6] },
      { detectors: ["a"], points: 1, examples: [0] },
      { detectors: ["c"], points: 1, examples: [4] },
      { detectors: ["b"], points: 1, examples: [5] },
    ]);
    expect(voteSets([flagged("a", "11"), flagged("b", "10")]).map(({ detectors }) => detectors)).toEqual([
      ["a"],
      ["a", "b"],
    ]);
  });

  test("five examples at most, the first ones", () => {
    expect(voteSets([flagged("a", "01111111")])).toEqual([{ detectors: ["a"], points: 7, examples: [1, 2, 3, 4, 5] }]);
  });

  test("are none without detectors, points or flags", () => {
    expect([voteSets([]), voteSets([flagged("a", "")]), voteSets([flagged("a", "000")])]).toEqual([[], [], []]);
  });

  test("each flagged point is in exactly one set", () => {
    const bits = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(fc.array(bits, { minLength: 1, maxLength: 4 }), (rows) => {
        const sets = voteSets(rows.map((row, i) => flagged(`d${i}`, row.join(""))));
        const points = rows[0].filter((_, at) => rows.some((row) => row[at] === 1)).length;
        expect(sets.reduce((sum, set) => sum + set.points, 0)).toBe(points);
        expect(new Set(sets.map(({ detectors }) => detectors.join())).size).toBe(sets.length);
        for (const { detectors, examples } of sets)
          for (const at of examples)
            expect(detectors).toEqual(rows.flatMap((row, i) => (row[at] === 1 ? [`d${i}`] : [])));
      }),
    );
  });
});
