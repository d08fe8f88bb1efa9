import { expect, test } from "vitest";
import { cyclesOf } from "../../../kernel-lib/src/baseline/seasons/cycles.js";
import type { Step } from "../../../kernel-lib/src/baseline/types.js";
import { golden } from "../golden/golden.js";

test("cycles as the oracle's", () => {
  for (const { step, n, cycles } of golden("core.json", "cycles")) {
    const own: Step = step === "M" ? "month" : step === "Q" ? "quarter" : step;
    const { periods, unit, rowsPerYear } = cyclesOf(own, n);
    expect([periods, unit]).toEqual(cycles.slice(0, 2));
    expect(rowsPerYear).toBeCloseTo(cycles[2], 9);
  }
});
