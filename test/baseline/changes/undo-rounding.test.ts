import { expect, test } from "vitest";
import { undoRounding } from "../../../kernel-lib/src/baseline/changes/undo-rounding.js";
import { rowNoise } from "../golden/rows.js";

const middleOf = (values: Float64Array): number => {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1];
};

test("the median of rounded values is that of the quantity", () => {
  const quantity = rowNoise(400).map((value) => 20.3 + 0.6 * value);
  const rounded = quantity.map(Math.round);
  expect(Math.abs(middleOf(rounded) - middleOf(quantity))).toBeGreaterThan(0.2);
  expect(Math.abs(middleOf(undoRounding(rounded)) - middleOf(quantity))).toBeLessThan(0.1);
});

test("values stay within half a step, the same each time", () => {
  const rounded = rowNoise(300).map((value) => 0.5 * Math.round(2 * value));
  const undone = undoRounding(rounded);
  expect(undone.every((value, i) => Math.abs(value - rounded[i]) <= 0.25)).toBe(true);
  expect(Array.from(undoRounding(rounded))).toEqual(Array.from(undone));
});

test("fine values stay as they are, and so does a constant", () => {
  const fine = rowNoise(300);
  expect(undoRounding(fine)).toBe(fine);
  expect(Array.from(undoRounding(new Float64Array(5).fill(3)))).toEqual([3, 3, 3, 3, 3]);
});
