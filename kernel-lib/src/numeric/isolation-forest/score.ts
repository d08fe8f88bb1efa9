import { pow } from "../math.js";
import { averagePathLength } from "./average-path-length.js";
import type { Forest } from "./grow.js";

/** Rows walked through one tree before the next tree is taken, so that rows and tree stay in the processor's cache. */
const BLOCK = 256;

/**
 * Anomaly score 2^(-E(h) / c(subsample)) of each row: near 1 isolated after few splits, around 0.5 nothing special
 * (Liu, Ting, Zhou 2008, equation 2). O(rows × trees × depth).
 */
export function scoreForest(forest: Forest, values: Float64Array): Float64Array {
  const rows = values.length / forest.columns;
  const paths = new Float64Array(rows);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (let tree = 0; tree < forest.trees; tree++) addPaths(forest, tree, values, from, to, paths);
  }
  return scoresOfPaths(forest, paths);
}

/** Turns the summed path lengths of each row into scores, in place. */
export function scoresOfPaths(forest: Forest, paths: Float64Array): Float64Array {
  const usual = forest.trees * averagePathLength(forest.subsample);
  for (let row = 0; row < paths.length; row++) paths[row] = pow(2, -paths[row] / usual);
  return paths;
}

function addPaths(
  forest: Forest,
  tree: number,
  values: Float64Array,
  from: number,
  to: number,
  paths: Float64Array,
): void {
  const { columns, depth, feature, split, left, path } = forest;
  const base = tree * forest.stride;
  for (let row = from; row < to; row++) {
    let node = base;
    for (let step = 0; step < depth; step++) {
      node = base + left[node] + (values[row * columns + feature[node]] > split[node] ? 1 : 0);
    }
    paths[row] += path[node];
  }
}
