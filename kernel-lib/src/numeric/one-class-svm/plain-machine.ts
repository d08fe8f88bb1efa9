import type { Checkpoint } from "../checkpoint.js";
import { rowsOf } from "../row-source.js";
import { addProducts, fitWeights } from "./fit-weights.js";
import { singlePowerOfTwo } from "./kernel-exponential.js";
import { kernel, pickRows, SUPPORTS_AT_A_TIME, type KernelMachine } from "./kernel-machine.js";
import { solvePairs } from "./pairs.js";
import { roughCentre, singleRows, type SingleRows } from "./single-rows.js";

/**
 * Kernel sums in plain TypeScript: the twin of the WebAssembly kernels (`fastMachine`). Each number is made by the same
 * operations in the same order and precision, so the results are the same bytes.
 */
export function plainMachine(values: Float64Array, columns: number, gamma: number, single: boolean): KernelMachine {
  const rows = values.length / columns;
  const centre = single ? roughCentre(rowsOf(values, columns)) : null;
  let packed: SingleRows | null = null;
  return {
    rows,
    async add(supports, weights, sums, checkpoint) {
      const theirs = pickRows(values, columns, supports);
      if (centre === null) return addKernels(values, columns, gamma, theirs, weights, sums, checkpoint);
      packed ??= singleRows(values, columns, centre, gamma, 1);
      for (let first = 0; first < weights.length; first += SUPPORTS_AT_A_TIME) {
        const some = theirs.subarray(first * columns, (first + SUPPORTS_AT_A_TIME) * columns);
        const batch: Batch = {
          columns,
          gamma,
          supports: some,
          weights: weights.subarray(first, first + SUPPORTS_AT_A_TIME),
          packed: singleRows(some, columns, centre, gamma, 4),
        };
        await addSingleKernels(values, packed, batch, sums, checkpoint);
      }
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
    fit: (some, supports, targets, checkpoint) =>
      fitWeights(
        pickRows(values, columns, some),
        pickRows(values, columns, supports),
        columns,
        gamma,
        targets,
        addProducts,
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
  await addKernels(values, columns, gamma, supports, weights, sums, checkpoint);
  return sums;
}

async function addKernels(
  values: Float64Array,
  columns: number,
  gamma: number,
  supports: Float64Array,
  weights: Float64Array,
  sums: Float64Array,
  checkpoint: Checkpoint,
): Promise<void> {
  for (let row = 0; row < sums.length; row++) {
    const rest = checkpoint(row / sums.length);
    if (rest) await rest;
    for (let first = 0; first < weights.length; first += SUPPORTS_AT_A_TIME) {
      const last = Math.min(weights.length, first + SUPPORTS_AT_A_TIME);
      sums[row] += kernelSum(values, row, columns, gamma, supports, weights, first, last);
    }
  }
}

function kernelSum(
  values: Float64Array,
  row: number,
  columns: number,
  gamma: number,
  supports: Float64Array,
  weights: Float64Array,
  first: number,
  last: number,
): number {
  let total = 0;
  for (let s = first; s < last; s++)
    total += weights[s] * kernel(values, row * columns, supports, s * columns, columns, gamma);
  return total;
}

/** Supports whose kernels are added in single precision, and the same ones exactly. */
interface Batch {
  readonly columns: number;
  readonly gamma: number;
  readonly supports: Float64Array;
  readonly weights: Float64Array;
  readonly packed: SingleRows;
}

/** Rows that the WebAssembly kernel does side by side: if one of them is long, all are done exactly. */
const TOGETHER = 8;

/** Beyond this squared length, halved, single precision would be felt in the result. */
const LONG = -32;

async function addSingleKernels(
  values: Float64Array,
  rows: SingleRows,
  batch: Batch,
  sums: Float64Array,
  checkpoint: Checkpoint,
): Promise<void> {
  const { columns, gamma, supports, weights } = batch;
  const singleWeights = new Float32Array(batch.packed.half.length);
  singleWeights.set(weights);
  for (let first = 0; first < sums.length; first += TOGETHER) {
    const rest = checkpoint(first / sums.length);
    if (rest) await rest;
    const last = Math.min(sums.length, first + TOGETHER);
    const long = rows.half.subarray(first, last).some((half) => half < LONG);
    for (let row = first; row < last; row++) {
      sums[row] += long
        ? kernelSum(values, row, columns, gamma, supports, weights, 0, weights.length)
        : singleKernelSum(rows, row, columns, batch.packed, singleWeights);
    }
  }
}

/** Kernels in single precision, four added up in it, the fours in double precision. */
function singleKernelSum(
  { points, half }: SingleRows,
  row: number,
  columns: number,
  supports: SingleRows,
  weights: Float32Array,
): number {
  let total = 0;
  for (let s = 0; s < weights.length; s += 4) {
    const a = weighted(points, row * columns, half[row], supports, s, columns, weights);
    const b = weighted(points, row * columns, half[row], supports, s + 1, columns, weights);
    const c = weighted(points, row * columns, half[row], supports, s + 2, columns, weights);
    const d = weighted(points, row * columns, half[row], supports, s + 3, columns, weights);
    total += Math.fround(Math.fround(a + b) + Math.fround(c + d));
  }
  return total;
}

function weighted(
  points: Float32Array,
  from: number,
  half: number,
  supports: SingleRows,
  s: number,
  columns: number,
  weights: Float32Array,
): number {
  let power = Math.fround(half + supports.half[s]);
  for (let c = 0; c < columns; c++)
    power = Math.fround(power + Math.fround(points[from + c] * supports.points[s * columns + c]));
  return Math.fround(weights[s] * singlePowerOfTwo(power));
}
