/** What the library computes in loops of its own, against simple-statistics. */
import fc from "fast-check";
import {
  median,
  medianAbsoluteDeviation,
  quantile,
  sampleCorrelation,
  sampleRankCorrelation,
  sampleSkewness,
  standardDeviation,
  mean,
} from "simple-statistics";
import { describe, expect, test } from "vitest";
import * as own from "../../kernel-lib/src/numeric/statistics.js";
import type { Series } from "../../kernel-lib/src/table.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { kpiProfile } from "../../kernel-lib/src/profile/kpi-profile.js";

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
/** Whole numbers tie. */
const lists = fc.oneof(
  fc.array(value, { minLength: 3, maxLength: 200 }),
  fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 200 }),
);
const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 3,
  maxLength: 100,
});

/** Equal but for rounding, on the scale of the numbers that went in. */
function close(actual: number, wanted: number, scale: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, scale));
}

function seriesOf(numbers: readonly number[]): Series {
  const values = Float64Array.from(numbers);
  const records = Uint32Array.from(values.keys());
  return { kpi: "sales", key: "", records, time: Float64Array.from(records), dated: false, values, cadence: null };
}

const largest = (numbers: readonly number[]): number => Math.max(...numbers.map(Math.abs));
const varied = (numbers: readonly number[]): boolean => new Set(numbers).size > 1;

describe("agrees with simple-statistics", () => {
  test("mean, deviation, median, median absolute deviation", () => {
    fc.assert(
      fc.property(lists, (numbers) => {
        const values = Float64Array.from(numbers);
        const scale = largest(numbers);
        close(own.mean(values), mean(numbers), scale);
        close(own.deviation(values), standardDeviation(numbers), scale * 1e3);
        close(own.median(values), median(numbers), scale);
        close(own.medianAbsoluteDeviation(values), medianAbsoluteDeviation(numbers), scale);
      }),
    );
  });

  test("quantiles", () => {
    fc.assert(
      fc.property(lists, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, share) =>
        close(own.quantile(Float64Array.from(numbers), share), quantile(numbers, share), largest(numbers)),
      ),
    );
  });

  test("correlation of values and of ranks", () => {
    fc.assert(
      fc.property(pairs, (both) => {
        const [a, b] = [both.map(([x]) => x), both.map(([, y]) => y)];
        fc.pre(varied(a) && varied(b));
        close(own.pearson(Float64Array.from(a), Float64Array.from(b)), sampleCorrelation(a, b), 1);
        close(own.spearman(Float64Array.from(a), Float64Array.from(b)), sampleRankCorrelation(a, b), 1);
      }),
    );
  });

  test("skewness of a profile", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 30, maxLength: 200 }), (numbers) => {
        fc.pre(varied(numbers));
        const { skew, lowerQuartile, upperQuartile, distinct } = kpiProfile(seriesOf(numbers), resolveConfig());
        close(skew, sampleSkewness(numbers, true), 10);
        expect([lowerQuartile, upperQuartile]).toEqual([quantile(numbers, 0.25), quantile(numbers, 0.75)]);
        expect(distinct).toBe(new Set(numbers).size);
      }),
      { numRuns: 30 },
    );
  });
});

test("quartiles of the largest numbers there are stay numbers", () => {
  const numbers = Array.from({ length: 41 }, (_, row) => (row % 2 === 0 ? 1 : -1) * 1.7e308);
  const { lowerQuartile, median: middle, upperQuartile } = kpiProfile(seriesOf(numbers), resolveConfig());
  expect([lowerQuartile, middle, upperQuartile]).toEqual([-1.7e308, 1.7e308, 1.7e308]);
  expect(kpiProfile(seriesOf([-1.7e308, 1.7e308]), resolveConfig()).median).toBe(0);
});
