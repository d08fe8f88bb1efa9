import Svm from "libsvm-js/asm";
import { IsolationForest } from "ml-isolation-forest";
import { expect, it } from "vitest";
import { growForest } from "../../kernel-lib/src/numeric/isolation-forest/grow.js";
import { isolationScores } from "../../kernel-lib/src/numeric/isolation-forest/isolation-scores.js";
import { scaleGamma } from "../../kernel-lib/src/numeric/one-class-svm/kernel-machine.js";
import { rowsOf as sourceOf } from "../../kernel-lib/src/numeric/row-source.js";
import { oneClassSvm } from "../../kernel-lib/src/numeric/one-class-svm/one-class-svm.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { spearman } from "../../kernel-lib/src/numeric/statistics.js";
import { goldenMatrix } from "../golden/golden.js";

/** Independent programs for the same methods, beside scikit-learn. */

function rowsOf({ columns, values }: { readonly columns: number; readonly values: Float64Array }): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) => [
    ...values.subarray(row * columns, (row + 1) * columns),
  ]);
}

it("One-Class SVM has the support vectors and, off the boundary, the sides that libsvm finds", async () => {
  const matrix = goldenMatrix("clusters");
  const gamma = await scaleGamma(sourceOf(matrix.values, matrix.columns));
  const ours = await oneClassSvm(matrix.values, matrix.columns, { nu: 0.1, gamma, tolerance: 1e-6 });
  const svm = new Svm({
    type: Svm.SVM_TYPES.ONE_CLASS,
    kernel: Svm.KERNEL_TYPES.RBF,
    gamma,
    nu: 0.1,
    tolerance: 1e-6,
    quiet: true,
  });
  const rows = rowsOf(matrix);
  svm.train(
    rows,
    rows.map(() => 1),
  );
  const sides = svm.predict(rows);
  expect(Math.abs(svm.getSVIndices().length - ours.supports.length)).toBeLessThanOrEqual(1);
  svm.free();
  // libsvm-js keeps six digits of the offset.
  ours.decision.forEach((value, row) => {
    if (Math.abs(value) > 1e-4) expect(Math.sign(value)).toBe(sides[row]);
  });
});

it("Isolation Forest ranks rows much as ml-isolation-forest does", async () => {
  const matrix = goldenMatrix("clusters");
  const ours = await isolationScores(
    growForest(matrix.values, matrix.columns, 300, 256, createRandom(1)),
    matrix.values,
  );
  const other = new IsolationForest({ nEstimators: 300 });
  const rows = rowsOf(matrix);
  other.train(rows);
  expect(spearman(ours, Float64Array.from(other.predict(rows)))).toBeGreaterThan(0.8);
});
