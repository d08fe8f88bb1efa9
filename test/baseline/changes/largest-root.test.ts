import { expect, test } from "vitest";
import { largestRoot } from "../../../kernel-lib/src/baseline/changes/largest-root.js";

test("the largest root of an autoregression", () => {
  expect(largestRoot(new Float64Array([0.5]))).toBeCloseTo(0.5, 12);
  expect(largestRoot(new Float64Array([1.2, -0.72]))).toBeCloseTo(Math.sqrt(0.72), 10);
  // (1 − 0.9 B)(1 − 0.5 B)(1 + 0.3 B)
  expect(largestRoot(new Float64Array([1.1, -0.03, -0.135]))).toBeCloseTo(0.9, 10);
});
