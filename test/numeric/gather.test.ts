import { expect, test } from "vitest";
import { gather, scatter } from "../../kernel-lib/src/numeric/gather.js";

test("what is scattered is gathered again", () => {
  const places = Int32Array.of(0, 2, 3);
  const values = Float64Array.of(5, 6, 7);
  expect(scatter(values, places, 5, NaN)).toEqual(Float64Array.of(5, NaN, 6, 7, NaN));
  expect(gather(scatter(values, places, 5, NaN), places)).toEqual(values);
  expect(scatter(Uint8Array.of(1, 1, 0), places, 4, 0)).toEqual(Uint8Array.of(1, 0, 1, 0));
});

test("without places nothing is copied", () => {
  const values = Float64Array.of(1, 2);
  expect(gather(values, null)).toBe(values);
  expect(scatter(values, null, 2, NaN)).toBe(values);
});
