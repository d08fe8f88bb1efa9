import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagsAt, topPoints } from "../../../kernel-lib/src/evaluate/comparison/top-points.js";

describe("the highest points", () => {
  test("come first, equal ones by position, NaN never", () => {
    expect([...topPoints(Float64Array.of(1, NaN, 3, 3, Infinity, -1), 4)]).toEqual([4, 2, 3, 0]);
  });

  test("are as many as there are, and none of none", () => {
    expect([...topPoints(Float64Array.of(NaN, 2), 9)]).toEqual([1]);
    expect([...topPoints(Float64Array.of(1, 2), 0)]).toEqual([]);
    expect([...topPoints(new Float64Array(), 3)]).toEqual([]);
    expect([...topPoints(Float64Array.of(-Infinity, Infinity, -Infinity, Infinity), 3)]).toEqual([1, 3, 0]);
  });

  test("leave none out that is higher", () => {
    const score = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(NaN, Infinity, -Infinity));
    fc.assert(
      fc.property(fc.array(score, { maxLength: 40 }), fc.integer({ min: 0, max: 10 }), (list, k) => {
        const scores = Float64Array.from(list);
        const marked = flagsAt(topPoints(scores, k), list.length);
        const inside = scores.filter((_, i) => marked[i] === 1);
        const outside = scores.filter((each, i) => marked[i] === 0 && !Number.isNaN(each));
        expect(inside.length).toBe(Math.min(k, inside.length + outside.length));
        if (inside.length > 0 && outside.length > 0)
          expect(Math.min(...inside)).toBeGreaterThanOrEqual(Math.max(...outside));
      }),
    );
  });
});

test("flags stand at the positions, and nowhere else", () => {
  expect([...flagsAt(Uint32Array.of(3, 0), 5)]).toEqual([1, 0, 0, 1, 0]);
  expect([...flagsAt(new Uint32Array(), 2)]).toEqual([0, 0]);
});
