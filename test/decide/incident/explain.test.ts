import { expect, test } from "vitest";
import { deviationFrom, isPercentTelling } from "../../../kernel-lib/src/decide/incident/explain.js";

test.each([
  [150, 100, true],
  [0, 100, true],
  [-20, 100, false],
  [5, -2, false],
  [-4, -2, true],
  [-441.7, -51, false],
  [1050, 100, true],
  [1.2, 0.1, false],
  [3, 0, false],
])("%d instead of %d: percent says something, %s", (value, expected, telling) => {
  expect(isPercentTelling(value, expected)).toBe(telling);
});

test("deviations of the largest numbers stay numbers", () => {
  expect(deviationFrom(-1.7e308, 1.7e308)).toEqual({
    deviation: Number.MAX_VALUE,
    deviationPercent: expect.closeTo(105.75, 1) as number,
  });
});
