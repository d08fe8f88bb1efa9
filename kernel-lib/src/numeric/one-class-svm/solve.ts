import { partOf, type Checkpoint } from "../checkpoint.js";
import type { KernelMachine } from "./kernel-machine.js";
import { firstWeights } from "./first-weights.js";
import { CLOSE, estimateSums, mayEstimate } from "./inside.js";
import { boundary, optimality } from "./optimality.js";
import { valuesAt, where } from "./supports.js";
import type { OneClassProblem } from "./problem.js";

export interface OneClassSolution {
  /** Signed distance of each row from the boundary in kernel units: positive inside, as scikit-learn's `decision_function`. */
  readonly decision: Float64Array;
  /** ρ: the kernel sum at the boundary. */
  readonly offset: number;
  /** The rows that carry weight. */
  readonly supports: Int32Array;
  /** Their weights, up to 1. */
  readonly weights: Float64Array;
  /** Largest violation of the optimality conditions over all rows, measured at the end. */
  readonly gap: number;
  /** Pairs moved. */
  readonly steps: number;
}

/** Rows whose kernel sum lies within this share above the boundary's may yet come to matter. */
const NEAR = 0.02;

/**
 * One-class support vector machine (Schölkopf, Platt, Shawe-Taylor, Smola, Williamson 2001), exact to `tolerance`.
 *
 * Only rows near the boundary can carry weight, so the problem is solved on an active set of them; the kernel sums of all
 * rows are then brought up to date, rows that violate the optimality conditions join, and so on until none does. The
 * first active set comes from samples of evenly spaced rows, each sixteen times as large as the one before it and solved
 * on what that one tells to be the outermost. With nu × rows support vectors the cost is about nu × rows² kernel values,
 * the memory a few numbers a row. In long series the sums of rows well inside the boundary are estimated (`estimateSums`).
 */
export async function solveOneClass(
  machine: KernelMachine,
  problem: OneClassProblem,
  checkpoint: Checkpoint,
): Promise<OneClassSolution> {
  const { rows } = machine;
  const { tolerance } = problem;
  const { alpha, guess } = await firstWeights(machine, problem, partOf(checkpoint, 0, 0.1));
  const settled = new Float64Array(rows);
  const sums = new Float64Array(rows);
  let active = guess;
  let own = await sumsAt(machine, active, alpha, partOf(checkpoint, 0.1, 0.2));
  let steps = 0;
  for (let round = 0; ; round++) {
    const watch = partOf(checkpoint, 1 - 0.8 / (round + 1), 1 - 0.8 / (round + 2));
    const whole = active.length === rows;
    steps += await settle(machine, active, alpha, own, whole ? tolerance : tolerance / 2, partOf(watch, 0, 0.3));
    if (!whole) await addChanges(machine, problem, { active, own, alpha, settled, sums }, partOf(watch, 0.3, 0.9));
    active.forEach((row, k) => (sums[row] = own[k]));
    if (!whole && optimality(alpha, sums).gap < tolerance)
      await refine(machine, active, alpha, sums, partOf(watch, 0.9, 1));
    const { gap, highest } = optimality(alpha, sums);
    if (gap < tolerance || whole) return conclude(alpha, sums, gap, steps);
    const newcomers = newcomersTo(active, sums, highest * (1 + NEAR));
    const exact = await sumsAt(machine, newcomers, alpha, partOf(watch, 0.9, 1));
    newcomers.forEach((row, k) => (sums[row] = exact[k]));
    active = merged(active, newcomers);
    own = valuesAt(sums, active);
  }
}

/** Kernel sums of some rows in double precision. */
function sumsAt(
  machine: KernelMachine,
  rows: Int32Array,
  alpha: Float64Array,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const supports = where(alpha.length, (row) => alpha[row] > 0);
  return machine.exactly(rows, supports, valuesAt(alpha, supports), checkpoint);
}

/** Solves the problem on some rows, whose kernel sums are `own`; returns the pairs moved. */
async function settle(
  machine: KernelMachine,
  rows: Int32Array,
  alpha: Float64Array,
  own: Float64Array,
  tolerance: number,
  checkpoint: Checkpoint,
): Promise<number> {
  const weights = valuesAt(alpha, rows);
  const steps = await machine.solve(rows, weights, own, tolerance, checkpoint);
  rows.forEach((row, k) => (alpha[row] = weights[k]));
  return steps;
}

/** Double precision costs three times as much: no gain where more than one row in so many is close to the boundary. */
const MOST_CLOSE = 4;

/** Where the search stands: the active rows and their kernel sums, all weights, those that are in the sums of all rows, and these. */
interface State {
  readonly active: Int32Array;
  readonly own: Float64Array;
  readonly alpha: Float64Array;
  readonly settled: Float64Array;
  readonly sums: Float64Array;
}

/**
 * Brings the kernel sums of all rows up to the weights that changed since the last time. Where many did, in a long series, those
 * well inside the boundary are estimated, and those close to it known exactly.
 */
async function addChanges(
  machine: KernelMachine,
  { landmarks }: OneClassProblem,
  { active, own, alpha, settled, sums }: State,
  checkpoint: Checkpoint,
): Promise<void> {
  const changed = where(alpha.length, (row) => alpha[row] !== settled[row]);
  const differences = Float64Array.from(changed, (row) => alpha[row] - settled[row]);
  settled.set(alpha);
  if (mayEstimate(machine.rows, changed.length, landmarks)) {
    const supports = where(alpha.length, (row) => alpha[row] > 0);
    const { highest } = optimality(valuesAt(alpha, active), own);
    const weights = valuesAt(alpha, supports);
    const watch = partOf(checkpoint, 0, 0.7);
    const estimated = await estimateSums(machine, supports, weights, highest, landmarks, watch);
    const close = estimated && newcomersTo(active, estimated, highest * (1 + CLOSE));
    if (close && close.length * MOST_CLOSE <= machine.rows) {
      const exact = await machine.exactly(close, supports, weights, partOf(checkpoint, 0.7, 1));
      sums.set(estimated);
      close.forEach((row, k) => (sums[row] = exact[k]));
      return;
    }
  }
  await machine.add(changed, differences, sums, checkpoint);
}

/** Sums of passive rows close to the boundary once more in double precision, so that the gap that is measured is the true one. */
async function refine(
  machine: KernelMachine,
  active: Int32Array,
  alpha: Float64Array,
  sums: Float64Array,
  checkpoint: Checkpoint,
): Promise<void> {
  const close = newcomersTo(active, sums, optimality(alpha, sums).highest * (1 + NEAR / 2));
  const exact = await sumsAt(machine, close, alpha, checkpoint);
  close.forEach((row, k) => (sums[row] = exact[k]));
}

/** Rows that are not active though their sum is below the limit. */
function newcomersTo(active: Int32Array, sums: Float64Array, limit: number): Int32Array {
  const member = new Uint8Array(sums.length);
  for (const row of active) member[row] = 1;
  return where(sums.length, (row) => member[row] === 0 && sums[row] < limit);
}

function merged(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both.sort();
}

function conclude(alpha: Float64Array, sums: Float64Array, gap: number, steps: number): OneClassSolution {
  const offset = boundary(alpha, sums);
  const supports = where(alpha.length, (row) => alpha[row] > 0);
  return {
    decision: sums.map((sum) => sum - offset),
    offset,
    supports,
    weights: valuesAt(alpha, supports),
    gap,
    steps,
  };
}
