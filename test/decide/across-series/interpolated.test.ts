import { expect, test } from "vitest";
import { isInterpolated } from "../../../kernel-lib/src/decide/across-series/interpolated.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const random = createRandom(5);
const months = Array.from({ length: 40 }, () => 200 + 5 * random.normal());
const series = (value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: 150 }, (_, row) => value(row));

test("months that are spread over weeks were computed, not measured", () => {
  const weeks = series((row) => {
    const month = Math.floor(row / 4);
    return Number((months[month] + ((row % 4) / 4) * (months[month + 1] - months[month])).toFixed(7));
  });
  expect(isInterpolated(weeks)).toBe(true);
  weeks[30] = NaN;
  expect(isInterpolated(weeks)).toBe(true);
});

test("what is measured, counted, flat or too short is not", () => {
  expect(isInterpolated(series(() => 50 + random.normal()))).toBe(false);
  expect(isInterpolated(series((row) => Math.round(3 + (row % 7) + random.normal())))).toBe(false);
  expect(isInterpolated(series((row) => Math.floor(row / 12)))).toBe(false);
  expect(isInterpolated(series((row) => 10 * Math.sin(row / 3)))).toBe(false);
  expect(isInterpolated(new Float64Array(2))).toBe(false);
});
