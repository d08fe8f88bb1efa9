import { describe, expect, test } from "vitest";
import { leadLag } from "../../../kernel-lib/src/decide/across-series/lead-lag.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const noise = (length: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length }, () => random.normal());
};

describe("lead and lag", () => {
  test.each([0, 3, -5])("finds that one series follows the other by %d steps", (lag) => {
    const a = noise(300, 1);
    const b = noise(300, 2).map((value, i) => value / 2 - (a[i - lag] ?? 0));
    const found = leadLag(a, b, 8);
    expect(found.lag).toBe(lag);
    expect(found.correlation).toBeLessThan(-0.8);
    expect(found.certain).toBe(true);
  });

  test("calls independent series related about once in a hundred times at most", () => {
    const certain = Array.from(
      { length: 300 },
      (_, seed) => leadLag(noise(200, 2 * seed), noise(200, 2 * seed + 1), 10).certain,
    ).filter(Boolean);
    expect(certain.length).toBeLessThanOrEqual(9);
  });

  test("leaves missing values out and can not tell from a handful", () => {
    const a = noise(100, 3).map((value, i) => (i % 7 === 0 ? NaN : value));
    expect(leadLag(a, a, 4)).toMatchObject({ lag: 0, correlation: 1, certain: true });
    expect(leadLag(a.slice(0, 8), a.slice(0, 8), 2).correlation).toBeNaN();
    expect(leadLag(new Float64Array(50), a, 2).certain).toBe(false);
  });

  test("turns round with the series, and minds no unit", () => {
    const a = noise(120, 5);
    const b = noise(120, 6).map((value, i) => value / 2 + (a[i - 2] ?? 0));
    const there = leadLag(a, b, 4);
    const back = leadLag(b, a, 4);
    expect([there.lag, back.lag]).toEqual([2, -2]);
    there.byLag.forEach((each, k) => expect(back.byLag[8 - k]).toBeCloseTo(each, 12));
    const scaled = leadLag(
      a.map((value) => 1000 * value + 7),
      b,
      4,
    );
    expect(scaled.lag).toBe(2);
    expect(scaled.correlation).toBeCloseTo(there.correlation, 9);
  });

  test("knows nothing of empty series", () => {
    const none = new Float64Array(0);
    expect(leadLag(none, none, 1)).toMatchObject({
      correlation: NaN,
      certain: false,
      byLag: Float64Array.of(NaN, NaN, NaN),
    });
  });
});
