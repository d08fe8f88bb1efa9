import { describe, expect, test } from "vitest";
import { cutsTogether } from "../../../kernel-lib/src/decide/across-series/decide-many.js";
import { manySeriesCut } from "../../../kernel-lib/src/decide/across-series/many-series.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const same = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

describe("the cut for many series", () => {
  test("is the plain one for one series and rises with the number of quiet ones", () => {
    expect(manySeriesCut([9], 1)).toBe(1);
    expect(manySeriesCut([], 1)).toBe(1);
    expect(manySeriesCut([NaN, 9], 1)).toBe(1);
    const [ten, thousands] = [10, 2000].map((count) => manySeriesCut(same(count, 0.5), 1));
    expect(ten).toBeCloseTo(1.38, 2);
    expect(thousands).toBeCloseTo(2.27, 2);
  });

  test("hardly rises when most series show something", () => {
    expect(manySeriesCut(same(50, 1.2), 1)).toBe(1);
    expect(manySeriesCut([...same(40, 3), ...same(10, 0.2)], 1)).toBeLessThan(1.05);
    expect(manySeriesCut([...same(5, 3), ...same(45, 0.2)], 1)).toBeLessThan(manySeriesCut(same(50, 0.2), 1));
  });

  test("follows a sensitivity", () => {
    expect(manySeriesCut(same(50, 0.2), 2) - manySeriesCut(same(50, 0.2), 1)).toBeCloseTo(1, 12);
  });

  test("lets next to nothing of 2,000 series of noise through, where the plain cut lets a hundred", () => {
    const random = createRandom(11);
    const highest = Array.from({ length: 2000 }, () => 1 + Math.log(0.05 / Math.max(1e-12, random.next())) / 10);
    expect(highest.filter((score) => score > 1).length).toBeGreaterThan(60);
    expect(highest.filter((score) => score > manySeriesCut(highest, 1)).length).toBeLessThanOrEqual(2);
  });
});

test("columns in which nothing can happen leave the cut as it is", () => {
  const pattern = {} as never;
  const scores = [Float64Array.of(0.3, 1.1), Float64Array.of(0.2, 0.4)];
  const both = scores.map((combined) => ({ combined, pattern }));
  const constant = { combined: new Float64Array(2), pattern: null };
  expect(cutsTogether(both)(50)).toBeGreaterThan(1);
  expect(cutsTogether([...both, constant, constant])(50)).toBe(cutsTogether(both)(50));
  expect(cutsTogether([both[0], constant])(50)).toBe(1);
});
