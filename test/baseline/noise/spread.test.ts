import { expect, test } from "vitest";
import { bisquare, medianDeviation, scaleAboutZero } from "../../../kernel-lib/src/baseline/noise/spread.js";
import { column, farthest, golden } from "../golden/golden.js";

interface Case {
  readonly values: (number | null)[];
  readonly w: number[];
  readonly deviation: number;
  readonly scale: number;
  readonly weighted: number;
  readonly bisquare: number[];
}

test.each(golden<Case[]>("whole.json", "scales"))("robust scales are the oracle's (%#)", (one) => {
  const values = column(one.values);
  const told = [medianDeviation(values), scaleAboutZero(values), scaleAboutZero(values, one.w)];
  expect(farthest(told, [one.deviation, one.scale, one.weighted])).toBeLessThan(1e-10);
  expect(
    farthest(
      values.map((value) => bisquare(Number.isNaN(value) ? 0 : value, 5)),
      one.bisquare,
    ),
  ).toBeLessThan(1e-10);
});

test("nothing has no spread, and can be divided by its scale", () => {
  expect(medianDeviation(Float64Array.of(NaN))).toBe(0);
  expect(scaleAboutZero(Float64Array.of(0, 0))).toBe(1);
});
