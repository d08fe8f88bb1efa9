import { describe, expect, test } from "vitest";
import { flag } from "../../../kernel-lib/src/decide/score/flag.js";

describe("flag", () => {
  test("flags what lies above a fixed threshold and may flag nothing", () => {
    expect([...flag(Float64Array.of(1, 5, 2, NaN), { kind: "fixed", value: 3 }, 0.5).flags]).toEqual([0, 1, 0, 0]);
    expect([...flag(Float64Array.of(1, 1, 2), { kind: "fixed", value: 3 }, 0.5).flags]).toEqual([0, 0, 0]);
  });

  test("measures deviations in the scores' own spread", () => {
    const scores = Float64Array.of(1, 2, 3, 4, 5, 100);
    expect([...flag(scores, { kind: "deviations", value: 5 }, 0.5).flags]).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test("contamination is a cap, also when scores tie", () => {
    const scores = Float64Array.of(...new Array<number>(90).fill(0), 9, 9, 9, 8, 8, 8, 7, 7, 7, 7);
    expect(flag(scores, { kind: "fixed", value: 3 }, 0.05).flags.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(
      5,
    );
    expect(
      flag(Float64Array.of(1, 2, 3), { kind: "fixed", value: 0 }, 0.05).flags.reduce((sum, one) => sum + one),
    ).toBe(1);
  });

  test("flags nothing where nothing was judged", () => {
    expect([...flag(Float64Array.of(NaN, NaN), { kind: "deviations", value: 3 }, 0.5).flags]).toEqual([0, 0]);
  });
});
