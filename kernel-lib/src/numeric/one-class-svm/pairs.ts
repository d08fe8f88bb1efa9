import type { Checkpoint } from "../checkpoint.js";
import { KernelRows } from "./kernel-rows.js";

/** Below this a pair of points counts as duplicates (libsvm's τ). */
const TINY = 1e-12;

/**
 * Moves weight between the pair of points that gains most until no pair is left that violates the optimality conditions by
 * `tolerance` (sequential minimal optimisation with second order selection: Fan, Chen, Lin 2005, as in libsvm). See
 * `KernelMachine.solve`. O(points) a step plus its kernel rows.
 */
export async function solvePairs(
  values: Float64Array,
  columns: number,
  gamma: number,
  alpha: Float64Array,
  gradient: Float64Array,
  tolerance: number,
  checkpoint: Checkpoint,
): Promise<number> {
  const rows = new KernelRows(values, columns, gamma);
  for (let steps = 0; ; steps++) {
    const low = lowestOpen(alpha, gradient);
    if (low < 0) return steps;
    const fromLow = rows.row(low);
    const high = bestPartner(alpha, gradient, fromLow, low, tolerance);
    if (high < 0) return steps;
    move(alpha, gradient, low, high, fromLow, rows.row(high));
    const rest = checkpoint(1 - 1 / (1 + steps / alpha.length));
    if (rest) await rest;
  }
}

/** The point with the smallest gradient that can take more weight; -1 when none can. */
function lowestOpen(alpha: Float64Array, gradient: Float64Array): number {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < alpha.length; i++) {
    if (gradient[i] < least && alpha[i] < 1) {
      least = gradient[i];
      best = i;
    }
  }
  return best;
}

/** The point to take weight from: largest gain to second order; -1 when the largest violation is within the tolerance. */
function bestPartner(
  alpha: Float64Array,
  gradient: Float64Array,
  fromLow: Float64Array,
  low: number,
  tolerance: number,
): number {
  const base = gradient[low];
  let best = -1;
  let gain = 0;
  let widest = 0;
  for (let j = 0; j < alpha.length; j++) {
    const gap = gradient[j] - base;
    if (!(gap > 0) || alpha[j] <= 0) continue;
    if (gap > widest) widest = gap;
    const curvature = 2 - 2 * fromLow[j];
    const value = (gap * gap) / (curvature > TINY ? curvature : TINY);
    if (value > gain) {
      gain = value;
      best = j;
    }
  }
  return widest < tolerance ? -1 : best;
}

function move(
  alpha: Float64Array,
  gradient: Float64Array,
  low: number,
  high: number,
  fromLow: Float64Array,
  fromHigh: Float64Array,
): void {
  const curvature = Math.max(TINY, 2 - 2 * fromLow[high]);
  const room = Math.min(1 - alpha[low], alpha[high]);
  const change = Math.min(room, (gradient[high] - gradient[low]) / curvature);
  // Set, not added: a bound that is met must be met exactly.
  alpha[low] = change === 1 - alpha[low] ? 1 : alpha[low] + change;
  alpha[high] = change === alpha[high] ? 0 : alpha[high] - change;
  for (let i = 0; i < gradient.length; i++) gradient[i] += change * (fromLow[i] - fromHigh[i]);
}
