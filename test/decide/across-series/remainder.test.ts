import { describe, expect, it } from "vitest";
import { remainderOf } from "../../../kernel-lib/src/decide/across-series/remainder.js";

const remainder = (values: readonly number[], expected: readonly number[]): number[] => [
  ...remainderOf({ values: Float64Array.from(values), expected: Float64Array.from(expected) }),
];

describe("what a series leaves unexplained", () => {
  it("is value less expected value, unknown where either is", () => {
    expect(remainder([5, NaN, 1, 2], [2, 3, NaN, 4])).toEqual([3, NaN, NaN, -2]);
    expect(remainder([], [])).toEqual([]);
  });

  it("stays finite at the ends of what a number can be", () => {
    const most = Number.MAX_VALUE;
    expect(remainder([most, -most], [-most, most])).toEqual([most, -most]);
  });
});
