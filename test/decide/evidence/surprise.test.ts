import { describe, expect, it } from "vitest";
import { surpriseAt, surpriseBy, surpriseByRoot } from "../../../kernel-lib/src/decide/evidence/surprise.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const exponential = (rows: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => -Math.log(1 - random.next()));
};

/** The surprises of all rows. */
function surpriseOf(scores: Float64Array, block: number, least: number): Float64Array {
  const own = surpriseBy(scores, block, least);
  return scores.map((_, row) => surpriseAt(own, row));
}

describe("surprise", () => {
  it("is not told by the third of blocks that holds events", () => {
    const calm = exponential(20_000, 4);
    const wild = calm.map((value, i) => (i % 200 === 0 ? value + 40 : value));
    const [before, after] = [calm, wild].map((values) => surpriseOf(values, 50, 0.3)[199 * 50]);
    expect(Math.abs(after - before)).toBeLessThan(3);
    expect(surpriseOf(wild, 50, 0.3)[200]).toBeGreaterThan(15);
  });

  it("is the same whatever unit and zero a detector scores from", () => {
    const scores = exponential(2_000, 5);
    const other = scores.map((score) => 8 * score - 3);
    const [one, two] = [surpriseOf(scores, 50, 0.001), surpriseOf(other, 50, 0.001)];
    for (let row = 0; row < scores.length; row++) expect(two[row]).toBeCloseTo(one[row], 9);
  });

  it("is that of the least score where a detector cannot judge", () => {
    const scores = exponential(500, 6);
    scores[7] = NaN;
    const own = surpriseBy(scores, 25, 0.3);
    const least = scores.reduce((low, score, row) => (score < scores[low] ? row : low), 0);
    expect(surpriseAt(own, 7)).toBe(surpriseAt(own, least));
    expect(surpriseAt(own, 7)).toBeLessThan(0);
    expect(surpriseOf(new Float64Array(40).fill(NaN), 5, 0.3)).toEqual(new Float64Array(40));
  });

  it("of constant scores is the same in every row and finite", () => {
    const [first, ...others] = surpriseOf(new Float64Array(60).fill(4), 5, 0.3);
    expect(first).toBeLessThanOrEqual(0.5);
    expect(others.every((each) => each === first)).toBe(true);
  });

  it("takes a root back to the log chance that it was", () => {
    const own = surpriseByRoot(Float64Array.of(4, 0, -2, NaN));
    expect([0, 1, 2, 3].map((row) => surpriseAt(own, row))).toEqual([8, 0, 0, 0]);
  });
});
