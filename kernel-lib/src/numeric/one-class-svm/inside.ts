import { partOf, type Checkpoint } from "../checkpoint.js";
import type { KernelMachine } from "./kernel-machine.js";
import { evenly } from "./supports.js";

/** Supports whose kernels stand for those of all. */
export const LANDMARKS = 1024;

/** Worth it where so many times as many supports would have to be summed up. */
export const FEWEST_SUPPORTS = 4;

/** Rows for each landmark that its weight is fitted to. */
const FITTED = 4;

/** Rows are many enough where those looked at are at most so small a share of them. */
const FEWEST_ROWS = 32;

/** Rows within this share above the boundary are close to it: their sums are exact all the same. */
export const CLOSE = 0.1;

/** Whether the sums of rows inside the boundary may be told by so many landmarks instead of these supports. */
export function mayEstimate(rows: number, supports: number, landmarks: number): boolean {
  return supports >= FEWEST_SUPPORTS * landmarks && rows >= FEWEST_ROWS * (FITTED + 1) * landmarks;
}

/**
 * Σ weight K(row, support) of every row, told by every so many-th support alone: their weights are fitted to the exact sums of
 * evenly spaced rows. Inside, the sum of many kernels is smooth, so that few of them can take its shape; every fifth of the
 * rows looked at is held out of the fit and tells how well. Null where it is off by more than half of `CLOSE` for one of
 * them above `edge`, or not to be fitted.
 */
export async function estimateSums(
  machine: KernelMachine,
  supports: Int32Array,
  weights: Float64Array,
  edge: number,
  landmarks: number,
  checkpoint: Checkpoint,
): Promise<Float64Array | null> {
  const rows = evenly(machine.rows, (FITTED + 1) * landmarks);
  const exact = await machine.exactly(rows, supports, weights, partOf(checkpoint, 0, 0.3));
  const heldOut = (_: number, at: number): boolean => at % (FITTED + 1) === 0;
  const isFitted = (_: number, at: number): boolean => !heldOut(_, at);
  const chosen = evenly(supports.length, landmarks).map((at) => supports[at]);
  const watch = partOf(checkpoint, 0.3, 0.5);
  const fitted = await machine.fit(rows.filter(isFitted), chosen, exact.filter(isFitted), watch);
  if (!fitted) return null;
  const told = await machine.exactly(rows.filter(heldOut), chosen, fitted, partOf(checkpoint, 0.5, 0.55));
  const known = exact.filter(heldOut);
  // Not `some`: a NaN is no good fit either.
  const isGood = told.every((sum, k) => known[k] <= edge || Math.abs(sum - known[k]) <= (CLOSE / 2) * known[k]);
  if (!isGood) return null;
  const sums = new Float64Array(machine.rows);
  await machine.add(chosen, fitted, sums, partOf(checkpoint, 0.55, 1));
  return sums;
}
