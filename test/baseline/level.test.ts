import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refitLevel, smoothLevel } from "../../kernel-lib/src/baseline/level.js";
import { column, farthest, golden } from "./golden/golden.js";

test("the level as the oracle's", () => {
  for (const { x, w, h, u } of golden("core.json", "level"))
    expect(farthest(smoothLevel(column(x), column(w), h), u)).toBeLessThan(1e-8);
});

describe("a straight line", () => {
  // Known rows of a block need not lie about its middle: at most 1.09 rows, of all lengths and a dozen half-power periods.
  test("is kept to about a row, at both ends and over gaps", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 300 }),
        fc.double({ min: 3, max: 2000, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (n, halfPower, slope) => {
          const x = Float64Array.from({ length: n }, (_, i) => 7 + slope * i);
          const w = x.map((_, i) => Number(i % 5 > 0));
          return smoothLevel(x, w, halfPower).every(
            (value, i) => Math.abs(value - x[i]) <= 1.1 * Math.abs(slope) + 1e-6,
          );
        },
      ),
    );
  });

  test("is all that a half-power period of twelve lengths leaves", () => {
    const x = Float64Array.from({ length: 120 }, (_, i) => Math.sin(i / 9) + 0.1 * i);
    const u = smoothLevel(x, x.slice().fill(1), 12 * 120);
    const bend = u.slice(2).map((value, i) => value - 2 * u[i + 1] + u[i]);
    expect(Math.max(...bend.map(Math.abs))).toBeLessThan(0.02);
  });
});

test("a value of weight 0 is not looked at", () => {
  const x = new Float64Array(40).fill(3);
  const w = new Float64Array(40).fill(1);
  x[20] = NaN;
  w[20] = 0;
  expect(farthest(smoothLevel(x, w, 30), new Array(40).fill(3))).toBeLessThan(1e-9);
});

test("a part fitted anew and its residual still add up to the series", () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => Math.cos(i / 11) + (i % 7));
  for (const halfPower of [10, 100]) {
    const level = x.map((_, i) => i / 50);
    const residual = x.map((value, i) => value - level[i]);
    refitLevel(residual, x.slice().fill(1), halfPower, level);
    expect(
      farthest(
        level.map((value, i) => value + residual[i]),
        [...x],
      ),
    ).toBeLessThan(1e-12);
    expect(farthest(level, [...smoothLevel(x, x.slice().fill(1), halfPower)])).toBeLessThan(1e-9);
  }
});
