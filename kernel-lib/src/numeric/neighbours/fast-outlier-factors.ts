import { partOf, type Checkpoint } from "../checkpoint.js";
import type { Workspace } from "../wasm/workspace.js";
import { buildBoxTree, largestCode, widthOf, type BoxTree } from "./box-tree.js";
import { principalAxes } from "./principal-axes.js";

/** Neighbours a thread looks at in one piece of work. */
const GRAIN = 40_000;

/** A single precision number is off by at most this share. */
const SINGLE = 1 / 0x100_0000;

/** What is known of the rows that others are compared with. */
interface Searched {
  readonly tree: BoxTree;
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
 * `values`, so that later ones only look at the rows they ask about. Cost O(rows log rows) where rows lie near a
 * surface of few dimensions, as features of a KPI do, and up to O(rows²) for noise in many columns. Memory about
 * rows × (32 × columns + 4 × count) bytes.
 */
export async function fastOutlierFactors(
  workspace: Workspace,
  values: Float64Array,
  columns: number,
  count: number,
  checkpoint: Checkpoint,
  asked?: Float64Array,
  learnt: LearntDensity = {},
): Promise<Float64Array> {
  const axes = principalAxes(values, columns);
  const plant = (rows: Float64Array, watch: Checkpoint, pairs?: number): Promise<BoxTree> =>
    buildBoxTree(workspace, rows, columns, axes, watch, pairs);
  const tree = await plant(values, partOf(checkpoint, 0, 0.05));
  const searched: Searched = {
    tree,
    reach: workspace.allocate(tree.rows * 8),
    density: workspace.allocate(tree.rows * 8),
  };
  if (asked && learnt.reach && learnt.density) {
    workspace.doubles(searched.reach, tree.rows).set(learnt.reach);
    workspace.doubles(searched.density, tree.rows).set(learnt.density);
  } else {
    const found = await search(
      workspace,
      tree,
      searched,
      columns,
      count,
      searched.reach,
      partOf(checkpoint, 0.05, asked ? 0.48 : 0.95),
    );
    await judge(
      workspace,
      tree,
      searched,
      columns,
      count,
      found,
      searched.density,
      partOf(checkpoint, asked ? 0.48 : 0.95, asked ? 0.5 : 0.98),
    );
    learnt.reach = workspace.doubles(searched.reach, tree.rows).slice();
    learnt.density = workspace.doubles(searched.density, tree.rows).slice();
    if (!asked)
      return factors(workspace, tree, searched, columns, count, found, searched.density, partOf(checkpoint, 0.98, 1));
  }
  const other = await plant(asked, partOf(checkpoint, 0.5, 0.55), tree.pairs);
  const otherFound = await search(
    workspace,
    other,
    searched,
    columns,
    count,
    workspace.allocate(other.rows * 8),
    partOf(checkpoint, 0.55, 0.95),
  );
  const around = workspace.allocate(other.rows * 8);
  await judge(workspace, other, searched, columns, count, otherFound, around, partOf(checkpoint, 0.95, 0.98));
  return factors(workspace, other, searched, columns, count, otherFound, around, partOf(checkpoint, 0.98, 1));
}

/** Address of the places of each row's neighbours; writes the distance of the last of them to `reach`. */
async function search(
  workspace: Workspace,
  asking: BoxTree,
  { tree }: Searched,
  columns: number,
  count: number,
  reach: number,
  checkpoint: Checkpoint,
): Promise<number> {
  const width = widthOf(columns);
  const found = workspace.allocate(asking.rows * count * 4);
  // Turning onto other axes and rounding move a point by so much of its distance from the centre.
  const slack = 2 * SINGLE * (columns + 8);
  const args = [
    asking === tree ? 1 : 0,
    count,
    columns,
    width,
    slack,
    tree.pairs,
    largestCode(columns),
    asking.stride,
    asking.leaf,
    asking.lows,
    asking.highs,
    asking.boxes,
    asking.norms,
    asking.singles,
    asking.codes,
    asking.frames,
    asking.corners,
    asking.sorted,
    tree.stride,
    tree.leaf,
    tree.lows,
    tree.highs,
    tree.boxes,
    tree.norms,
    tree.firsts,
    tree.codes,
    tree.frames,
    tree.corners,
    tree.sorted,
    tree.order,
    found,
    reach,
  ];
  await workspace.run("findNeighbours", args, asking.leaves, checkpoint, searchScratch(asking.stride, width, count));
  return found;
}

/** Bytes of scratch memory for one asking leaf, as assembly/search.ts lays it out. */
function searchScratch(stride: number, width: number, count: number): number {
  return 1024 + width * 4 + stride * (152 + width * 2 + count * 12);
}

/** Writes the density around each asking row to `density`. */
async function judge(
  workspace: Workspace,
  asking: BoxTree,
  searched: Searched,
  columns: number,
  count: number,
  found: number,
  density: number,
  checkpoint: Checkpoint,
): Promise<void> {
  const grain = Math.ceil(GRAIN / count);
  const args = [
    asking.rows,
    grain,
    count,
    columns,
    asking.sorted,
    searched.tree.sorted,
    found,
    searched.reach,
    density,
    searched.density,
    asking.order,
    0,
  ];
  await workspace.run("reachability", args, Math.ceil(asking.rows / grain), checkpoint);
}

async function factors(
  workspace: Workspace,
  asking: BoxTree,
  searched: Searched,
  columns: number,
  count: number,
  found: number,
  density: number,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const out = workspace.allocate(asking.rows * 8);
  const grain = Math.ceil(GRAIN / count);
  const args = [
    asking.rows,
    grain,
    count,
    columns,
    asking.sorted,
    searched.tree.sorted,
    found,
    searched.reach,
    density,
    searched.density,
    asking.order,
    out,
  ];
  await workspace.run("outlierFactors", args, Math.ceil(asking.rows / grain), checkpoint);
  return workspace.doubles(out, asking.rows).slice();
}
