import { expect, test } from "vitest";
import { bridgeLevels } from "../../../kernel-lib/src/baseline/changes/deseasonalise.js";

test("a gap lies on a line between the levels beside it, medians of as many rows as are missing", () => {
  const rest = Float64Array.of(1, 2, 30, 99, 99, 99, 99, 7, 8, 9, 99, 11);
  const w = Float64Array.of(1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1);
  const filled = bridgeLevels(rest, w, 3);
  expect([...filled.slice(3, 7)].map((value) => value.toFixed(1))).toEqual(["3.2", "4.4", "5.6", "6.8"]);
  expect(filled[10]).toBe(10);
  expect([...bridgeLevels(Float64Array.of(99, 4, 5, 99), Float64Array.of(0, 1, 1, 0), 7)]).toEqual([4, 4, 5, 5]);
});
