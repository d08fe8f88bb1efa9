import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";
import { robustFit } from "../robust-fit.js";
import { backfit, emptyParts, type Plan } from "../seasons/backfit.js";
import { stepsOf } from "./transform-choice.js";
import type { JudgedChanges } from "./judged-changes.js";
import type { LongProblem } from "./long-problem.js";

/** Fits on the planned level. */
const ITERATIONS = 2;

/**
 * The sizes of the lasting changes by least squares beside level and seasons of a plan, instead of by medians of the rows
 * around: what level and seasons leave of the series on what they leave of a step at each change (Frisch and Waugh 1933).
 * O(n) a change.
 */
export function withFittedSizes(
  problem: LongProblem,
  x: Float64Array,
  judged: JudgedChanges,
  plan: Plan,
): JudgedChanges {
  const { lasting, steps, weight } = judged;
  if (lasting.length === 0) return judged;
  const { periods, year, n } = problem;
  const flat = x.map((value, i) => value - steps[i]);
  const fit = robustFit(flat, weight, periods, plan, year, ITERATIONS);
  const columns = lasting.map(({ row }) => {
    const step = new Float64Array(n).fill(1, row);
    return backfit(emptyParts(step, periods), fit.weights, periods, plan, year, 2).residual;
  });
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += fit.weights[i] * a[i] * b[i];
    return sum;
  };
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  columns.forEach((a, i) =>
    columns.forEach((b, j) => (matrix[i * size + j] = product(a, b) * (i === j ? 1 + 1e-6 : 1))),
  );
  const lower = cholesky(matrix, size);
  if (lower === null) return judged;
  const more = choleskySolve(
    lower,
    size,
    Float64Array.from(columns, (column) => product(column, fit.residual)),
  );
  const fitted = lasting.map((change, k) => ({ ...change, size: change.size + more[k] }));
  // Where level and seasons could make up the step, nothing is learnt of its size.
  if (fitted.some(({ size: own }, k) => !(own / lasting[k].size > 0.5 && own / lasting[k].size < 2))) return judged;
  return { ...judged, lasting: fitted, steps: stepsOf(fitted, n) };
}
