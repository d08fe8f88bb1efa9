import { rotateRow } from "./box-tree";

/**
 * Arguments of `findNeighbours`: two trees, the one whose rows ask and the one whose rows are searched. They may be the
 * same; then a row is not its own neighbour.
 */
@unmanaged
export class Search {
  same: f64;
  count: f64; // neighbours
  columns: f64;
  width: f64; // coordinates of a single precision row
  slack: f64; // relative error of a single precision coordinate difference
  pairs: f64; // pairs of coordinates that codes tell
  limit: f64; // largest code a coordinate may have
  centre: f64; // columns singles
  axes: f64; // see `rotateRows`
  askStride: f64; // points a leaf of the asking tree has room for
  askLeaf: f64; // number of its first leaf node
  askLows: f64;
  askHighs: f64;
  askBoxes: f64;
  askNorms: f64;
  askCodes: f64;
  askFrames: f64;
  askCorners: f64;
  askSorted: f64;
  stride: f64; // the same of the tree searched
  leaf: f64;
  lows: f64;
  highs: f64;
  boxes: f64;
  norms: f64;
  firsts: f64;
  codes: f64;
  frames: f64;
  corners: f64;
  sorted: f64;
  order: f64;
  found: f64; // asking rows in tree order × count: places of the neighbours, nearest first
  reach: f64; // asking rows in tree order: distance of the farthest of them
}

/** What a thread knows while one leaf asks, and where; stands at the start of its scratch memory. */
@unmanaged
export class Asking {
  low: i32; // place of the first asking row
  size: i32; // asking rows
  node: usize;
  ownError: f32; // what makes up for the errors of the asking rows in a search radius
  rounding: f32; // how far the way between two codes may be off: half a code in each coordinate of both points
  radii: usize; // a single an asking row: how far its neighbours may lie
  groupRadii: usize; // the largest of each group of them
  lists: usize; // squared distances of the neighbours known, doubles, count an asking row
  places: usize; // and where they are
  rows: usize; // asking rows × width singles, on the axes of the tree
  box: usize; // two corners of the box of a leaf searched, in codes of the asking leaf
  active: usize; // the asking rows that have this leaf within reach
  own: usize; // their codes in the frame of the leaf searched
  squares: usize; // squared length of these
  least: usize; // least product of a point of the leaf within their search radius
  members: usize; // for each group of points the numbers, among the active, of those that have it within reach; then of those that have all of them
  counts: usize; // how many these are
  stack: usize; // nodes still to be visited, each with its squared distance
  top: usize; // where the next one would be put
  tested: i32; // how often a row's groups were looked for one by one
  whole: i32; // and how often it had all of them within reach
  lastRow: i32; // no later row can be a neighbour, when the asking rows have enough at no distance
}

/** Points that have a box of their own inside a leaf. */
export const GROUP: i32 = 16;

/** Groups that a leaf has at most; one bit each in a mask. */
export const MOST_GROUPS: i32 = 64;

/** Bytes from one pair of coordinates of a group's points to the next. */
export const PAIR: usize = <usize>GROUP << 2;

/** Bytes of the codes of a group: pairs of coordinates, and minus half the squared length of each point. */
// @ts-ignore: decorator
@inline
export function groupSize(pairs: usize): usize {
  return (pairs + 1) * PAIR;
}

/** Bytes that the boxes of the groups of a leaf take. */
// @ts-ignore: decorator
@inline
export function cornersSize(pairs: usize, stride: usize): usize {
  return (stride + 4 * GROUP - 1) / (4 * GROUP) * pairs * 32;
}

/** Search radius while fewer neighbours than wanted are known; its square is still a number. */
const ANYWHERE: f32 = 9e18;

/** Levels of the tree at most. */
const LEVELS: usize = 32;

/** Lays out the scratch memory for one asking leaf. The caller of the kernel provides it: see `searchScratch`. */
export function begin(job: Search, block: i32, scratch: usize): Asking {
  const ask = changetype<Asking>(scratch);
  const count = <usize>job.count;
  const stride = <usize>job.askStride;
  const width = <usize>job.width;
  ask.node = <usize>job.askLeaf + block;
  ask.low = load<i32>(<usize>job.askLows + (ask.node << 2));
  ask.size = load<i32>(<usize>job.askHighs + (ask.node << 2)) - ask.low;
  ask.ownError = load<f32>(<usize>job.askNorms + (ask.node << 2)) * <f32>job.slack;
  ask.rounding = <f32>1.01 * sqrt(<f32>width);
  ask.radii = scratch + 128;
  ask.groupRadii = ask.radii + (stride << 2);
  ask.active = ask.groupRadii + (MOST_GROUPS << 2);
  ask.squares = ask.active + (stride << 2);
  ask.least = ask.squares + (stride << 2);
  ask.counts = ask.least + (stride << 2);
  ask.members = ask.counts + (MOST_GROUPS + 4 << 2);
  ask.stack = ask.members + (stride << 2) * (MOST_GROUPS + 1);
  ask.box = ask.stack + (LEVELS << 3);
  // The root, at no distance.
  store<u64>(ask.stack, 0);
  ask.top = ask.stack + 8;
  ask.lastRow = i32.MAX_VALUE;
  ask.tested = 0;
  ask.whole = 0;
  ask.own = ask.box + (width << 2);
  ask.lists = ask.own + stride * (width << 1);
  ask.places = ask.lists + stride * (count << 3);
  ask.rows = ask.places + (stride * (count << 2) + 15 & ~15);
  const columns = <usize>job.columns;
  for (let q: usize = 0; q < <usize>ask.size; q++) {
    const from = <usize>job.askSorted + ((<usize>ask.low + q) * columns << 3);
    rotateRow(from, columns, width << 2, <usize>job.centre, <usize>job.axes, ask.rows + (q * width << 2));
  }
  for (let q: usize = 0; q < stride; q++) store<f32>(ask.radii + (q << 2), q < <usize>ask.size ? ANYWHERE : 0);
  for (let g = 0; g < MOST_GROUPS; g++) store<f32>(ask.groupRadii + (<usize>g << 2), g * GROUP < ask.size ? ANYWHERE : -ANYWHERE);
  for (let i: usize = 0; i < <usize>ask.size * count; i++) {
    store<f64>(ask.lists + (i << 3), Infinity);
    store<i32>(ask.places + (i << 2), -1);
  }
  return ask;
}
