import { expect, test } from "vitest";
import { compareLevels, comparisonOf } from "../../../kernel-lib/src/baseline/changes/compare-levels.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** Noise in whole numbers, so that there are ties, with a step. */
function blocksWithStep(count: number, at: number): Float64Array {
  const random = createRandom(count);
  return Float64Array.from({ length: count }, (_, k) => Math.round(3 * random.normal()) + (k >= at ? 12 : 0));
}

test.each([4, 11, 15])("a step is where it was made, %i blocks a side", (side) => {
  const blocks = blocksWithStep(400, 230);
  const { block, size, strength } = compareLevels(blocks, { width: side, rows: 1, side }, 400, 3, 1e-9);
  expect(Math.abs(block - 230)).toBeLessThanOrEqual(2);
  expect(size).toBeGreaterThan(8);
  expect(strength).toBeGreaterThan(side > 4 ? 1 : 0.4);
});

test("steady growth is no step", () => {
  const blocks = blocksWithStep(400, 1000).map((value, k) => value + 2 * k);
  expect(compareLevels(blocks, comparisonOf(14), 400, 3, 1e-9).strength).toBeLessThan(1);
});
