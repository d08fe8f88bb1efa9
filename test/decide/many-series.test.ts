import { describe, expect, test } from "vitest";
import { manySeriesThreshold } from "../../kernel-lib/src/decide/many-series.js";
import { normalTail, normalTailInverse } from "../../kernel-lib/src/numeric/normal-tail.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

describe("the tail of a normal distribution", () => {
  // Python 3: 0.5 * math.erfc(z / math.sqrt(2))
  test.each([[0, 0.5], [1, 0.158655253931457], [3, 0.00134989803163009], [6, 9.86587645037698e-10], [10, 7.61985302416052e-24]])("beyond %d lies a share of %d", (z, share) => {
    expect(normalTail(z) / share).toBeCloseTo(1, 10);
    expect(normalTailInverse(share)).toBeCloseTo(z, 9);
  });
});

describe("the threshold for many series", () => {
  test("is the plain one for one series and rises with the number of quiet ones", () => {
    expect(manySeriesThreshold([9], 4)).toBe(4);
    expect(manySeriesThreshold([], 4)).toBe(4);
    const [ten, thousands] = [10, 2000].map((count) => manySeriesThreshold(Array.from({ length: count }, () => 2), 4));
    expect(ten).toBeGreaterThan(4.3);
    expect(thousands).toBeGreaterThan(ten);
    expect(thousands).toBeLessThan(6);
  });

  test("hardly rises when most series show something", () => {
    expect(manySeriesThreshold(Array.from({ length: 50 }, () => 6), 4)).toBeCloseTo(4, 6);
    expect(manySeriesThreshold(Array.from({ length: 50 }, (_, i) => (i < 5 ? 9 : 1)), 4)).toBeLessThan(manySeriesThreshold(Array.from({ length: 50 }, () => 1), 4));
  });

  test("lets as few of 2,000 columns of noise through as of one", () => {
    const random = createRandom(11);
    const worst = Array.from({ length: 2000 }, () => {
      let highest = 0;
      for (let i = 0; i < 500; i++) highest = Math.max(highest, Math.abs(random.normal()));
      return (highest - 0.6745) / 0.9704;
    });
    const plain = worst.filter((score) => score > 3.5).length;
    expect(plain).toBeGreaterThan(20);
    expect(worst.filter((score) => score > manySeriesThreshold(worst, 3.5)).length).toBeLessThanOrEqual(2);
  });

  test("skips series without a score", () => {
    expect(manySeriesThreshold([NaN, 9], 4)).toBe(4);
  });
});
