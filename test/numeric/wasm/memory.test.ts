import { expect, it } from "vitest";
import { computeWith, type Compute } from "../../../kernel-lib/src/numeric/compute.js";
import { growForest } from "../../../kernel-lib/src/numeric/isolation-forest/grow.js";
import { isolationBytes, isolationScores } from "../../../kernel-lib/src/numeric/isolation-forest/isolation-scores.js";
import { outlierFactorBytes, outlierFactors } from "../../../kernel-lib/src/numeric/neighbours/outlier-factors.js";
import { oneClassBytes, oneClassSvm } from "../../../kernel-lib/src/numeric/one-class-svm/one-class-svm.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** Bytes that a piece of work has made the memory grow to. */
async function grownTo(work: (compute: Compute) => Promise<unknown>): Promise<number> {
  const compute = computeWith(null);
  let most = 0;
  await work({
    ...compute,
    use: (piece) =>
      compute.use(async (workspace) => {
        const result = await piece(workspace);
        most = Math.max(most, workspace!.bytes);
        return result;
      }),
  });
  return most;
}

const random = createRandom(4);
const sizes: [rows: number, columns: number][] = [
  [700, 3],
  [6000, 18],
  [20_000, 5],
];

it.each(sizes)("%i rows of %i columns take no more memory than is told before", async (rows, columns) => {
  const values = Float64Array.from({ length: rows * columns }, () => random.normal());
  expect(await grownTo((compute) => outlierFactors(values, columns, { neighbours: 20, compute }))).toBeLessThanOrEqual(
    outlierFactorBytes(rows, columns, 20),
  );
  for (const nu of [0.01, 0.2]) {
    expect(
      await grownTo((compute) => oneClassSvm(values, columns, { nu, gamma: 0, tolerance: 1e-2, compute })),
    ).toBeLessThanOrEqual(oneClassBytes(rows, columns, nu));
  }
  const forest = growForest(values, columns, 50, 256, createRandom(1));
  expect(await grownTo((compute) => isolationScores(forest, values, compute))).toBeLessThanOrEqual(
    isolationBytes(rows, columns, 50, 256),
  );
});

it("gives a memory back that has grown large, and keeps a small one", async () => {
  const compute = computeWith(null);
  const bytes = (): Promise<number> => compute.use((workspace) => Promise.resolve(workspace!.bytes));
  await compute.use((workspace) => Promise.resolve(workspace!.allocate(4 << 20)));
  expect(await bytes()).toBeGreaterThan(4 << 20);
  await compute.use((workspace) => Promise.resolve(workspace!.allocate(64 << 20)));
  expect(await bytes()).toBeLessThan(4 << 20);
});
