import { partOf, type Checkpoint } from "../checkpoint.js";
import type { RowSource } from "../row-source.js";
import { argumentsOf } from "../wasm/arguments-of.js";
import type { Workspace } from "../wasm/workspace.js";
import { buildBoxTree, largestCode, widthOf, type BoxTree } from "./box-tree.js";
import { principalAxes } from "./principal-axes.js";

/** Neighbours a thread looks at in one piece of work. */
const GRAIN = 40_000;

/** A single precision number is off by at most this share. */
const SINGLE = 1 / 0x100_0000;

/** The rows that others are compared with, and what becomes known of them, in the order of their tree. */
interface Searched {
  readonly workspace: Workspace;
  readonly columns: number;
  /** Neighbours that are looked for. */
  readonly count: number;
  readonly tree: BoxTree;
  /** Address of each row's distance to the last of its neighbours. */
  readonly reach: number;
  /** Address of each row's density. */
  readonly density: number;
}

/** Rows that are judged: their tree, and addresses of what is found out about them. */
interface Asking {
  readonly tree: BoxTree;
  /** Places of each row's neighbours, nearest first. */
  readonly found: number;
  readonly reach: number;
  readonly density: number;
}

/** What was found out about rows that are asked about again and again: reach and density of each, in the order of the tree. */
export interface LearntDensity {
  reach?: Float64Array;
  density?: Float64Array;
}

/**
 * Local outlier factors by a search through boxes, exact: boxes and single precision only leave out what can not be among
 * the nearest (Breunig and others 2000; the tree is Bentley's, 1975). See `localOutlierFactors` for what they mean.
 *
 * `asked`: rows to judge by the others; left out, the rows themselves. `learnt` keeps what the first call finds out about
 * `source`, so that later ones only look at the rows they ask about. Cost O(rows log rows) where rows lie near a
 * surface of few dimensions, as features of a KPI do, and up to O(rows²) for noise in many columns. Memory about
 * rows × (14 × columns + 4 × count) bytes.
 */
export async function fastOutlierFactors(
  workspace: Workspace,
  source: RowSource,
  count: number,
  checkpoint: Checkpoint,
  asked?: RowSource,
  learnt: LearntDensity = {},
): Promise<Float64Array> {
  const { columns } = source;
  const axes = principalAxes(source);
  const plant = (rows: RowSource, watch: Checkpoint, pairs?: number): Promise<BoxTree> =>
    buildBoxTree(workspace, rows, axes, watch, pairs);
  const tree = await plant(source, partOf(checkpoint, 0, 0.05));
  const known = asked !== undefined && learnt.reach !== undefined;
  const own = roomFor(workspace, tree, known ? 0 : count);
  const searched: Searched = { workspace, columns, count, tree, reach: own.reach, density: own.density };
  if (asked && learnt.reach && learnt.density) {
    workspace.doubles(searched.reach, tree.rows).set(learnt.reach);
    workspace.doubles(searched.density, tree.rows).set(learnt.density);
  } else {
    await search(searched, own, partOf(checkpoint, 0.05, asked ? 0.48 : 0.95));
    await judge(searched, own, partOf(checkpoint, asked ? 0.48 : 0.95, asked ? 0.5 : 0.98));
    learnt.reach = workspace.doubles(searched.reach, tree.rows).slice();
    learnt.density = workspace.doubles(searched.density, tree.rows).slice();
    if (!asked) return factors(searched, own, partOf(checkpoint, 0.98, 1));
  }
  const others = roomFor(workspace, await plant(asked, partOf(checkpoint, 0.5, 0.55), tree.pairs), count);
  await search(searched, others, partOf(checkpoint, 0.55, 0.95));
  await judge(searched, others, partOf(checkpoint, 0.95, 0.98));
  return factors(searched, others, partOf(checkpoint, 0.98, 1));
}

function roomFor(workspace: Workspace, tree: BoxTree, count: number): Asking {
  return {
    tree,
    found: workspace.allocate(tree.rows * count * 4),
    reach: workspace.allocate(tree.rows * 8),
    density: workspace.allocate(tree.rows * 8),
  };
}

/** Finds the neighbours of each asking row, and the distance of the last of them. */
async function search(searched: Searched, asking: Asking, checkpoint: Checkpoint): Promise<void> {
  const { workspace, columns, count, tree } = searched;
  const ask = asking.tree;
  const width = widthOf(columns);
  const args = argumentsOf("findNeighbours", {
    same: ask === tree ? 1 : 0,
    count,
    columns,
    width,
    // Turning onto other axes and rounding move a point by so much of its distance from the centre.
    slack: 2 * SINGLE * (columns + 8),
    pairs: tree.pairs,
    limit: largestCode(columns),
    centre: ask.centre,
    axes: ask.axes,
    askStride: ask.stride,
    askLeaf: ask.leaf,
    askLows: ask.lows,
    askHighs: ask.highs,
    askBoxes: ask.boxes,
    askNorms: ask.norms,
    askCodes: ask.codes,
    askFrames: ask.frames,
    askCorners: ask.corners,
    askSorted: ask.sorted,
    stride: tree.stride,
    leaf: tree.leaf,
    lows: tree.lows,
    highs: tree.highs,
    boxes: tree.boxes,
    norms: tree.norms,
    firsts: tree.firsts,
    codes: tree.codes,
    frames: tree.frames,
    corners: tree.corners,
    sorted: tree.sorted,
    order: tree.order,
    found: asking.found,
    reach: asking.reach,
  });
  await workspace.run("findNeighbours", args, ask.leaves, checkpoint, searchScratch(ask.stride, width, count));
}

/** Bytes of scratch memory for one asking leaf, as assembly/search.ts lays it out. */
function searchScratch(stride: number, width: number, count: number): number {
  return 1024 + width * 4 + stride * (280 + width * 6 + count * 12);
}

/** Finds the density around each asking row. */
function judge(searched: Searched, asking: Asking, checkpoint: Checkpoint): Promise<unknown> {
  return fromDensities("reachability", searched, asking, 0, checkpoint);
}

/** The factor of each asking row, in the order of the rows. */
async function factors(searched: Searched, asking: Asking, checkpoint: Checkpoint): Promise<Float64Array> {
  const { workspace } = searched;
  const { rows } = asking.tree;
  const out = workspace.allocate(rows * 8);
  await fromDensities("outlierFactors", searched, asking, out, checkpoint);
  return workspace.doubles(out, rows).slice();
}

function fromDensities(
  kernel: "reachability" | "outlierFactors",
  { workspace, columns, count, tree, reach, density }: Searched,
  asking: Asking,
  out: number,
  checkpoint: Checkpoint,
): Promise<unknown> {
  const { rows, sorted, order } = asking.tree;
  const grain = Math.ceil(GRAIN / count);
  const args = argumentsOf(kernel, {
    rows,
    grain,
    count,
    columns,
    askSorted: sorted,
    sorted: tree.sorted,
    found: asking.found,
    reach,
    askDensity: asking.density,
    density,
    askOrder: order,
    out,
  });
  return workspace.run(kernel, args, Math.ceil(rows / grain), checkpoint);
}
