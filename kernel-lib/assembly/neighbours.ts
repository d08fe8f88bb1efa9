import { scanLeaf, scanOwnLeaf } from "./scan-leaf";
import { Asking, begin, GROUP, Search } from "./search";
import { sum4 } from "./box-tree";

/** Leaves of up to 512 rows visited between two looks at the clock, times the pairs of coordinates that codes tell. */
const VISITS: i32 = 600;

/**
 * The nearest rows of all rows of one leaf, exactly: by distance in double precision, then by row number. Returns whether
 * there is more to do; then it is to be called again, with the same scratch memory, for `~block`.
 *
 * Boxes and rounded coordinates only leave out what can not be among them; every error they may have is added to the
 * search radius.
 */
export function findNeighbours(args: usize, block: i32, scratch: usize): bool {
  const job = changetype<Search>(args);
  const ask = block < 0 ? changetype<Asking>(scratch) : begin(job, block, scratch);
  const count = <usize>job.count;
  if (block >= 0 && job.same != 0) scanOwnLeaf(job, ask);
  if (walk(job, ask)) return true;
  for (let q: usize = 0; q < <usize>ask.size; q++) {
    const to = <usize>ask.low + q;
    memory.copy(<usize>job.found + to * (count << 2), ask.places + q * (count << 2), count << 2);
    store<f64>(<usize>job.reach + (to << 3), sqrt(load<f64>(ask.lists + (q * count + count - 1 << 3))));
  }
  return false;
}

/** Goes on through the searched tree from near to far, past every box that is out of reach of all asking rows; says whether leaves are left. */
function walk(job: Search, ask: Asking): bool {
  const width = <usize>job.width << 2;
  const askBox = <usize>job.askBoxes + ask.node * (width << 1);
  const firstLeaf = <usize>job.leaf;
  let top = ask.top;
  let radius = farthest(job, ask);
  let visits = 1 + VISITS / (<i32>job.pairs * (<i32>(job.stride * job.askStride) / (1 << 18) + 1));
  while (top > ask.stack && visits > 0) {
    top -= 8;
    let node = <usize>load<u32>(top);
    let reachable = !outOfReach(job, ask, node, load<f32>(top, 4), radius);
    while (reachable && node < firstLeaf) {
      let near = 2 * node + 1;
      let far = near + 1;
      let nearDistance = between(askBox, <usize>job.boxes + near * (width << 1), width);
      let farDistance = between(askBox, <usize>job.boxes + far * (width << 1), width);
      if (farDistance < nearDistance || (farDistance == nearDistance && firstRow(job, far) < firstRow(job, near))) {
        const held = nearDistance;
        nearDistance = farDistance;
        farDistance = held;
        far = near;
        near = 4 * node + 3 - far;
      }
      if (!outOfReach(job, ask, far, farDistance, radius)) top = push(top, far, farDistance);
      node = near;
      reachable = !outOfReach(job, ask, near, nearDistance, radius);
    }
    if (!reachable || (job.same != 0 && node == ask.node)) continue;
    visits--;
    if (scanLeaf(job, ask, node)) radius = farthest(job, ask);
  }
  ask.top = top;
  return top > ask.stack;
}

// @ts-ignore: decorator
@inline
function push(top: usize, node: usize, squared: f32): usize {
  store<u32>(top, <u32>node);
  store<f32>(top, squared, 4);
  return top + 8;
}

// @ts-ignore: decorator
@inline
function outOfReach(job: Search, ask: Asking, node: usize, squared: f32, radius: f32): bool {
  const reach = radius + load<f32>(<usize>job.norms + (node << 2)) * <f32>job.slack;
  return squared > reach * reach || firstRow(job, node) > ask.lastRow;
}

// @ts-ignore: decorator
@inline
function firstRow(job: Search, node: usize): i32 {
  return load<i32>(<usize>job.firsts + (node << 2));
}

/** Notes the largest search radius in each group of the asking rows; returns the largest of all. */
function farthest(job: Search, ask: Asking): f32 {
  let most: f32 = 0;
  for (let first = 0; first < ask.size; first += GROUP) {
    let group = v128.load(ask.radii + (<usize>first << 2));
    for (let q = first + 4; q < first + GROUP; q += 4) group = f32x4.pmax(group, v128.load(ask.radii + (<usize>q << 2)));
    const largest = max(max(f32x4.extract_lane(group, 0), f32x4.extract_lane(group, 1)), max(f32x4.extract_lane(group, 2), f32x4.extract_lane(group, 3)));
    store<f32>(ask.groupRadii + (<usize>(first / GROUP) << 2), largest);
    most = max(most, largest);
  }
  // Then all have their neighbours at no distance at all: only an earlier row could take a place among them.
  if (most <= ask.ownError) noteLastRow(job, ask);
  return most;
}

function noteLastRow(job: Search, ask: Asking): void {
  const count = <usize>job.count;
  let last = 0;
  for (let q: usize = 0; q < <usize>ask.size; q++) {
    const at = q * count + count - 1;
    if (load<f64>(ask.lists + (at << 3)) > 0) return;
    last = max(last, load<i32>(<usize>job.order + (load<u32>(ask.places + (at << 2)) << 2)));
  }
  ask.lastRow = last;
}

/** Squared distance of two boxes. */
function between(a: usize, b: usize, width: usize): f32 {
  let sum = f32x4.splat(0);
  const zero = f32x4.splat(0);
  for (let part: usize = 0; part < width; part += 16) {
    const above = f32x4.sub(v128.load(b + part), v128.load(a + width + part));
    const below = f32x4.sub(v128.load(a + part), v128.load(b + width + part));
    const gap = f32x4.pmax(zero, f32x4.pmax(above, below));
    sum = f32x4.add(sum, f32x4.mul(gap, gap));
  }
  return sum4(sum);
}
