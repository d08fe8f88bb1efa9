import { log2 } from "../math.js";
import type { Checkpoint } from "../checkpoint.js";
import type { Workspace } from "../wasm/workspace.js";
import type { PrincipalAxes } from "./principal-axes.js";

/** Rows a leaf has at most: in a large tree so many that a visit, most of whose cost is fetching a leaf, serves many rows that ask. */
function leafSize(rows: number): number {
  return Math.max(96, Math.min(512, Math.sqrt(rows)));
}

/** Rows of a leaf that have a box of their own; see assembly/search.ts. */
const GROUP = 16;

/** Rows a thread turns at a time. */
const GRAIN = 1024;

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
  readonly singles: number;
  readonly codes: number;
  readonly frames: number;
  readonly corners: number;
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
 * 96 to 512 rows are left, which are sorted into groups of sixteen in the same way. O(rows × columns × log rows).
 */
export async function buildBoxTree(
  workspace: Workspace,
  values: Float64Array,
  columns: number,
  axes: PrincipalAxes,
  checkpoint: Checkpoint,
  pairs?: number,
): Promise<BoxTree> {
  const rows = values.length / columns;
  const room = emptyTree(workspace, rows, columns);
  const mark = workspace.mark();
  const given = await workspace.putInParts(values, checkpoint);
  const points = await rotated(workspace, given, rows, columns, axes, checkpoint);
  const keys = workspace.allocate(rows * 4);
  const rotatedRows: RotatedRows = { given, points, keys, columns };
  await splitNodes(workspace, room, rotatedRows, checkpoint);
  const boxes = workspace.singles(room.boxes, (2 * room.leaves - 1) * 2 * widthOf(columns));
  const tree = { ...room, pairs: pairs ?? Math.ceil(tellingAxes(boxes, room.leaf, columns) / 2) };
  await packLeaves(workspace, tree, rotatedRows, checkpoint);
  workspace.release(mark);
  return tree;
}

/** The rows to sort: addresses of them as given and on the new axes, and of room for their keys. */
interface RotatedRows {
  readonly given: number;
  readonly points: number;
  readonly keys: number;
  readonly columns: number;
}

/** Room for the tree of so many rows. */
function emptyTree(workspace: Workspace, rows: number, columns: number): BoxTree {
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
    singles: workspace.allocate(rows * width * 4),
    codes: workspace.allocate(leaves * stride * (Math.ceil(columns / 2) + 1) * 4),
    frames: workspace.allocate(leaves * (width + 4) * 4),
    corners: workspace.allocate(leaves * Math.ceil(stride / (4 * GROUP)) * Math.ceil(columns / 2) * 32),
    sorted: workspace.allocate(rows * columns * 8),
    order: workspace.allocate(rows * 4),
  };
}

/** Halves the rows level by level, down to the leaves. */
async function splitNodes(
  workspace: Workspace,
  tree: BoxTree,
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
  tree: BoxTree,
  { given, points, keys, columns }: RotatedRows,
  checkpoint: Checkpoint,
): Promise<void> {
  const width = widthOf(columns);
  await workspace.run(
    "packLeaf",
    [
      tree.leaf,
      given,
      columns,
      points,
      width,
      tree.order,
      keys,
      tree.lows,
      tree.highs,
      tree.boxes,
      tree.stride,
      tree.pairs,
      largestCode(columns),
      tree.singles,
      tree.sorted,
      tree.codes,
      tree.frames,
      tree.corners,
    ],
    tree.leaves,
    checkpoint,
    width * 8,
  );
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

/** Address of the rows on the new axes, in single precision. */
async function rotated(
  workspace: Workspace,
  values: number,
  rows: number,
  columns: number,
  { centre, axes }: PrincipalAxes,
  checkpoint: Checkpoint,
): Promise<number> {
  const width = widthOf(columns);
  const points = workspace.allocate(rows * width * 4);
  const centreAt = workspace.allocate(columns * 4);
  const axesAt = workspace.allocate(columns * width * 4);
  workspace.singles(centreAt, columns).set(centre);
  const matrix = workspace.singles(axesAt, columns * width).fill(0);
  for (let c = 0; c < columns; c++) for (let j = 0; j < columns; j++) matrix[c * width + j] = axes[j * columns + c];
  await workspace.run(
    "rotateRows",
    [values, rows, columns, width, centreAt, axesAt, points, GRAIN],
    Math.ceil(rows / GRAIN),
    checkpoint,
  );
  return points;
}
