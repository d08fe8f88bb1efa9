import { describe, expect, it } from "vitest";
import { bruteForceNeighbours } from "../../kernel-lib/src/numeric/neighbours/brute-force.js";
import { localOutlierFactors } from "../../kernel-lib/src/numeric/neighbours/local-outlier-factor.js";
import { golden, goldenMatrix, largestRelativeDifference } from "../golden/golden.js";

describe("local outlier factors", () => {
  it.each(Object.keys(golden.localOutlierFactor))("equal scikit-learn's on %s", async (name) => {
    const { columns, values } = goldenMatrix(name);
    const { neighbours, factors } = golden.localOutlierFactor[name];
    const found = localOutlierFactors(await bruteForceNeighbours(values, columns, neighbours));
    expect(largestRelativeDifference(found, factors)).toBeLessThan(1e-9);
  });

  it("ties go to the earlier row", async () => {
    const square = Float64Array.of(0, 0, 1, 0, 0, 1, 1, 1, 0.5, 0.5);
    const { index } = await bruteForceNeighbours(square, 2, 2);
    expect([...index]).toEqual([4, 1, 4, 0, 4, 0, 4, 1, 0, 1]);
  });
});
