import { partOf, type Checkpoint } from "../checkpoint.js";
import { argumentsOf } from "../wasm/arguments-of.js";
import type { Workspace } from "../wasm/workspace.js";
import { fitWeights, type AddProducts } from "./fit-weights.js";
import { kernelRowsKept } from "./kernel-rows.js";
import { pickRows, SUPPORTS_AT_A_TIME, type KernelMachine } from "./kernel-machine.js";
import { lengthFactor, roughCentre, singleRows } from "./single-rows.js";

/** Groups of eight rows a thread does at a time. */
const GRAIN = 16;

/** Kernel values computed between two looks at the clock. */
const BUDGET = 1_000_000;

/**
 * Kernel sums in WebAssembly. `single`: sums over all rows in single precision products, about three times as fast and
 * off by some 1e-6 of a sum; rows too far out for that are done in double precision all the same. `values` stand on the
 * workspace, at this address.
 */
export function fastMachine(
  workspace: Workspace,
  at: number,
  values: Float64Array,
  columns: number,
  gamma: number,
  single: boolean,
): KernelMachine {
  const rows = values.length / columns;
  let packed: Packed | null = null;
  return {
    rows,
    async add(supports, weights, sums, watch) {
      if (single) packed ??= await pack(workspace, at, values, columns, gamma, watch);
      const mark = workspace.mark();
      const out = workspace.put(sums);
      await addKernels(
        workspace,
        { at, rows, columns, gamma, packed },
        pickRows(values, columns, supports),
        weights,
        out,
        watch,
      );
      sums.set(workspace.doubles(out, rows));
      workspace.release(mark);
    },
    exactly: (some, supports, weights, watch) =>
      fastKernelSums(
        workspace,
        pickRows(values, columns, some),
        columns,
        gamma,
        pickRows(values, columns, supports),
        weights,
        watch,
      ),
    fit: (some, supports, targets, watch) =>
      fitWeights(
        pickRows(values, columns, some),
        pickRows(values, columns, supports),
        columns,
        gamma,
        targets,
        productsOn(workspace, supports.length, watch),
        watch,
      ),
    solve: (some, alpha, sums, tolerance, watch) =>
      solve(workspace, pickRows(values, columns, some), columns, gamma, alpha, sums, tolerance, watch),
  };
}

/** Σ weight K(row, support) of each row, in double precision. */
export async function fastKernelSums(
  workspace: Workspace,
  values: Float64Array,
  columns: number,
  gamma: number,
  supports: Float64Array,
  weights: Float64Array,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const mark = workspace.mark();
  const rows = values.length / columns;
  const out = workspace.put(new Float64Array(rows));
  await addKernels(
    workspace,
    { at: await workspace.putInParts(values, checkpoint), rows, columns, gamma, packed: null },
    supports,
    weights,
    out,
    checkpoint,
  );
  const sums = workspace.doubles(out, rows).slice();
  workspace.release(mark);
  return sums;
}

/** Rows laid out for single precision. */
interface Packed {
  readonly points: number;
  readonly half: number;
  readonly centre: Float64Array;
}

interface Rows {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  readonly gamma: number;
  readonly packed: Packed | null;
}

async function pack(
  workspace: Workspace,
  at: number,
  values: Float64Array,
  columns: number,
  gamma: number,
  checkpoint: Checkpoint,
): Promise<Packed> {
  const rows = values.length / columns;
  const groups = Math.ceil(rows / 8);
  const centre = roughCentre(values, columns);
  const points = workspace.allocate(groups * columns * 32);
  const half = workspace.allocate(groups * 32);
  const args = [at, rows, columns, workspace.put(centre), lengthFactor(gamma), points, half, 128];
  await workspace.run("packPoints", args, Math.ceil(groups / 128), checkpoint);
  return { points, half, centre };
}

async function addKernels(
  workspace: Workspace,
  { at, rows, columns, gamma, packed }: Rows,
  supports: Float64Array,
  weights: Float64Array,
  out: number,
  checkpoint: Checkpoint,
): Promise<void> {
  for (let first = 0; first < weights.length; first += SUPPORTS_AT_A_TIME) {
    const mark = workspace.mark();
    const some = supports.subarray(first * columns, (first + SUPPORTS_AT_A_TIME) * columns);
    const theirs = weights.subarray(first, first + SUPPORTS_AT_A_TIME);
    const single = packed ? singleSupports(workspace, packed, some, columns, gamma, theirs) : [0, 0, 0, 0];
    const args = [
      packed?.points ?? 0,
      packed?.half ?? 0,
      rows,
      columns,
      ...single,
      out,
      GRAIN,
      at,
      workspace.put(some),
      workspace.put(theirs),
      theirs.length,
      -gamma,
    ];
    const watch = partOf(
      checkpoint,
      first / weights.length,
      Math.min(1, (first + SUPPORTS_AT_A_TIME) / weights.length),
    );
    await workspace.run(
      packed ? "addKernels" : "addKernelsExactly",
      args,
      Math.ceil(rows / 8 / GRAIN),
      watch,
      GRAIN * 64 + columns * 32 + 32,
    );
    workspace.release(mark);
  }
}

/** Supports in single precision, filled up to a multiple of four: their address, that of the halves, of the weights, their number. */
function singleSupports(
  workspace: Workspace,
  { centre }: Packed,
  supports: Float64Array,
  columns: number,
  gamma: number,
  weights: Float64Array,
): number[] {
  const { points, half } = singleRows(supports, columns, centre, gamma, 4);
  const count = half.length;
  const at = [workspace.allocate(count * columns * 4), workspace.allocate(count * 4), workspace.allocate(count * 4)];
  workspace.singles(at[0], count * columns).set(points);
  workspace.singles(at[1], count).set(half);
  workspace.singles(at[2], count).fill(0).set(weights);
  return [...at, count];
}

/** Four columns at a time, on all threads. */
function productsOn(workspace: Workspace, columns: number, checkpoint: Checkpoint): AddProducts {
  return async (rows, matrix) => {
    const mark = workspace.mark();
    const out = workspace.put(matrix);
    const args = argumentsOf("addProducts", { rows: workspace.put(rows), count: rows.length / columns, columns, out });
    await workspace.run("addProducts", args, columns / 4, checkpoint);
    matrix.set(workspace.doubles(out, matrix.length));
    workspace.release(mark);
  };
}

/** `KernelMachine.solve` on points laid out by pairs. */
async function solve(
  workspace: Workspace,
  values: Float64Array,
  columns: number,
  gamma: number,
  alpha: Float64Array,
  sums: Float64Array,
  tolerance: number,
  checkpoint: Checkpoint,
): Promise<number> {
  const mark = workspace.mark();
  const count = alpha.length;
  const rows = Math.ceil(count / 4) * 4;
  const points = workspace.allocate(rows * columns * 8);
  const pairs = workspace.doubles(points, rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = Math.min(row, count - 1) * columns;
    const to = (row >> 1) * 2 * columns + (row & 1);
    for (let c = 0; c < columns; c++) pairs[to + 2 * c] = values[from + c];
  }
  // Rows that only fill up can neither take nor give: NaN is not below 1 and not above 0.
  const weights = workspace.allocate(rows * 8);
  workspace.doubles(weights, rows).fill(NaN).set(alpha);
  const gradient = workspace.allocate(rows * 8);
  workspace.doubles(gradient, rows).fill(0).set(sums);
  const kept = Math.max(2, Math.min(kernelRowsKept(rows), rows));
  const cache = workspace.allocate(kept * rows * 8);
  const places = workspace.allocate(rows * 4);
  const owners = workspace.allocate(kept * 4);
  workspace.integers(places, rows).fill(-1);
  workspace.integers(owners, kept).fill(-1);
  const done = 14;
  let args: Float64Array = Float64Array.of(
    points,
    rows,
    columns,
    -gamma,
    weights,
    gradient,
    cache,
    kept,
    places,
    owners,
    tolerance,
    0,
    BUDGET,
    0,
    0,
  );
  while (args[done] === 0) {
    args = await workspace.run("solvePairs", [...args], 1, checkpoint);
    const rest = checkpoint(1 - 1 / (1 + args[13] / count));
    if (rest) await rest;
  }
  alpha.set(workspace.doubles(weights, count));
  sums.set(workspace.doubles(gradient, count));
  workspace.release(mark);
  return args[13];
}
