import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import {
  rollingDeviation,
  rollingMean,
  rollingMedian,
  rollingQuantile,
} from "../../../kernel-lib/src/numeric/windows/rolling.js";
import { deviation, mean, quantile } from "../../../kernel-lib/src/numeric/statistics.js";

type Statistic = (values: Float64Array) => number;

/** The slow, obvious twin: every window by itself. */
function naive(values: Float64Array, window: number, minCount: number, statistic: Statistic): Float64Array {
  return values.map((_, i) => {
    const seen = values.slice(Math.max(0, i - window), i).filter(Number.isFinite);
    return seen.length >= minCount && seen.length > 0 ? statistic(seen) : NaN;
  });
}

function expectClose(actual: Float64Array, wanted: Float64Array, relative: number, floor = 0): void {
  expect(actual.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    if (Number.isNaN(wanted[i])) expect(actual[i]).toBeNaN();
    else expect(Math.abs(actual[i] - wanted[i])).toBeLessThanOrEqual(relative * Math.abs(wanted[i]) + floor);
  }
}

const someValues = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -50, max: 50 }) },
      { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
    ),
    { maxLength: 60 },
  )
  .map((list) => Float64Array.from(list));

describe("rolling statistics", () => {
  it("equal the window taken by itself, missing values left out", () => {
    fc.assert(
      fc.property(
        someValues,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, window, minCount, q) => {
          expectClose(rollingMean(values, window, minCount), naive(values, window, minCount, mean), 1e-12, 1e-12);
          expectClose(
            rollingDeviation(values, window, minCount),
            naive(values, window, minCount, deviation),
            1e-10,
            1e-7,
          );
          expectClose(
            rollingQuantile(values, window, q, minCount),
            naive(values, window, minCount, (seen) => quantile(seen, q)),
            1e-12,
            1e-12,
          );
          expectClose(
            rollingMedian(values, window, minCount),
            naive(values, window, minCount, (seen) => quantile(seen, 0.5)),
            0,
          );
        },
      ),
    );
  });

  it("stay accurate at mean 1e9, deviation 1", () => {
    const random = createRandom(1);
    const noise = Float64Array.from({ length: 5000 }, () => Math.round(random.normal() * 2 ** 20) / 2 ** 20);
    const lifted = noise.map((value) => value + 2 ** 30);
    expectClose(rollingDeviation(lifted, 24, 2), rollingDeviation(noise, 24, 2), 1e-12);
    expectClose(
      rollingMean(lifted, 24, 2).map((value) => value - 2 ** 30),
      rollingMean(noise, 24, 2),
      0,
      2e-7,
    );
  });

  it("forget a huge spike as soon as it has left the window", () => {
    const values = Float64Array.from({ length: 40 }, (_, i) => (i === 5 ? 1e200 : i % 3));
    const found = rollingDeviation(values, 6, 1);
    expect(found[12]).toBe(naive(values, 6, 1, deviation)[12]);
  });

  it("give finite numbers from 1e-300 to 1e300", () => {
    const values = Float64Array.of(1e300, -1e300, 1.7e308, -1.7e308, 1e-300, 3e-300, 2e-300, 1e300);
    for (const result of [rollingMean(values, 3, 1), rollingDeviation(values, 3, 1), rollingMedian(values, 3, 1)]) {
      expect([...result.slice(1)].every(Number.isFinite)).toBe(true);
    }
    const tiny = Float64Array.of(1e-300, 3e-300, 2e-300, 5e-300);
    expectClose(rollingDeviation(tiny, 3, 1), Float64Array.of(NaN, 0, 1e-300, Math.sqrt(2 / 3) * 1e-300), 1e-12);
  });

  it("change nothing in their input and take a window longer than the series", () => {
    const values = Object.freeze([3, 1, 2]);
    const input = Float64Array.from(values);
    expect([...rollingMedian(input, 100, 1)]).toEqual([NaN, 3, 2]);
    expect([...rollingMean(input, 100, 1)]).toEqual([NaN, 3, 2]);
    expect([...input]).toEqual([...values]);
  });
});
