import { ownThread, type Compute } from "../compute.js";
import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
import type { Workspace } from "../wasm/workspace.js";
import type { Forest } from "./grow.js";
import { scoreForest, scoresOfPaths } from "./score.js";

/** Rows a thread takes through all trees at a time. */
const GRAIN = 256;

/** Bytes of memory that `isolationScores` needs for so many rows, at most. */
export function isolationBytes(rows: number, columns: number, trees: number, subsample: number): number {
  return rows * (8 * columns + 8) + trees * subsample * 48 + (1 << 20);
}

/** Anomaly score of each row (see `scoreForest`), in WebAssembly where there is one; the same bytes either way. */
export function isolationScores(
  forest: Forest,
  values: Float64Array,
  compute: Compute = ownThread(),
  checkpoint: Checkpoint = noCheckpoint,
): Promise<Float64Array> {
  return compute.use((workspace) =>
    workspace ? walkTrees(workspace, forest, values, checkpoint) : Promise.resolve(scoreForest(forest, values)),
  );
}

async function walkTrees(
  workspace: Workspace,
  forest: Forest,
  values: Float64Array,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const { columns, trees, stride, depth } = forest;
  const rows = values.length / columns;
  const nodes = packNodes(workspace, forest);
  const out = workspace.allocate(rows * 8);
  const given = await workspace.putInParts(values, checkpoint);
  await workspace.run(
    "walkTrees",
    [given, rows, columns, nodes, workspace.put(forest.path), trees, stride, depth, out, GRAIN],
    Math.ceil(rows / GRAIN),
    checkpoint,
  );
  return scoresOfPaths(forest, workspace.doubles(out, rows).slice());
}

/** A node in 16 bytes: split, byte offset of its feature in a row, left child. */
function packNodes(workspace: Workspace, { feature, split, left }: Forest): number {
  const at = workspace.allocate(feature.length * 16);
  const splits = workspace.doubles(at, feature.length * 2);
  const links = workspace.integers(at, feature.length * 4);
  for (let node = 0; node < feature.length; node++) {
    splits[2 * node] = split[node];
    links[4 * node + 2] = feature[node] * 8;
    links[4 * node + 3] = left[node];
  }
  return at;
}
