import { expect, test } from "vitest";
import { gapsBetween, linePath, marksPath, shareBetween } from "../../../../extension/webview/chart/paths.js";

test("a line is broken where a point is nowhere, in either direction", () => {
  expect(
    linePath([
      [0, 1],
      [1, NaN],
      [NaN, 2],
      [2, 3],
      [3, Infinity],
      [4, 5],
      [5, 6],
    ]),
  ).toBe("M0.0 1.0M2.0 3.0M4.0 5.0L5.0 6.0");
});

test("an incident without a value, as one of missing values, has no mark", () => {
  expect(
    marksPath(
      [
        [10, NaN],
        [20, 5],
        [NaN, 5],
      ],
      "h1",
    ),
  ).toBe("M20.0 5.0h1");
});

test("a place on the widest axis there is, on the narrowest, and on none", () => {
  expect(shareBetween(0, -1.7e308, 1.7e308)).toBe(0.5);
  expect(shareBetween(3, 3, 3)).toBe(0);
  expect(shareBetween(2, 1, 5)).toBe(0.25);
});

test("a line does not go over a stretch without values", () => {
  const gap = (from: number, to: number) => ({ from, to, periods: to - from });
  const isGap = gapsBetween([gap(21, 30), gap(3, 8)]);
  expect([isGap(0, 1), isGap(1, 2), isGap(2, 8), isGap(8, 20), isGap(20, 30), isGap(30, 40)]).toEqual([
    false,
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(gapsBetween([])(0, 100)).toBe(false);
});
