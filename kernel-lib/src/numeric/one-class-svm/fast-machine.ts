import { partOf, type Checkpoint } from "../checkpoint.js";
import { gathered, type RowSource } from "../row-source.js";
import { argumentsOf } from "../wasm/arguments-of.js";
import type { Workspace } from "../wasm/workspace.js";
import { fitWeights, type AddProducts } from "./fit-weights.js";
import { kernelRowsKept } from "./kernel-rows.js";
import { SUPPORTS_AT_A_TIME, type KernelMachine } from "./kernel-machine.js";
import { lengthFactor, roughCentre, singleRows } from "./single-rows.js";

/** Groups of eight rows a thread does at a time. */
const GRAIN = 16;

/** Kernel values computed between two looks at the clock. */
const BUDGET = 1_000_000;

/**
 * Kernel sums in WebAssembly. `single`: sums over all rows in single precision products, about three times as fast and
 * off by some 1e-6 of a sum; rows too far out for that are done in double precision all the same. Only these are then held
 * exactly; of others a row is made when it is needed.
 */
export function fastMachine(workspace: Workspace, source: RowSource, gamma: number, single: boolean): KernelMachine {
  const { rows, columns } = source;
  let laid: Rows | undefined;
  const pick = (some: Int32Array): Float64Array => gathered(source, some);
  return {
    rows,
    async add(supports, weights, sums, watch) {
      // Few rows are solved as a whole and never come here.
      laid ??= single
        ? await pack(workspace, source, gamma, watch)
        : { at: await workspace.putRows(source, watch), rows, columns, gamma, packed: null };
      const mark = workspace.mark();
      const out = workspace.put(sums);
      await addKernels(workspace, laid, pick(supports), weights, out, watch);
      sums.set(workspace.doubles(out, rows));
      workspace.release(mark);
    },
    exactly: (some, supports, weights, watch) =>
      fastKernelSums(workspace, pick(some), columns, gamma, pick(supports), weights, watch),
    fit: (some, supports, targets, watch) =>
      fitWeights(
        pick(some),
        pick(supports),
        columns,
        gamma,
        targets,
        productsOn(workspace, supports.length, watch),
        watch,
      ),
    solve: (some, alpha, sums, tolerance, watch) =>
      solve(workspace, pick(some), columns, gamma, alpha, sums, tolerance, watch),
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
  /** For each eight rows the place of their exact values, eight rows each, or -1 where single precision is enough. */
  readonly places: number;
  readonly centre: Float64Array;
}

/** Rows on the workspace: exact values, of all or of those that need them. */
interface Rows {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  readonly gamma: number;
  readonly packed: Packed | null;
}

/** Rows laid out at a time. */
const STRIP = 32_768;

/** Groups that a thread lays out at a time. */
const PACKED = 128;

/** As in assembly/rbf.ts: beyond this squared length, halved, single precision would be felt. */
const LONG = -32;

async function pack(workspace: Workspace, source: RowSource, gamma: number, checkpoint: Checkpoint): Promise<Rows> {
  const { rows, columns } = source;
  const groups = Math.ceil(rows / 8);
  const centre = roughCentre(source);
  const points = workspace.allocate(groups * columns * 32);
  const half = workspace.allocate(groups * 32);
  const places = workspace.allocate(groups * 4);
  const mark = workspace.mark();
  const centreAt = workspace.put(centre);
  const values = workspace.allocate(Math.min(STRIP, rows) * columns * 8);
  for (let first = 0; first < rows; first += STRIP) {
    const count = Math.min(STRIP, rows - first);
    source.copy(first, workspace.doubles(values, count * columns));
    const args = argumentsOf("packPoints", {
      values,
      rows: count,
      columns,
      centre: centreAt,
      factor: lengthFactor(gamma),
      out: points + first * columns * 4,
      half: half + first * 4,
      grain: PACKED,
    });
    await workspace.run("packPoints", args, Math.ceil(count / 8 / PACKED), checkpoint);
  }
  workspace.release(mark);
  const at = putLongRows(workspace, source, workspace.singles(half, groups * 8), workspace.integers(places, groups));
  return { at, rows, columns, gamma, packed: { points, half, places, centre } };
}

/** Address of the exact rows of the groups in which any is long; notes their places. */
function putLongRows(workspace: Workspace, source: RowSource, half: Float32Array, places: Int32Array): number {
  const { rows, columns } = source;
  let count = 0;
  for (let group = 0; group < places.length; group++) {
    let least = 0;
    for (let row = group * 8; row < group * 8 + 8; row++) least = Math.min(least, half[row]);
    places[group] = least < LONG ? count++ : -1;
  }
  const at = workspace.allocate(count * columns * 64);
  for (let group = 0; group < places.length; group++) {
    if (places[group] < 0) continue;
    const within = Math.min(8, rows - group * 8);
    source.copy(group * 8, workspace.doubles(at + places[group] * columns * 64, within * columns));
  }
  return at;
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
      packed?.places ?? 0,
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
