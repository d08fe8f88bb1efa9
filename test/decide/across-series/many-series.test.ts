import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alarmCut } from "../../../kernel-lib/src/decide/incident/alarms.js";
import { manySeriesCut } from "../../../kernel-lib/src/decide/across-series/many-series.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const same = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

describe("the cut for many series", () => {
  test("is the plain one for one series, and rises with the number of those that come near the level", () => {
    expect(manySeriesCut([9], 1)).toBe(1);
    expect(manySeriesCut([], 1)).toBe(1);
    expect(manySeriesCut([NaN, 9], 1)).toBe(1);
    expect(manySeriesCut([9, 0.9], 1)).toBe(1);
    const [ten, thousands] = [10, 2000].map((count) => manySeriesCut(same(count, 0.8), 1));
    expect(ten).toBeGreaterThan(1.2);
    expect(thousands).toBeGreaterThan(2);
    expect(thousands).toBeLessThan(3.5);
  });

  test("hardly rises when most series show something", () => {
    expect(manySeriesCut(same(50, 1.2), 1)).toBe(1);
    expect(manySeriesCut([...same(40, 3), ...same(10, 0.8)], 1)).toBe(1);
    expect(manySeriesCut([...same(5, 3), ...same(45, 0.8)], 1)).toBeLessThan(manySeriesCut(same(50, 0.8), 1));
  });

  test("is the same however many constant or quiet series are added", () => {
    const score = fc.double({ min: 0, max: 20, noNaN: true });
    const quiet = fc.oneof(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 2 }),
        fc.array(quiet),
        fc.integer({ min: 0, max: 100 }),
        (own, others, at) => {
          const cut = alarmCut(at);
          expect(manySeriesCut([...own, ...others], cut)).toBe(manySeriesCut(own, cut));
        },
      ),
    );
  });

  test("follows a sensitivity", () => {
    expect(manySeriesCut(same(50, 0.8), 2) - manySeriesCut(same(50, 0.8), 1)).toBeCloseTo(1, 12);
  });

  test("lets next to nothing of 2,000 series of noise through, where the plain cut lets a hundred", () => {
    const random = createRandom(11);
    const highest = Array.from({ length: 2000 }, () => 1 + Math.log(0.05 / Math.max(1e-12, random.next())) / 10);
    expect(highest.filter((score) => score > 1).length).toBeGreaterThan(60);
    expect(highest.filter((score) => score > manySeriesCut(highest, 1)).length).toBeLessThanOrEqual(2);
  });
});
