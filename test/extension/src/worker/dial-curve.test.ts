import { expect, test } from "vitest";
import { naturalBreaks } from "../../../../extension/src/worker/dial-curve.js";

test("a natural stop is where the count stood still and then leaps", () => {
  const at = [0, 10, 20, 30, 40, 50, 60];
  expect(naturalBreaks(at, [0, 2, 2, 2, 6, 6, 7])).toEqual([30]);
  expect(naturalBreaks(at, [0, 1, 2, 3, 4, 5, 6])).toEqual([]);
  expect(naturalBreaks(at, [0, 0, 0, 0, 5, 5, 5])).toEqual([]);
});
