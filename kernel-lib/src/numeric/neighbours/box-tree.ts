import type { Pause } from "../pause.js";
import type { Workspace } from "../wasm/workspace.js";
import type { PrincipalAxes } from "./principal-axes.js";

/** Rows a leaf has at most. */
const LEAF = 144;

/** Rows a thread turns at a time. */
const GRAIN = 1024;

/**
 * Addresses of a box tree in a workspace. Node q has the children 2q + 1 and 2q + 2; the leaves stand on the last level.
 * See assembly/box-tree.ts for what is where.
 */
export interface BoxTree {
  readonly rows: number;
  readonly leaves: number;
  /** Points a leaf block has room for. */
  readonly stride: number;
  /** Number of the first leaf node. */
  readonly leaf: number;
  readonly lows: number;
  readonly highs: number;
  readonly boxes: number;
  readonly norms: number;
  readonly blocks: number;
  readonly codes: number;
  readonly frames: number;
  /** The rows, exact, in tree order. */
  readonly sorted: number;
  /** Row number at each place. */
  readonly order: number;
}

/** Columns of a single precision row: a multiple of 4. */
export function widthOf(columns: number): number {
  return Math.ceil(columns / 4) * 4;
}

/** Largest code a coordinate may have: the squared length of a point of so many must be a 32-bit integer. */
export function largestCode(columns: number): number {
  return Math.min(32767, Math.floor(Math.sqrt((2 ** 31 - 1) / widthOf(columns))));
}

/**
 * Sorts rows into a balanced tree of boxes: turned onto the axes given, halved at the median of the widest side until at
 * most 144 rows are left. O(rows × columns × log rows).
 */
export async function buildBoxTree(workspace: Workspace, values: Float64Array, columns: number, axes: PrincipalAxes, pause: Pause): Promise<BoxTree> {
  const rows = values.length / columns;
  const width = widthOf(columns);
  const levels = Math.max(0, Math.ceil(Math.log2(rows / LEAF)));
  const leaves = 2 ** levels;
  const stride = Math.ceil(Math.ceil(rows / leaves) / 16) * 16;
  const nodes = 2 * leaves - 1;
  const tree: BoxTree = {
    rows,
    leaves,
    stride,
    leaf: leaves - 1,
    lows: workspace.allocate(nodes * 4),
    highs: workspace.allocate(nodes * 4),
    boxes: workspace.allocate(nodes * width * 8),
    norms: workspace.allocate(nodes * 4),
    blocks: workspace.allocate(leaves * stride * width * 4),
    codes: workspace.allocate(leaves * stride * (Math.ceil(columns / 2) + 1) * 4),
    frames: workspace.allocate(leaves * (width + 4) * 4),
    sorted: workspace.allocate(rows * columns * 8),
    order: workspace.allocate(rows * 4),
  };
  const mark = workspace.mark();
  const given = workspace.put(values);
  const points = await rotated(workspace, given, rows, columns, axes, pause);
  const keys = workspace.allocate(rows * 4);
  const order = workspace.integers(tree.order, rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  workspace.integers(tree.lows, 1)[0] = 0;
  workspace.integers(tree.highs, 1)[0] = rows;
  for (let level = 0; level <= levels; level++) {
    const first = 2 ** level - 1;
    await workspace.run("splitNode", [first, level === levels ? 1 : 0, points, width, tree.order, keys, tree.lows, tree.highs, tree.boxes, tree.norms], 2 ** level, pause);
  }
  await workspace.run("packLeaf", [tree.leaf, given, columns, points, width, tree.order, tree.lows, tree.highs, tree.boxes, stride, tree.blocks, tree.sorted, largestCode(columns), tree.codes, tree.frames], leaves, pause);
  workspace.release(mark);
  return tree;
}

/** Address of the rows on the new axes, in single precision. */
async function rotated(workspace: Workspace, values: number, rows: number, columns: number, { centre, axes }: PrincipalAxes, pause: Pause): Promise<number> {
  const width = widthOf(columns);
  const points = workspace.allocate(rows * width * 4);
  const centreAt = workspace.allocate(columns * 4);
  const axesAt = workspace.allocate(columns * width * 4);
  workspace.singles(centreAt, columns).set(centre);
  const matrix = workspace.singles(axesAt, columns * width).fill(0);
  for (let c = 0; c < columns; c++) for (let j = 0; j < columns; j++) matrix[c * width + j] = axes[j * columns + c];
  await workspace.run("rotateRows", [values, rows, columns, width, centreAt, axesAt, points, GRAIN], Math.ceil(rows / GRAIN), pause);
  return points;
}
