import { partOf, type Pause } from "../pause.js";
import type { KernelMachine } from "./kernel-machine.js";
import { lowest } from "./lowest.js";

/** What the solver is to reach. */
export interface OneClassProblem {
  /** Upper bound of the share of rows outside, lower bound of the share of support vectors; 0 < nu ≤ 1. */
  readonly nu: number;
  /** Largest violation of the optimality conditions that is left. */
  readonly tolerance: number;
}

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

/** Up to so many rows are solved as one problem; above, a sample of so many gives the first guess. */
const SAMPLE = 2000;

/** Rows whose kernel sum lies within this share above the boundary's may yet come to matter. */
const NEAR = 0.02;

/**
 * One-class support vector machine (Schölkopf, Platt, Shawe-Taylor, Smola, Williamson 2001), exact to `tolerance`.
 *
 * Only rows near the boundary can carry weight, so the problem is solved on an active set of them; the kernel sums of all
 * rows are then brought up to date, rows that violate the optimality conditions join, and so on until none does. The
 * first active set comes from a solution of 2,000 evenly spaced rows. With nu × rows support vectors the cost is about
 * nu × rows² kernel values, the memory a few numbers a row.
 */
export async function solveOneClass(machine: KernelMachine, problem: OneClassProblem, pause: Pause): Promise<OneClassSolution> {
  const { rows } = machine;
  const { tolerance } = problem;
  const { alpha, guess } = await firstWeights(machine, problem, partOf(pause, 0, 0.1));
  const settled = new Float64Array(rows);
  const sums = new Float64Array(rows);
  let active = guess;
  let steps = 0;
  for (let round = 0; ; round++) {
    const watch = partOf(pause, 1 - 0.9 / (round + 1), 1 - 0.9 / (round + 2));
    const whole = active.length === rows;
    const own = Float64Array.from(active, (row) => alpha[row]);
    const solved = await machine.solve(active, own, whole ? tolerance : tolerance / 2, partOf(watch, 0, 0.4));
    steps += solved.steps;
    active.forEach((row, k) => (alpha[row] = own[k]));
    if (!whole) await addChanges(machine, alpha, settled, sums, partOf(watch, 0.4, 1));
    active.forEach((row, k) => (sums[row] = solved.sums[k]));
    if (!whole && optimality(alpha, sums).gap < tolerance) await refine(machine, active, alpha, sums, watch);
    const { gap, highest } = optimality(alpha, sums);
    if (gap < tolerance || whole) return conclude(alpha, sums, gap, steps);
    active = widen(active, alpha, sums, highest * (1 + NEAR));
  }
}

/** Weights to start from and the rows that may matter. */
async function firstWeights(machine: KernelMachine, { nu, tolerance }: OneClassProblem, pause: Pause): Promise<{ alpha: Float64Array; guess: Int32Array }> {
  const { rows } = machine;
  const total = nu * rows;
  const alpha = spread(rows, total, (count) => Int32Array.from({ length: count }, (_, i) => i));
  if (rows <= SAMPLE) return { alpha, guess: lowest(alpha, rows) };
  const sample = Int32Array.from({ length: SAMPLE }, (_, i) => Math.floor((i * rows) / SAMPLE));
  const weights = spread(SAMPLE, nu * SAMPLE, (count) => Int32Array.from({ length: count }, (_, i) => Math.floor((i * SAMPLE) / count)));
  await machine.solve(sample, weights, Math.max(1e-2, tolerance), pause);
  const carrying = sample.filter((_, k) => weights[k] > 0);
  const sums = new Float64Array(rows);
  await machine.add(carrying, weights.filter((weight) => weight > 0), sums, pause);
  return { alpha: spread(rows, total, (count) => lowest(sums, count)), guess: lowest(sums, Math.ceil(2.5 * total) + 16) };
}

/** Weights that sum up to `total`: 1 for the rows chosen, what is left for the last of them. */
function spread(rows: number, total: number, choose: (count: number) => Int32Array): Float64Array {
  const alpha = new Float64Array(rows);
  const full = Math.min(rows, Math.floor(total));
  const chosen = choose(Math.min(rows, full + 1));
  chosen.forEach((row, k) => (alpha[row] = k < full ? 1 : total - full));
  return alpha;
}

/** Brings the kernel sums of all rows up to the weights that changed since the last time. */
async function addChanges(machine: KernelMachine, alpha: Float64Array, settled: Float64Array, sums: Float64Array, pause: Pause): Promise<void> {
  const changed = where(alpha.length, (row) => alpha[row] !== settled[row]);
  await machine.add(changed, Float64Array.from(changed, (row) => alpha[row] - settled[row]), sums, pause);
  settled.set(alpha);
}

/** Sums of passive rows close to the boundary once more in double precision, so that the gap that is measured is the true one. */
async function refine(machine: KernelMachine, active: Int32Array, alpha: Float64Array, sums: Float64Array, pause: Pause): Promise<void> {
  const member = memberOf(alpha.length, active);
  const { highest } = optimality(alpha, sums);
  const close = where(alpha.length, (row) => member[row] === 0 && sums[row] < highest * (1 + NEAR / 2));
  const supports = where(alpha.length, (row) => alpha[row] > 0);
  const exact = await machine.exactly(close, supports, Float64Array.from(supports, (row) => alpha[row]), pause);
  close.forEach((row, k) => (sums[row] = exact[k]));
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

/** The active rows and those whose sum is below the limit. */
function widen(active: Int32Array, alpha: Float64Array, sums: Float64Array, limit: number): Int32Array {
  const member = memberOf(alpha.length, active);
  return where(alpha.length, (row) => member[row] === 1 || sums[row] < limit);
}

function memberOf(length: number, rows: Int32Array): Uint8Array {
  const member = new Uint8Array(length);
  for (const row of rows) member[row] = 1;
  return member;
}

function where(length: number, holds: (row: number) => boolean): Int32Array {
  const found = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (holds(row)) found[count++] = row;
  return found.slice(0, count);
}

function conclude(alpha: Float64Array, sums: Float64Array, gap: number, steps: number): OneClassSolution {
  const offset = boundary(alpha, sums);
  const supports = where(alpha.length, (row) => alpha[row] > 0);
  return { decision: sums.map((sum) => sum - offset), offset, supports, weights: Float64Array.from(supports, (row) => alpha[row]), gap, steps };
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
