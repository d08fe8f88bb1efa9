import { log2 } from "../math.js";
import type { Random } from "../random.js";
import { averagePathLength } from "./average-path-length.js";

/**
 * Isolation trees side by side in flat arrays. Node i of tree t stands at `t * stride + i`, its children at `left` and
 * `left + 1`. A leaf leads to itself (its `split` is infinite), so that walking `depth` steps from the root always ends
 * at a leaf without asking whether one has been reached.
 */
export interface Forest {
  readonly trees: number;
  readonly columns: number;
  /** Rows each tree was grown on. */
  readonly subsample: number;
  /** Most steps from a root to a leaf. */
  readonly depth: number;
  readonly stride: number;
  readonly feature: Int32Array;
  /** A value above it goes to the right child. */
  readonly split: Float64Array;
  readonly left: Int32Array;
  /** At a leaf: its depth plus the mean depth its rows would still have. */
  readonly path: Float64Array;
}

/**
 * Grows isolation trees: each on its own `subsample` rows drawn without replacement, split at a random place of a random
 * column until every row is alone or the depth reaches log2 of the subsample (Liu, Ting, Zhou 2008 and 2012).
 *
 * Each tree has its own stream of random numbers, so a tree depends on the seed and its number only.
 * O(trees × subsample × log subsample), whatever the number of rows.
 */
export function growForest(
  values: Float64Array,
  columns: number,
  trees: number,
  subsample: number,
  random: Random,
): Forest {
  const rows = values.length / columns;
  const size = Math.min(subsample, rows);
  const stride = 2 * size - 1;
  const forest: Forest = {
    trees,
    columns,
    subsample: size,
    depth: Math.ceil(log2(Math.max(2, size))),
    stride,
    feature: new Int32Array(trees * stride),
    split: new Float64Array(trees * stride).fill(Infinity),
    left: new Int32Array(trees * stride),
    path: new Float64Array(trees * stride),
  };
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  const drawn: Drawn = { values: new Float64Array(size * columns), columns, rows: new Uint32Array(size) };
  for (let tree = 0; tree < trees; tree++) {
    const stream = random.fork(`tree ${tree}`);
    drawRows(values, order, drawn, stream);
    growTree(forest, tree, drawn, stream);
  }
  return forest;
}

/** The rows of one tree. */
interface Drawn {
  /** Side by side, so that they stay in the processor's cache. */
  readonly values: Float64Array;
  readonly columns: number;
  /** Their numbers, in the order in which the tree parts them. */
  readonly rows: Uint32Array;
}

/** Draws rows without replacement. */
function drawRows(values: Float64Array, order: Uint32Array, drawn: Drawn, random: Random): void {
  const { columns, rows } = drawn;
  const swaps = draw(order, rows.length, random);
  for (let i = 0; i < rows.length; i++) {
    const from = order[i] * columns;
    for (let c = 0; c < columns; c++) drawn.values[i * columns + c] = values[from + c];
    rows[i] = i;
  }
  putBack(order, swaps);
}

function growTree(forest: Forest, tree: number, { values, columns, rows }: Drawn, random: Random): void {
  const { subsample, depth: deepest } = forest;
  const base = tree * forest.stride;
  const open = [{ node: 0, from: 0, to: subsample, depth: 0 }];
  const choice = Int32Array.from({ length: columns }, (_, i) => i);
  let used = 1;
  for (let part = open.pop(); part; part = open.pop()) {
    const { node, from, to, depth } = part;
    const column =
      depth < deepest && to - from > 1 ? chooseColumn(values, columns, rows, from, to, choice, random) : -1;
    if (column < 0) {
      forest.left[base + node] = node;
      forest.path[base + node] = depth + averagePathLength(to - from);
      continue;
    }
    const split = chooseSplit(values, columns, rows, from, to, column, random);
    const middle = partition(values, columns, rows, from, to, column, split);
    forest.feature[base + node] = column;
    forest.split[base + node] = split;
    forest.left[base + node] = used;
    open.push(
      { node: used + 1, from: middle, to, depth: depth + 1 },
      { node: used, from, to: middle, depth: depth + 1 },
    );
    used += 2;
  }
}

/** Brings `count` rows drawn without replacement to the front; says which places were swapped. */
function draw(order: Uint32Array, count: number, random: Random): Uint32Array {
  const swaps = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    swaps[i] = i + random.integer(order.length - i);
    swap(order, i, swaps[i]);
  }
  return swaps;
}

/** Undoes `draw`, so that the next tree starts from the same order. */
function putBack(order: Uint32Array, swaps: Uint32Array): void {
  for (let i = swaps.length - 1; i >= 0; i--) swap(order, i, swaps[i]);
}

function swap(list: Uint32Array | Int32Array, a: number, b: number): void {
  const held = list[a];
  list[a] = list[b];
  list[b] = held;
}

/** A random column among those that vary here; -1 when none does. */
function chooseColumn(
  values: Float64Array,
  columns: number,
  rows: Uint32Array,
  from: number,
  to: number,
  choice: Int32Array,
  random: Random,
): number {
  for (let left = columns; left > 0; left--) {
    const pick = random.integer(left);
    const column = choice[pick];
    const first = values[rows[from] * columns + column];
    for (let i = from + 1; i < to; i++) if (values[rows[i] * columns + column] !== first) return column;
    swap(choice, pick, left - 1);
  }
  return -1;
}

/** A place between the smallest and the largest value, never at the largest, so that both sides get a row. */
function chooseSplit(
  values: Float64Array,
  columns: number,
  rows: Uint32Array,
  from: number,
  to: number,
  column: number,
  random: Random,
): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = from; i < to; i++) {
    const value = values[rows[i] * columns + column];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const share = random.next();
  const split = low * (1 - share) + high * share;
  return split >= low && split < high ? split : low;
}

/** Rows up to the split first; returns where the others start. */
function partition(
  values: Float64Array,
  columns: number,
  rows: Uint32Array,
  from: number,
  to: number,
  column: number,
  split: number,
): number {
  let middle = from;
  for (let i = from; i < to; i++) {
    if (values[rows[i] * columns + column] <= split) swap(rows, i, middle++);
  }
  return middle;
}
