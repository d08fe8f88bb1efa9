import { log2 } from "../math.js";
import type { Checkpoint } from "../checkpoint.js";
import type { RowSource } from "../row-source.js";
import { argumentsOf } from "../wasm/arguments-of.js";
import type { Workspace } from "../wasm/workspace.js";
import type { PrincipalAxes } from "./principal-axes.js";

/** Rows a leaf has at most: in a large tree so many that a visit, most of whose cost is fetching a leaf, serves many rows that ask. Measured. */
function leafSize(rows: number): number {
  return Math.max(96, Math.min(1024, 2 * Math.sqrt(rows)));
}

/** Rows of a leaf that have a box of their own; see assembly/search.ts. */
const GROUP = 16;

/** Rows a thread turns at a time. */
const GRAIN = 1024;

/** Rows that are made at a time. */
const STRIP = 32 * GRAIN;

/**
 * Addresses of a box tree in a workspace. Node q has the children 2q + 1 and 2q + 2; the leaves stand on the last level.
 * See assembly/pack-leaf.ts for what is where.
 */
export interface BoxTree {
  readonly rows: number;
  readonly leaves: number;
  /** Pairs of coordinates that codes tell. */
  readonly pairs: number;
  /** Points a leaf has room for. */
  readonly stride: number;
  /** Number of the first leaf node. */
  readonly leaf: number;
  readonly lows: number;
  readonly highs: number;
  readonly boxes: number;
  readonly norms: number;
  readonly firsts: number;
  readonly codes: number;
  readonly frames: number;
  readonly corners: number;
  /** The centre and the axes that the rows are turned onto, in single precision. */
  readonly centre: number;
  readonly axes: number;
  /** The rows, exact, in tree order. */
  readonly sorted: number;
  /** Row number at each place. */
  readonly order: number;
}

/** Columns of a single precision row: a multiple of 4. */
export function widthOf(columns: number): number {
  return Math.ceil(columns / 4) * 4;
}

/** Largest code a coordinate may have: the squared way of a point of so many past a box, which has a quarter of them, must be a 32-bit integer. */
export function largestCode(columns: number): number {
  return Math.floor(Math.min(32767, Math.sqrt(0x7fff_ffff / widthOf(columns))) / 1.25);
}

/**
 * Sorts rows into a balanced tree of boxes: turned onto the axes given, halved at the median where they spread most until
 * 96 to 1,024 rows are left, which are sorted into groups of sixteen in the same way. Rows are asked for twice, to be turned and
 * in the order of the tree. O(rows × columns × log rows).
 */
export async function buildBoxTree(
  workspace: Workspace,
  source: RowSource,
  axes: PrincipalAxes,
  checkpoint: Checkpoint,
  pairs?: number,
): Promise<BoxTree> {
  const { rows, columns } = source;
  const turn = putAxes(workspace, axes, columns);
  const room = { ...emptyTree(workspace, rows, columns), ...turn };
  const mark = workspace.mark();
  const points = await rotated(workspace, source, turn, checkpoint);
  const keys = workspace.allocate(rows * 4);
  const rotatedRows: RotatedRows = { points, keys, columns };
  await splitNodes(workspace, room, rotatedRows, checkpoint);
  const boxes = workspace.singles(room.boxes, (2 * room.leaves - 1) * 2 * widthOf(columns));
  const telling = pairs ?? Math.ceil(tellingAxes(boxes, room.leaf, columns) / 2);
  await packLeaves(workspace, { ...room, pairs: telling }, rotatedRows, checkpoint);
  // What follows lies where these were.
  workspace.release(mark);
  return { ...room, pairs: telling, sorted: await inOrder(workspace, source, room.order, checkpoint) };
}

/** The rows to sort: addresses of them on the new axes, and of room for their keys. */
interface RotatedRows {
  readonly points: number;
  readonly keys: number;
  readonly columns: number;
}

/** Address of the rows, exact, in the order that stands at an address. */
async function inOrder(
  workspace: Workspace,
  source: RowSource,
  order: number,
  checkpoint: Checkpoint,
): Promise<number> {
  const { rows, columns } = source;
  const sorted = workspace.allocate(rows * columns * 8);
  for (let first = 0; first < rows; first += STRIP) {
    const count = Math.min(STRIP, rows - first);
    const places = workspace.integers(order + first * 4, count);
    source.gather(places, workspace.doubles(sorted + first * columns * 8, count * columns));
    const rest = checkpoint(first / rows);
    if (rest) await rest;
  }
  return sorted;
}

/** Room for the tree of so many rows. */
function emptyTree(workspace: Workspace, rows: number, columns: number): Omit<BoxTree, "centre" | "axes" | "sorted"> {
  const width = widthOf(columns);
  const leaves = 1 << Math.max(0, Math.ceil(log2(rows / leafSize(rows))));
  const stride = Math.ceil(Math.ceil(rows / leaves) / GROUP) * GROUP;
  const nodes = 2 * leaves - 1;
  return {
    rows,
    pairs: 0,
    leaves,
    stride,
    leaf: leaves - 1,
    lows: workspace.allocate(nodes * 4),
    highs: workspace.allocate(nodes * 4),
    boxes: workspace.allocate(nodes * width * 8),
    norms: workspace.allocate(nodes * 4),
    firsts: workspace.allocate(nodes * 4),
    codes: workspace.allocate(leaves * stride * (Math.ceil(columns / 2) + 1) * 4),
    frames: workspace.allocate(leaves * (width + 4) * 4),
    corners: workspace.allocate(leaves * Math.ceil(stride / (4 * GROUP)) * Math.ceil(columns / 2) * 32),
    order: workspace.allocate(rows * 4),
  };
}

/** Halves the rows level by level, down to the leaves. */
async function splitNodes(
  workspace: Workspace,
  tree: Omit<BoxTree, "sorted">,
  { points, keys, columns }: RotatedRows,
  checkpoint: Checkpoint,
): Promise<void> {
  const { rows } = tree;
  const width = widthOf(columns);
  const levels = 31 - Math.clz32(tree.leaves);
  const order = workspace.integers(tree.order, rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  workspace.integers(tree.lows, 1)[0] = 0;
  workspace.integers(tree.highs, 1)[0] = rows;
  for (let level = 0; level <= levels; level++) {
    const first = (1 << level) - 1;
    await workspace.run(
      "splitNode",
      [
        first,
        level === levels ? 1 : 0,
        points,
        width,
        tree.order,
        keys,
        tree.lows,
        tree.highs,
        tree.boxes,
        tree.norms,
        tree.firsts,
      ],
      1 << level,
      checkpoint,
      width * 8,
    );
  }
}

/** Sorts the rows of each leaf into groups and writes them as codes. */
async function packLeaves(
  workspace: Workspace,
  tree: Omit<BoxTree, "sorted">,
  { points, keys, columns }: RotatedRows,
  checkpoint: Checkpoint,
): Promise<void> {
  const width = widthOf(columns);
  const args = argumentsOf("packLeaf", {
    first: tree.leaf,
    points,
    width,
    order: tree.order,
    keys,
    lows: tree.lows,
    highs: tree.highs,
    boxes: tree.boxes,
    stride: tree.stride,
    pairs: tree.pairs,
    limit: largestCode(columns),
    codes: tree.codes,
    frames: tree.frames,
    corners: tree.corners,
  });
  await workspace.run("packLeaf", args, tree.leaves, checkpoint, width * 8);
}

/** Share of the spread inside leaves that codes need not tell. */
const UNTOLD = 0.01;

/**
 * How many of the first axes tell the rows of a leaf apart: the others hardly lengthen a way, so that only the exact
 * distance looks at them.
 */
function tellingAxes(boxes: Float32Array, leaf: number, columns: number): number {
  const width = widthOf(columns);
  const shares = new Float64Array(columns);
  for (let node = leaf; node <= 2 * leaf; node++) {
    const squares = shares.map((_, c) => {
      const side = boxes[(2 * node + 1) * width + c] - boxes[2 * node * width + c];
      return side * side;
    });
    const whole = squares.reduce((sum, square) => sum + square, 0);
    if (whole > 0 && whole < Infinity) squares.forEach((square, c) => (shares[c] += square / whole));
  }
  const limit = UNTOLD * shares.reduce((sum, share) => sum + share, 0);
  let telling = columns;
  for (let untold = shares[columns - 1]; telling > 1 && untold <= limit; untold += shares[telling - 1]) telling--;
  return telling;
}

/** Addresses of a centre and of axes in single precision. */
function putAxes(
  workspace: Workspace,
  { centre, axes }: PrincipalAxes,
  columns: number,
): Pick<BoxTree, "centre" | "axes"> {
  const width = widthOf(columns);
  const centreAt = workspace.allocate(columns * 4);
  const axesAt = workspace.allocate(columns * width * 4);
  workspace.singles(centreAt, columns).set(centre);
  const matrix = workspace.singles(axesAt, columns * width).fill(0);
  for (let c = 0; c < columns; c++) for (let j = 0; j < columns; j++) matrix[c * width + j] = axes[j * columns + c];
  return { centre: centreAt, axes: axesAt };
}

/** Address of the rows on the new axes, in single precision. They go through a strip at a time. */
async function rotated(
  workspace: Workspace,
  source: RowSource,
  { centre, axes }: Pick<BoxTree, "centre" | "axes">,
  checkpoint: Checkpoint,
): Promise<number> {
  const { rows, columns } = source;
  const width = widthOf(columns);
  const points = workspace.allocate(rows * width * 4);
  const mark = workspace.mark();
  const values = workspace.allocate(Math.min(STRIP, rows) * columns * 8);
  for (let first = 0; first < rows; first += STRIP) {
    const count = Math.min(STRIP, rows - first);
    source.copy(first, workspace.doubles(values, count * columns));
    const out = points + first * width * 4;
    const args = argumentsOf("rotateRows", { values, rows: count, columns, width, centre, axes, out, grain: GRAIN });
    await workspace.run("rotateRows", args, Math.ceil(count / GRAIN), (share) =>
      checkpoint((first + share * count) / rows),
    );
  }
  workspace.release(mark);
  return points;
}
