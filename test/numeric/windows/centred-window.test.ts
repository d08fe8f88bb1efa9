import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circularMaximum, circularMean } from "../../../kernel-lib/src/numeric/windows/centred-window.js";

const cycles = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 900 });
const around = (cycle: readonly number[], i: number, half: number): number[] =>
  Array.from(
    { length: 2 * half + 1 },
    (_, k) => cycle[(((i + k - half) % cycle.length) + cycle.length) % cycle.length],
  );

describe("windows around each place of a cycle", () => {
  test("hold the mean and the largest of their values, whatever their width", () => {
    fc.assert(
      fc.property(cycles, fc.integer({ min: 0, max: 300 }), (cycle, half) => {
        const mean = circularMean(Float64Array.from(cycle), half);
        const largest = circularMaximum(Float64Array.from(cycle), half);
        for (let i = 0; i < cycle.length; i += 37) {
          const values = around(cycle, i, half);
          expect(largest[i]).toBe(Math.max(...values));
          expect(mean[i]).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("cost the same when they are wide", () => {
    const cycle = Float64Array.from({ length: 600_000 }, (_, i) => i % 97);
    const started = performance.now();
    circularMean(cycle, 50_000);
    circularMaximum(cycle, 50_000);
    // 6e10 values one by one; sums and a queue take 3 seconds on no machine.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
