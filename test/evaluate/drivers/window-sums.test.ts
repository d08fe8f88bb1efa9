import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usualSums, windowSums } from "../../../kernel-lib/src/evaluate/drivers/window-sums.js";
import type { SeriesReport } from "../../../kernel-lib/src/report.js";
import { seriesReport } from "../../plots/hand-made-report.js";

/** Values against expected ones, at the times 0, 1, 2 and so on. */
const seriesOf = (values: readonly number[], expected = values.map(() => 10)): SeriesReport =>
  seriesReport(Float64Array.from(values), [], {
    time: Float64Array.from(values.keys()),
    expected: Float64Array.from(expected),
  });

describe("sums over a stretch of time", () => {
  test("count both ends and the points at which both are known", () => {
    const series = seriesOf([1, 2, NaN, 4, 5, 6], [10, 10, 10, NaN, 10, 10]);
    expect(windowSums(series, 1, 4)).toEqual({ actual: 7, expected: 20, points: 2 });
    expect(windowSums(series, -Infinity, Infinity)).toEqual({ actual: 14, expected: 40, points: 4 });
  });

  test("are nothing beside the series, between two points and where nothing is known", () => {
    const none = { actual: 0, expected: 0, points: 0 };
    expect(windowSums(seriesOf([1, 2]), 5, 9)).toEqual(none);
    expect(windowSums(seriesOf([1, 2]), 0.2, 0.8)).toEqual(none);
    expect(windowSums(seriesOf([NaN]), 0, 0)).toEqual(none);
    expect(windowSums(seriesOf([]), 0, 9)).toEqual(none);
  });
});

describe("usual sums", () => {
  test("are of neighbours outside the stretch, by hand", () => {
    const series = seriesOf([11, 12, 13, 99, 99, 14, 15, NaN, 16]);
    expect([...usualSums(series, 3, 4, 2)]).toEqual([3, 5, 9]);
    expect([...usualSums(series, 3, 4, 1)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...usualSums(series, 3, 4, 4)]).toEqual([]);
  });

  test("equal every stretch summed by itself", () => {
    const value = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -50, max: 50 }) }, fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 30 }),
        fc.nat({ max: 30 }),
        fc.nat({ max: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (values, from, length, points) => {
          const isOut = (i: number): boolean => Number.isNaN(values[i]) || (i >= from && i <= from + length);
          const sums = values.flatMap((_, start) => {
            const window = values.slice(start, start + points);
            if (window.length < points || window.some((_one, k) => isOut(start + k))) return [];
            return [window.reduce((sum, one) => sum + one - 10, 0)];
          });
          expect([...usualSums(seriesOf(values), from, from + length, points)]).toEqual(sums);
        },
      ),
    );
  });
});
