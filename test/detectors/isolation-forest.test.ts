import { describe, expect, it } from "vitest";
import { averagePathLength } from "../../kernel-lib/src/numeric/isolation-forest/average-path-length.js";
import { growForest } from "../../kernel-lib/src/numeric/isolation-forest/grow.js";
import { isolationScores } from "../../kernel-lib/src/numeric/isolation-forest/isolation-scores.js";
import { scoreForest } from "../../kernel-lib/src/numeric/isolation-forest/score.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { spearman } from "../../kernel-lib/src/numeric/statistics.js";
import { golden, goldenMatrix } from "../golden/golden.js";

describe("isolation forest", () => {
  it("average path length is scikit-learn's", () => {
    for (const [n, length] of Object.entries(golden.averagePathLength))
      expect(averagePathLength(Number(n))).toBeCloseTo(length, 14);
  });

  it("scores 3,000 trees as close to scikit-learn as scikit-learn with another seed", () => {
    const { columns, values } = goldenMatrix("curve");
    const wanted = golden.isolationForest.curve;
    const found = scoreForest(growForest(values, columns, wanted.trees, 256, createRandom(7)), values);
    const differences = found.map((score, i) => Math.abs(score - wanted.scores[i]));
    // Two scikit-learn runs differ by chance as well; ours may differ by a fifth more, chance included.
    expect(1 - spearman(found, Float64Array.from(wanted.scores))).toBeLessThan(1.2 * (1 - wanted.selfSpearman));
    expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(
      1.2 * wanted.selfMeanDifference,
    );
    expect(Math.max(...differences)).toBeLessThan(1.5 * wanted.selfLargestDifference);
  });

  it("every row of a tree's sample is in one leaf, and leaves lead to themselves", () => {
    const { columns, values } = goldenMatrix("clusters");
    const forest = growForest(values, columns, 5, 64, createRandom(1));
    for (let node = 0; node < forest.left.length; node++) {
      if (forest.split[node] === Infinity) expect([0, node % forest.stride]).toContain(forest.left[node]);
      else expect(forest.left[node]).toBeGreaterThan(node % forest.stride);
    }
  });

  it("scores the same bytes in WebAssembly", async () => {
    for (const [name, subsample] of [
      ["curve", 256],
      ["duplicates", 16],
      ["far", 1000],
    ] as const) {
      const { columns, values } = goldenMatrix(name);
      const forest = growForest(values, columns, 30, subsample, createRandom(3));
      expect(await isolationScores(forest, values)).toEqual(scoreForest(forest, values));
    }
  });

  it("scores 0.5 when all rows are equal", () => {
    const values = new Float64Array(40).fill(2);
    expect(
      [...scoreForest(growForest(values, 2, 10, 256, createRandom(1)), values)].every((score) => score === 0.5),
    ).toBe(true);
  });
});
