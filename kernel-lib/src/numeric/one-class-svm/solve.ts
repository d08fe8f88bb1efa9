import { partOf, type Pause } from "../pause.js";
import { KernelRows } from "./kernel-rows.js";
import { lowest } from "./lowest.js";
import { pickPoints, rbfPoints, type RbfPoints } from "./rbf.js";
import { solvePairs } from "./smo.js";

/** Settings of a one-class support vector machine with a radial kernel. */
export interface OneClassOptions {
  /** Upper bound of the share of rows outside, lower bound of the share of support vectors; 0 < nu ≤ 1. */
  readonly nu: number;
  readonly gamma: number;
  /** Largest violation of the optimality conditions that is left. */
  readonly tolerance: number;
}

export interface OneClassSolution {
  /** Signed distance of each row from the boundary in kernel units: positive inside, as scikit-learn's `decision_function`. */
  readonly decision: Float64Array;
  /** ρ: the kernel sum at the boundary. */
  readonly offset: number;
  /** The rows that carry weight, ready for the kernel, and their weights: all that is needed to judge other rows. */
  readonly supports: RbfPoints;
  readonly weights: Float64Array;
  /** Largest violation of the optimality conditions over all rows, measured at the end. */
  readonly gap: number;
  /** Pairs moved. */
  readonly steps: number;
}

/** Adds Σ weight K(row, support) to the sum of every row. */
export type AddKernels = (all: RbfPoints, supports: RbfPoints, weights: Float64Array, sums: Float64Array, pause: Pause) => Promise<void>;

/** Up to so many rows are solved as one problem; above, a sample of so many gives the first guess. */
const SAMPLE = 2000;

/**
 * One-class support vector machine (Schölkopf, Platt, Shawe-Taylor, Smola, Williamson 2001), exact to `tolerance`.
 *
 * Only rows near the boundary can carry weight, so the problem is solved on an active set of them; the kernel sums of all
 * rows are then brought up to date, rows that violate the optimality conditions join, and so on until none does. The
 * first active set comes from a solution of 2,000 evenly spaced rows. With nu × rows support vectors the cost is about
 * nu × rows² kernel values, the memory a few numbers a row.
 */
export async function solveOneClass(values: Float64Array, columns: number, options: OneClassOptions, addKernels: AddKernels, pause: Pause): Promise<OneClassSolution> {
  return solve(rbfPoints(values, columns, options.gamma), options, addKernels, pause);
}

async function solve(all: RbfPoints, options: OneClassOptions, addKernels: AddKernels, pause: Pause): Promise<OneClassSolution> {
  const alpha = await firstWeights(all, options, addKernels, partOf(pause, 0, 0.1));
  const settled = new Float64Array(all.rows);
  const sums = new Float64Array(all.rows);
  let active = alpha.active;
  let steps = 0;
  for (let round = 0; ; round++) {
    const watch = partOf(pause, 1 - 0.9 / (round + 1), 1 - 0.9 / (round + 2));
    const whole = active.length === all.rows;
    const solved = await solveActive(all, active, alpha.values, whole ? options.tolerance : options.tolerance / 2, partOf(watch, 0, 0.4));
    steps += solved.steps;
    if (!whole) await addChanges(all, alpha.values, settled, sums, addKernels, partOf(watch, 0.4, 1));
    active.forEach((row, k) => (sums[row] = solved.sums[k]));
    const { gap, highest } = optimality(alpha.values, sums);
    if (gap < options.tolerance || whole) return conclude(all, alpha.values, sums, gap, steps);
    active = widen(active, alpha.values, sums, highest + Math.max(0.02 * highest, gap));
  }
}

/** Weights to start from and the rows that may matter. */
async function firstWeights(all: RbfPoints, options: OneClassOptions, addKernels: AddKernels, pause: Pause): Promise<{ values: Float64Array; active: Int32Array }> {
  const values = new Float64Array(all.rows);
  const total = options.nu * all.rows;
  const full = Math.min(all.rows, Math.floor(total));
  if (all.rows <= SAMPLE) {
    values.fill(1, 0, full);
    if (full < all.rows) values[full] = total - full;
    return { values, active: lowest(values, all.rows) };
  }
  const sample = pickPoints(all, Int32Array.from({ length: SAMPLE }, (_, i) => Math.floor((i * all.rows) / SAMPLE)));
  const guess = await firstWeights(sample, options, addKernels, pause);
  await solveActive(sample, guess.active, guess.values, Math.max(1e-2, options.tolerance), pause);
  const sums = new Float64Array(all.rows);
  await addChanges(all, guess.values, new Float64Array(SAMPLE), sums, addKernels, pause, sample);
  const next = lowest(sums, full + 1);
  let last = 0;
  for (let k = 1; k < next.length; k++) if (sums[next[k]] >= sums[next[last]]) last = k;
  next.forEach((row, k) => (values[row] = k === last && next.length > full ? total - full : 1));
  return { values, active: lowest(sums, Math.ceil(2.5 * total) + 16) };
}

/** Solves on the active rows alone (all others weigh nothing) and writes their weights back. */
async function solveActive(all: RbfPoints, active: Int32Array, weights: Float64Array, tolerance: number, pause: Pause): Promise<{ sums: Float64Array; steps: number }> {
  const points = pickPoints(all, active);
  const rows = new KernelRows(points);
  const alpha = Float64Array.from(active, (row) => weights[row]);
  const gradient = new Float64Array(active.length);
  for (let k = 0; k < alpha.length; k++) {
    if (alpha[k] === 0) continue;
    const row = rows.row(k);
    for (let i = 0; i < gradient.length; i++) gradient[i] += alpha[k] * row[i];
    if (k % 16 === 0) await pause(k / alpha.length / 2);
  }
  const steps = await solvePairs(rows, { alpha, gradient }, tolerance, partOf(pause, 0.5, 1));
  active.forEach((row, k) => (weights[row] = alpha[k]));
  return { sums: gradient, steps };
}

/** Brings the kernel sums of all rows up to the weights that changed since the last time. */
async function addChanges(all: RbfPoints, weights: Float64Array, settled: Float64Array, sums: Float64Array, addKernels: AddKernels, pause: Pause, owner: RbfPoints = all): Promise<void> {
  const changed = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++) if (weights[row] !== settled[row]) changed[count++] = row;
  const rows = changed.slice(0, count);
  await addKernels(all, pickPoints(owner, rows), Float64Array.from(rows, (row) => weights[row] - settled[row]), sums, pause);
  settled.set(weights);
}

function optimality(alpha: Float64Array, sums: Float64Array): { readonly gap: number; readonly highest: number } {
  let highest = -Infinity;
  let least = Infinity;
  for (let row = 0; row < alpha.length; row++) {
    if (alpha[row] > 0 && sums[row] > highest) highest = sums[row];
    if (alpha[row] < 1 && sums[row] < least) least = sums[row];
  }
  return { gap: Math.max(0, highest - least), highest };
}

/** The active rows, those that carry weight, and those whose sum is below the limit. */
function widen(active: Int32Array, alpha: Float64Array, sums: Float64Array, limit: number): Int32Array {
  const member = new Uint8Array(alpha.length);
  for (const row of active) member[row] = 1;
  const next = new Int32Array(alpha.length);
  let count = 0;
  for (let row = 0; row < alpha.length; row++) if (member[row] || alpha[row] > 0 || sums[row] < limit) next[count++] = row;
  return next.slice(0, count);
}

function conclude(all: RbfPoints, alpha: Float64Array, sums: Float64Array, gap: number, steps: number): OneClassSolution {
  const offset = boundary(alpha, sums);
  const carrying = new Int32Array(alpha.length);
  let count = 0;
  for (let row = 0; row < alpha.length; row++) if (alpha[row] > 0) carrying[count++] = row;
  const rows = carrying.slice(0, count);
  return {
    decision: sums.map((sum) => sum - offset),
    offset,
    supports: pickPoints(all, rows),
    weights: Float64Array.from(rows, (row) => alpha[row]),
    gap,
    steps,
  };
}

/** ρ as in libsvm: the mean sum at rows strictly between the bounds, else midway between the bounded ones. */
function boundary(alpha: Float64Array, sums: Float64Array): number {
  let free = 0;
  let total = 0;
  let above = Infinity;
  let below = -Infinity;
  for (let row = 0; row < alpha.length; row++) {
    if (alpha[row] >= 1) below = Math.max(below, sums[row]);
    else if (alpha[row] <= 0) above = Math.min(above, sums[row]);
    else {
      free++;
      total += sums[row];
    }
  }
  if (free > 0) return total / free;
  if (above === Infinity) return below;
  return below === -Infinity ? above : (above + below) / 2;
}
