import type { Checkpoint } from "../checkpoint.js";
import { kernel, pickRows, type KernelMachine } from "./kernel-machine.js";
import { solvePairs } from "./pairs.js";

/** Kernel sums in plain TypeScript, all in double precision: the twin of the WebAssembly kernels. */
export function plainMachine(values: Float64Array, columns: number, gamma: number): KernelMachine {
  const rows = values.length / columns;
  return {
    rows,
    async add(supports, weights, sums, checkpoint) {
      const added = await kernelSums(values, columns, gamma, pickRows(values, columns, supports), weights, checkpoint);
      for (let row = 0; row < rows; row++) sums[row] += added[row];
    },
    exactly: (some, supports, weights, checkpoint) =>
      kernelSums(
        pickRows(values, columns, some),
        columns,
        gamma,
        pickRows(values, columns, supports),
        weights,
        checkpoint,
      ),
    solve: (some, alpha, sums, tolerance, checkpoint) =>
      solvePairs(pickRows(values, columns, some), columns, gamma, alpha, sums, tolerance, checkpoint),
  };
}

/** Σ weight K(row, support) of each row. O(rows × supports × columns). */
export async function kernelSums(
  values: Float64Array,
  columns: number,
  gamma: number,
  supports: Float64Array,
  weights: Float64Array,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const sums = new Float64Array(values.length / columns);
  for (let row = 0; row < sums.length; row++) {
    const rest = checkpoint(row / sums.length);
    if (rest) await rest;
    let total = 0;
    for (let s = 0; s < weights.length; s++)
      total += weights[s] * kernel(values, row * columns, supports, s * columns, columns, gamma);
    sums[row] = total;
  }
  return sums;
}
