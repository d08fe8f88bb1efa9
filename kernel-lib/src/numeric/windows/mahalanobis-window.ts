import { quantile } from "../statistics.js";
import { levinsonDurbin } from "../linear-algebra/autoregression.js";
import { fastWindowMachine } from "./fast-window-machine.js";
import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
import { ROUNDING } from "../rounding.js";
import type { Workspace } from "../wasm/workspace.js";
import type { WindowMachine } from "./window-machine.js";

/** Share of the windows, the most distant ones, that the second fit leaves out. */
const TRIMMED = 0.05;

/**
 * Squared Mahalanobis distance of every window of `width` consecutive values from the usual window: how unusual a shape
 * is, given how neighbouring values usually go together. Entry s is the window that starts at s; 2 * width numbers at
 * rest are scored near `width` when normal.
 *
 * The covariance of windows of a series depends on the lag only, so the distance is the sum of squared one-step
 * prediction errors of rising order, each over its own variance: no matrix is formed, and a window of 128 costs 128
 * steps instead of 8,000 (lattice form of the Levinson recursion; Brockwell and Davis 1991, section 8.6). Fitted twice,
 * the second time without the 5 % most distant windows, so that events do not teach the model that they are usual.
 * O(n width).
 *
 * @param values what is scored, finite
 * @param usual what is learnt from: the same values, or the same with extremes clipped
 * @param workspace where the heavy loops run in WebAssembly, the same bytes; null: in plain TypeScript
 */
export async function mahalanobisWindows(
  values: Float64Array,
  usual: Float64Array,
  width: number,
  workspace: Workspace | null = null,
  checkpoint: Checkpoint = noCheckpoint,
): Promise<Float64Array> {
  const count = values.length - width + 1;
  if (count <= 0) return new Float64Array(0);
  const machine = workspace
    ? fastWindowMachine(workspace, values, width, checkpoint)
    : plainWindowMachine(values, width);
  const kept = new Uint8Array(count).fill(1);
  const everything = await distances(machine, usual, width, kept);
  // Windows of a series that repeats itself are as far as others, but for rounding.
  const limit = quantile(everything, 1 - TRIMMED) * (1 + ROUNDING);
  for (let s = 0; s < count; s++) kept[s] = everything[s] <= limit ? 1 : 0;
  return distances(machine, usual, width, kept);
}

async function distances(
  machine: WindowMachine,
  usual: Float64Array,
  width: number,
  kept: Uint8Array,
): Promise<Float64Array> {
  const { centre, covariance } = await windowCovariance(machine, usual, width, coverage(kept, width));
  const { reflection, errors } = levinsonDurbin(covariance);
  return machine.distances(
    centre,
    reflection,
    errors.map((variance) => 1 / variance),
  );
}

/**
 * Running count of kept windows by start, with `width` zeros before it and its end value after it, so that the number of
 * kept windows that hold both i and i + lag is `sums[i + 1 + width] - sums[i + lag + 1]`.
 */
function coverage(kept: Uint8Array, width: number): Float64Array {
  const sums = new Float64Array(kept.length + 2 * width + 1);
  for (let i = width + 1; i < sums.length; i++)
    sums[i] = sums[i - 1] + (i - width <= kept.length ? kept[i - width - 1] : 0);
  return sums;
}

/** Mean and autocovariance by lag over all pairs inside kept windows, with a ridge of a thousandth on lag 0. */
async function windowCovariance(
  machine: WindowMachine,
  usual: Float64Array,
  width: number,
  sums: Float64Array,
): Promise<{ centre: number; covariance: Float64Array }> {
  const n = usual.length;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const weight = sums[i + 1 + width] - sums[i + 1];
    total += weight;
    sum += weight * usual[i];
  }
  const centre = sum / total;
  const centred = new Float64Array(n);
  for (let i = 0; i < n; i++) centred[i] = usual[i] - centre;
  const { products, pairs } = await machine.products(centred, sums);
  const covariance = products.map((product, lag) => (pairs[lag] > 0 ? product / pairs[lag] : 0));
  covariance[0] = covariance[0] * 1.001 + 1e-12;
  return { centre, covariance };
}

/** The plain form, and what the fast one must equal. */
function plainWindowMachine(values: Float64Array, width: number): WindowMachine {
  return {
    products: (centred, sums) => Promise.resolve(plainProducts(centred, width, sums)),
    distances: (centre, reflection, weights) =>
      Promise.resolve(plainDistances(values, width, centre, reflection, weights)),
  };
}

function plainProducts(
  centred: Float64Array,
  width: number,
  sums: Float64Array,
): { products: Float64Array; pairs: Float64Array } {
  const n = centred.length;
  const products = new Float64Array(width);
  const pairs = new Float64Array(width);
  for (let lag = 0; lag < width; lag++) {
    for (let i = 0; i + lag < n; i++) {
      const weight = sums[i + 1 + width] - sums[i + lag + 1];
      pairs[lag] += weight;
      products[lag] += weight * centred[i] * centred[i + lag];
    }
  }
  return { products, pairs };
}

function plainDistances(
  values: Float64Array,
  width: number,
  centre: number,
  reflection: Float64Array,
  weights: Float64Array,
): Float64Array {
  const n = values.length;
  const forward = values.map((value) => value - centre);
  const backward = forward.slice();
  const result = new Float64Array(n - width + 1);
  for (let order = 0; order < width; order++) {
    const weight = weights[order];
    for (let s = 0; s < result.length; s++) result[s] += forward[s + order] * forward[s + order] * weight;
    if (order + 1 === width) break;
    const partial = reflection[order];
    for (let i = n - 1; i > order; i--) {
      const ahead = forward[i];
      const behind = backward[i - 1];
      forward[i] = ahead - partial * behind;
      backward[i] = behind - partial * ahead;
    }
  }
  return result;
}
