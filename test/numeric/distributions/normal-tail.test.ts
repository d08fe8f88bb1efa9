import { describe, expect, test } from "vitest";
import { normalTail, normalTailInverse } from "../../../kernel-lib/src/numeric/distributions/normal-tail.js";

describe("the tail of a normal distribution", () => {
  // Python 3: 0.5 * math.erfc(z / math.sqrt(2))
  test.each([
    [0, 0.5],
    [1, 0.158655253931457],
    [3, 0.00134989803163009],
    [6, 9.86587645037698e-10],
    [10, 7.61985302416052e-24],
  ])("beyond %d lies a share of %d", (z, share) => {
    expect(normalTail(z) / share).toBeCloseTo(1, 10);
    expect(normalTailInverse(share)).toBeCloseTo(z, 9);
  });
});
