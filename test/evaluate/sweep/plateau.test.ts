import { expect, test } from "vitest";
import { plateauOf } from "../../../kernel-lib/src/evaluate/sweep/plateau.js";
import type { SweepPoint } from "../../../kernel-lib/src/evaluate/sweep/sweep-point.js";

const points = (steps: readonly number[]): SweepPoint[] =>
  steps.map((step, value) => ({ value, flagged: 1, overlap: 1, step }));

test("the plateau is the longest run of steps with an overlap of 0.8 or more", () => {
  expect(plateauOf(points([NaN, 0.9, 0.3, 0.8, 0.95, 1]))).toEqual([2, 5]);
  expect(plateauOf(points([NaN, 0.1, NaN, 0.79]))).toBeNull();
});

test("of equally long ones it is the first", () => {
  expect(plateauOf(points([NaN, 1, 1, 0, 1, 1]))).toEqual([0, 2]);
});

test("it is told in the values that were tried, and is none of fewer than two", () => {
  const tried = points([NaN, 1, 0.8]).map((point) => ({ ...point, value: 3 + point.value / 2 }));
  expect(plateauOf(tried)).toEqual([3, 4]);
  expect([plateauOf([]), plateauOf(points([NaN])), plateauOf(points([1]))]).toEqual([null, null, null]);
});
