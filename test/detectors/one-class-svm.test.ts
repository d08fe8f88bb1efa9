import { describe, expect, it } from "vitest";
import { noPause } from "../../kernel-lib/src/numeric/pause.js";
import { addKernelsPlain } from "../../kernel-lib/src/numeric/one-class-svm/add-kernels.js";
import { scaleGamma } from "../../kernel-lib/src/numeric/one-class-svm/rbf.js";
import { solveOneClass, type OneClassSolution } from "../../kernel-lib/src/numeric/one-class-svm/solve.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { spearman } from "../../kernel-lib/src/numeric/statistics.js";
import { golden, goldenMatrix } from "../golden/golden.js";

function solve(values: Float64Array, columns: number, nu: number, tolerance: number): Promise<OneClassSolution> {
  return solveOneClass(values, columns, { nu, gamma: scaleGamma(values, columns), tolerance }, addKernelsPlain, noPause);
}

/** Correlated normal columns with some far rows. */
function cloud(rows: number, columns: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows * columns }, (_, i) => random.normal() * (Math.floor(i / columns) % 97 === 0 ? 4 : 1));
}

describe("one-class support vector machine", () => {
  it.each(Object.keys(golden.oneClassSvm))("equals scikit-learn's on %s", async (name) => {
    const { columns, values } = goldenMatrix(name);
    const wanted = golden.oneClassSvm[name];
    const tolerance = 1e-6;
    const found = await solve(values, columns, wanted.nu, tolerance);
    expect(found.gap).toBeLessThan(tolerance);
    expect(Math.max(...found.decision.map((value, i) => Math.abs(value - wanted.decision[i])))).toBeLessThan(2 * tolerance);
    // Rows on the boundary are 0 in both up to the tolerance; their order is chance.
    const rounded = (decision: Float64Array): Float64Array => decision.map((value) => Math.round(value / 1e-5));
    expect(spearman(rounded(found.decision), rounded(Float64Array.from(wanted.decision)))).toBeGreaterThan(0.9999);
    expect(found.offset).toBeCloseTo(wanted.offset, 4);
    expect(Math.abs(found.weights.length - wanted.supportVectors)).toBeLessThanOrEqual(Math.ceil(wanted.supportVectors * 0.01));
  });

  it("solves on an active set what it solves as a whole", async () => {
    const columns = 3;
    const values = cloud(5000, columns, 3);
    for (const nu of [0.003, 0.05, 0.6]) {
      const found = await solve(values, columns, nu, 1e-5);
      expect(found.gap).toBeLessThan(1e-5);
      expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(nu * 5000, 6);
      const outside = found.decision.filter((value) => value < -1e-4).length;
      expect(outside).toBeLessThanOrEqual(nu * 5000);
      expect(found.weights.length).toBeGreaterThanOrEqual(nu * 5000);
    }
  });

  it("is not shaken by thousands of duplicates, by equal rows only, or by nu 1", async () => {
    const values = cloud(300, 2, 5);
    const heap = new Float64Array(2 * 4300);
    heap.set(values);
    const { decision, gap } = await solve(heap, 2, 0.01, 1e-3);
    expect(gap).toBeLessThan(1e-3);
    expect(decision.every(Number.isFinite)).toBe(true);
    expect([...(await solve(new Float64Array(60).fill(3), 3, 0.1, 1e-3)).decision].every((value) => Math.abs(value) < 1e-9)).toBe(true);
    expect((await solve(values, 2, 1, 1e-3)).decision.every(Number.isFinite)).toBe(true);
  });
});
