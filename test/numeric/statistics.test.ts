import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatistics } from "../../kernel-lib/src/numeric/order/order-statistic.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { select } from "../../kernel-lib/src/numeric/order/select.js";
import {
  deviation,
  mean,
  median,
  medianAbsoluteDeviation,
  quantile,
  quantiles,
  ranks,
  spearman,
} from "../../kernel-lib/src/numeric/statistics.js";

const numbers = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })
  .map((list) => Float64Array.from(list));

describe("select", () => {
  it("finds what sorting finds", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, pick) => {
        const rank = pick % values.length;
        expect(select(values.slice(), rank)).toBe(values.slice().sort()[rank]);
      }),
    );
  });

  it("is not slow on ordered, constant and organ-pipe input", () => {
    const length = 100_000;
    for (const shape of [(i: number) => i, () => 7, (i: number) => Math.min(i, length - i)]) {
      const values = Float64Array.from({ length }, (_, i) => shape(i));
      expect(select(values.slice(), 40_000)).toBe(values.slice().sort()[40_000]);
    }
  });
});

describe("orderStatistics", () => {
  const random = createRandom(3);
  const long: Record<string, (i: number) => number> = {
    noise: () => random.normal(),
    "a season": (i) => Math.sin(i / 500),
    "few values": () => random.integer(4),
    "one value": () => 2.5,
    "ascending numbers": (i) => i,
    "one wild value in ten thousand": (i) => (i % 10_000 === 17 ? 1e300 : -i % 7),
    "two far heaps": (i) => (i < 2500 ? -1e9 : 1e9) + random.next(),
    "half of them equal": (i) => (i % 2 === 0 ? 0 : random.normal()),
  };
  // Too short to draw from, in plain loops, in WebAssembly.
  const lengths = [1000, 3001, 10_001, 50_000];
  it.each(Object.keys(long).flatMap((name) => lengths.map((length) => [name, length] as const)))(
    "finds what sorting finds: %s, %i values",
    (name, length) => {
      const values = Float64Array.from({ length }, (_, i) => long[name](i));
      const before = values.slice();
      const sorted = values.slice().sort();
      const ranks = [0, 1, 0.25, 0.2501, 0.5, 0.75, 0.99]
        .map((share) => (share === 1 ? 1 : Math.floor(share * length)))
        .concat(length - 2, length - 1);
      const wanted = ranks.map((rank) => ({ at: sorted[rank], next: sorted[Math.min(rank + 1, length - 1)] }));
      expect(orderStatistics(values, ranks)).toEqual(wanted);
      for (const [i, rank] of ranks.entries()) expect(orderStatistics(values, [rank])).toEqual([wanted[i]]);
      expect(values).toEqual(before);
    },
  );
});

describe("statistics", () => {
  it("mean and deviation keep their digits at a large offset", () => {
    const values = Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4);
    expect(mean(values)).toBe(1e9 + 2.5);
    expect(deviation(values)).toBeCloseTo(Math.sqrt(1.25), 12);
  });

  it("leave out what is not finite, and say NaN when nothing is left", () => {
    expect(mean(Float64Array.of(1, NaN, 3, Infinity))).toBe(2);
    expect(median(Float64Array.of(NaN, 5, -Infinity))).toBe(5);
    for (const statistic of [mean, deviation, median, medianAbsoluteDeviation])
      expect(statistic(Float64Array.of(NaN))).toBeNaN();
  });

  it("give finite results for 1e300 and 1e-300", () => {
    expect(deviation(Float64Array.of(1e300, -1e300))).toBeCloseTo(1e300, -290);
    expect(deviation(Float64Array.of(1e-300, 3e-300))).toBeCloseTo(1e-300, 310);
    expect(quantile(Float64Array.of(-1.7e308, 1.7e308), 0.5)).toBe(0);
  });

  it("quantiles are numpy's default ones", () => {
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], [0, .25, .5, .9, 1]) == [1, 1.75, 3.5, 6.9, 9]
    const values = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    const found = quantiles(values, [0, 0.25, 0.5, 0.9, 1]);
    [1, 1.75, 3.5, 6.9, 9].forEach((wanted, i) => expect(found[i]).toBeCloseTo(wanted, 12));
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (list, q) => {
        expect(quantiles(list, [q / 2, q])[1]).toBe(quantile(list, q));
      }),
    );
  });

  it("median absolute deviation of 1 … 9 with a wild value is still 2", () => {
    expect(medianAbsoluteDeviation(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 1e6))).toBe(2);
  });

  it("ranks share ties", () => {
    expect([...ranks(Float64Array.of(10, 30, NaN, 20, 20))]).toEqual([1, 4, NaN, 2.5, 2.5]);
  });

  it("spearman sees order only", () => {
    expect(spearman(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 10, 100, 1000))).toBe(1);
    expect(spearman(Float64Array.of(1, 2, NaN, 4), Float64Array.of(4, 3, 9, 1))).toBe(-1);
    expect(spearman(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeNaN();
  });
});
