import { expect, test } from "vitest";
import { gapFactors, hatValues } from "../../../kernel-lib/src/baseline/long/leave-one-out.js";
import { column, farthest, golden } from "../golden/golden.js";

interface Case {
  readonly n: number;
  readonly periods: number[];
  readonly h: number;
  readonly stiffness: number[];
  readonly hat: number[];
  readonly errors: (number | null)[];
  readonly noise: number[];
  readonly clean: number[];
  readonly middle: number;
  readonly far: number;
}

test.each(golden<Case[]>("whole.json", "one row out"))(
  "a row bends its fit, and hidden errors are wider, as the oracle says (%#)",
  ({ n, periods, h, stiffness, hat, errors, noise, clean, middle, far }) => {
    expect(farthest(hatValues(n, periods, { levelPeriod: h, stiffness, year: false }), hat)).toBeLessThan(1e-9);
    const gaps = gapFactors(column(errors), column(noise), column(clean));
    expect(farthest([gaps.middle, gaps.far], [middle, far])).toBeLessThan(1e-9);
  },
);

test("a straight line is bent most at its ends, a fixed season by one in so many cycles, and no row makes its own fit", () => {
  const hat = hatValues(700, [7], { levelPeriod: 8400, stiffness: [Infinity], year: false });
  expect(hat[350]).toBeGreaterThan(1 / 100);
  expect(hat[350]).toBeLessThan(hat[0]);
  expect(hat[0]).toBeCloseTo(hat[699], 12);
  expect(Math.max(...hatValues(20, [7], { levelPeriod: 3, stiffness: [2], year: false }))).toBeLessThanOrEqual(0.6);
});

test("too few hidden errors tell nothing", () => {
  const few = Float64Array.from({ length: 20 }, () => 9);
  const one = few.map(() => 1);
  expect(gapFactors(few, one, one)).toEqual({ middle: 1, far: 0 });
});
