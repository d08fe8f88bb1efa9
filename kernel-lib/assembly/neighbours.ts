import { sum4 } from "./box-tree";

/**
 * Arguments of `findNeighbours`: two trees, the one whose rows ask and the one whose rows are searched. They may be the
 * same; then a row is not its own neighbour.
 */
@unmanaged
class Search {
  same: f64;
  count: f64; // neighbours
  columns: f64;
  width: f64;
  stride: f64; // points a leaf block of the tree searched has room for
  slack: f64; // relative error of a single precision coordinate difference
  askLeaf: f64; // number of the first leaf node of the asking tree
  askLows: f64;
  askHighs: f64;
  askBoxes: f64;
  askNorms: f64;
  askBlocks: f64;
  askSorted: f64;
  leaf: f64; // the same of the tree searched
  lows: f64;
  highs: f64;
  boxes: f64;
  norms: f64;
  blocks: f64;
  sorted: f64;
  order: f64;
  found: f64; // asking rows in tree order × count: places of the neighbours, nearest first
  reach: f64; // asking rows in tree order: distance of the farthest of them
  askStride: f64; // points a leaf block of the asking tree has room for
  dense: f64; // 1 where rows fill all directions, so that few can be told apart by their first coordinates
}

// Scratch memory: search radii (a single a row), the part of them that makes up for the errors of the asking rows, the rows
// that have a box within reach, a stack of nodes, then for each row its list of squared distances (doubles), then of places.
const OWN_ERROR: usize = 2048;
const ACTIVE: usize = 2560;
const STACK: usize = 4096;
const LISTS: usize = 8192;

/** Search radius while fewer neighbours than wanted are known; its square is still a number. */
const ANYWHERE: f32 = 9e18;

/**
 * The nearest rows of all rows of one leaf, exactly: by distance in double precision, then by row number.
 *
 * Boxes and single precision distances only leave out what can not be among them; every error they may have is added to
 * the search radius.
 */
export function findNeighbours(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Search>(args);
  const node = <usize>job.askLeaf + block;
  const low = load<i32>(<usize>job.askLows + (node << 2));
  const size = load<i32>(<usize>job.askHighs + (node << 2)) - low;
  const count = <usize>job.count;
  const lists = scratch + LISTS;
  const places = lists + <usize>size * count * 8;
  for (let q: usize = 0; q < <usize>job.askStride; q++) store<f32>(scratch + (q << 2), q < <usize>size ? ANYWHERE : 0);
  for (let i: usize = 0; i < <usize>size * count; i++) {
    store<f64>(lists + (i << 3), Infinity);
    store<i32>(places + (i << 2), -1);
  }
  store<f32>(scratch, load<f32>(<usize>job.askNorms + (node << 2)) * <f32>job.slack, OWN_ERROR);
  if (job.same != 0) scanLeaf(job, block, low, size, node, scratch);
  walk(job, block, low, size, node, scratch);
  for (let q: usize = 0; q < <usize>size; q++) {
    const to = <usize>low + q;
    memory.copy(<usize>job.found + to * (count << 2), places + q * (count << 2), count << 2);
    store<f64>(<usize>job.reach + (to << 3), sqrt(load<f64>(lists + (q * count + count - 1 << 3))));
  }
}

/** Goes through the searched tree from near to far, past every box that is out of reach of all asking rows. */
function walk(job: Search, block: i32, low: i32, size: i32, home: usize, scratch: usize): void {
  const width = <usize>job.width << 2;
  const askBox = <usize>job.askBoxes + home * (width << 1);
  const firstLeaf = <usize>job.leaf;
  // A stack entry is a node and its squared distance; the tree is at most 30 levels deep.
  const stack = scratch + STACK;
  let top = stack;
  store<u32>(top, 0);
  store<f32>(top + 4, 0);
  top += 8;
  let radius = farthest(scratch, <usize>job.askStride);
  while (top > stack) {
    top -= 8;
    let node = <usize>load<u32>(top);
    let reachable = !outOfReach(job, node, load<f32>(top + 4), radius);
    while (reachable && node < firstLeaf) {
      let near = 2 * node + 1;
      let far = near + 1;
      let nearDistance = between(askBox, <usize>job.boxes + near * (width << 1), width);
      let farDistance = between(askBox, <usize>job.boxes + far * (width << 1), width);
      if (farDistance < nearDistance) {
        const held = nearDistance;
        nearDistance = farDistance;
        farDistance = held;
        far = near;
        near = 4 * node + 3 - far;
      }
      if (!outOfReach(job, far, farDistance, radius)) {
        store<u32>(top, <u32>far);
        store<f32>(top + 4, farDistance);
        top += 8;
      }
      node = near;
      reachable = !outOfReach(job, near, nearDistance, radius);
    }
    if (!reachable || (job.same != 0 && node == home)) continue;
    if (scanLeaf(job, block, low, size, node, scratch)) radius = farthest(scratch, <usize>job.askStride);
  }
}

// @ts-ignore: decorator
@inline
function outOfReach(job: Search, node: usize, squared: f32, radius: f32): bool {
  const reach = radius + load<f32>(<usize>job.norms + (node << 2)) * <f32>job.slack;
  return squared > reach * reach;
}

/** The largest search radius of the asking rows. */
function farthest(radii: usize, count: usize): f32 {
  let most = v128.load(radii);
  for (let i: usize = 16; i < count << 2; i += 16) most = f32x4.pmax(most, v128.load(radii + i));
  return max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
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

/** Looks for neighbours of the asking rows in one leaf; says whether any radius shrank. */
function scanLeaf(job: Search, block: i32, low: i32, size: i32, node: usize, scratch: usize): bool {
  const width = <usize>job.width;
  const stride = <usize>job.stride << 2;
  const askStride = <usize>job.askStride << 2;
  const askBlock = <usize>job.askBlocks + <usize>block * (width + 1) * askStride;
  const leafBlock = <usize>job.blocks + (node - <usize>job.leaf) * (width + 1) * stride;
  const box = <usize>job.boxes + node * (width << 3);
  const error = load<f32>(<usize>job.norms + (node << 2)) * <f32>job.slack;
  const leafLow = load<i32>(<usize>job.lows + (node << 2));
  const leafSize = load<i32>(<usize>job.highs + (node << 2)) - leafLow;
  let changed = false;
  let active: usize = 0;
  for (let q: usize = 0; q < <usize>size; q += 4) {
    let mask = withinReach(askBlock + (q << 2), askStride, box, width, scratch + (q << 2), error);
    while (mask != 0) {
      store<u32>(scratch + (active++ << 2), <u32>(q + <usize>ctz(mask)), ACTIVE);
      mask &= mask - 1;
    }
  }
  let next: usize = 0;
  if (job.dense != 0) {
    const norms = load<f32>(<usize>job.norms + (node << 2)) + load<f32>(scratch, OWN_ERROR) / <f32>job.slack;
    const productError = <f32>job.slack * norms * norms;
    for (; next + 4 <= active; next += 4) {
      if (scanFour(job, scratch + (next << 2), low, askBlock, leafBlock, leafLow, leafSize, error, productError, scratch, size)) changed = true;
    }
  }
  for (; next < active; next++) {
    if (scanFor(job, load<i32>(scratch + (next << 2), ACTIVE), low, askBlock, leafBlock, leafLow, leafSize, error, scratch, size)) changed = true;
  }
  return changed;
}

/** The least product, less half the squared length of the other row, of a row within the search radius. */
// @ts-ignore: decorator
@inline
function leastProduct(half: f32, radius: f32, error: f32, productError: f32): f32 {
  const reach = radius + error;
  return half - reach * reach * <f32>0.500001 - productError;
}

/**
 * Compares four asking rows with a leaf, eight rows at a time, by products instead of differences: half the squared
 * distance is the halves of the squared lengths less the product, so each coordinate read serves four rows.
 */
function scanFour(job: Search, asks: usize, low: i32, askBlock: usize, leafBlock: usize, leafLow: i32, leafSize: i32, error: f32, productError: f32, scratch: usize, size: i32): bool {
  const width = <usize>job.width;
  const stride = <usize>job.stride << 2;
  const askStride = <usize>job.askStride << 2;
  const qa = <usize>load<u32>(asks, ACTIVE) << 2;
  const qb = <usize>load<u32>(asks, ACTIVE + 4) << 2;
  const qc = <usize>load<u32>(asks, ACTIVE + 8) << 2;
  const qd = <usize>load<u32>(asks, ACTIVE + 12) << 2;
  const askHalf = askBlock + width * askStride;
  const ha = load<f32>(askHalf + qa);
  const hb = load<f32>(askHalf + qb);
  const hc = load<f32>(askHalf + qc);
  const hd = load<f32>(askHalf + qd);
  let ta = f32x4.splat(leastProduct(ha, load<f32>(scratch + qa), error, productError));
  let tb = f32x4.splat(leastProduct(hb, load<f32>(scratch + qb), error, productError));
  let tc = f32x4.splat(leastProduct(hc, load<f32>(scratch + qc), error, productError));
  let td = f32x4.splat(leastProduct(hd, load<f32>(scratch + qd), error, productError));
  const end = leafBlock + <usize>job.columns * stride;
  const halves = leafBlock + width * stride;
  let changed = false;
  for (let slot: usize = 0; slot < <usize>leafSize; slot += 8) {
    const at = slot << 2;
    const left = f32x4.neg(v128.load(halves + at));
    const right = f32x4.neg(v128.load(halves + at, 16));
    let a0 = left, b0 = left, c0 = left, d0 = left;
    let a1 = right, b1 = right, c1 = right, d1 = right;
    let own = askBlock;
    for (let from = leafBlock + at; from < end; from += stride) {
      const x0 = v128.load(from);
      const x1 = v128.load(from, 16);
      const a = v128.load32_splat(own + qa);
      a0 = f32x4.add(a0, f32x4.mul(x0, a));
      a1 = f32x4.add(a1, f32x4.mul(x1, a));
      const b = v128.load32_splat(own + qb);
      b0 = f32x4.add(b0, f32x4.mul(x0, b));
      b1 = f32x4.add(b1, f32x4.mul(x1, b));
      const c = v128.load32_splat(own + qc);
      c0 = f32x4.add(c0, f32x4.mul(x0, c));
      c1 = f32x4.add(c1, f32x4.mul(x1, c));
      const d = v128.load32_splat(own + qd);
      d0 = f32x4.add(d0, f32x4.mul(x0, d));
      d1 = f32x4.add(d1, f32x4.mul(x1, d));
      own += askStride;
    }
    a0 = f32x4.ge(a0, ta);
    a1 = f32x4.ge(a1, ta);
    b0 = f32x4.ge(b0, tb);
    b1 = f32x4.ge(b1, tb);
    c0 = f32x4.ge(c0, tc);
    c1 = f32x4.ge(c1, tc);
    d0 = f32x4.ge(d0, td);
    d1 = f32x4.ge(d1, td);
    if (!v128.any_true(v128.or(v128.or(v128.or(a0, a1), v128.or(b0, b1)), v128.or(v128.or(c0, c1), v128.or(d0, d1))))) continue;
    const place = leafLow + <i32>slot;
    if (takeEight(job, <i32>(qa >> 2), a0, a1, place, low, scratch, size)) {
      ta = f32x4.splat(leastProduct(ha, load<f32>(scratch + qa), error, productError));
      changed = true;
    }
    if (takeEight(job, <i32>(qb >> 2), b0, b1, place, low, scratch, size)) {
      tb = f32x4.splat(leastProduct(hb, load<f32>(scratch + qb), error, productError));
      changed = true;
    }
    if (takeEight(job, <i32>(qc >> 2), c0, c1, place, low, scratch, size)) {
      tc = f32x4.splat(leastProduct(hc, load<f32>(scratch + qc), error, productError));
      changed = true;
    }
    if (takeEight(job, <i32>(qd >> 2), d0, d1, place, low, scratch, size)) {
      td = f32x4.splat(leastProduct(hd, load<f32>(scratch + qd), error, productError));
      changed = true;
    }
  }
  return changed;
}

/** Looks at the marked ones of eight rows; says whether the search radius shrank. */
// @ts-ignore: decorator
@inline
function takeEight(job: Search, ask: i32, first: v128, second: v128, place: i32, low: i32, scratch: usize, size: i32): bool {
  let mask = i32x4.bitmask(first) | (i32x4.bitmask(second) << 4);
  let shrank = false;
  while (mask != 0) {
    if (consider(job, ask, low, place + ctz(mask), scratch, size)) shrank = true;
    mask &= mask - 1;
  }
  return shrank;
}

/** Which of four asking rows have a box within their search radius. */
// @ts-ignore: decorator
@inline
function withinReach(ask: usize, stride: usize, box: usize, width: usize, radii: usize, error: f32): i32 {
  const reach = f32x4.add(v128.load(radii), f32x4.splat(error));
  const limit = f32x4.mul(reach, reach);
  const zero = f32x4.splat(0);
  let sum = f32x4.splat(0);
  const early = min<usize>(width, 8);
  for (let c: usize = 0; c < early; c++) {
    const value = v128.load(ask + c * stride);
    const gap = f32x4.pmax(zero, f32x4.pmax(f32x4.sub(v128.load32_splat(box + (c << 2)), value), f32x4.sub(value, v128.load32_splat(box + (width + c << 2)))));
    sum = f32x4.add(sum, f32x4.mul(gap, gap));
  }
  if (!v128.any_true(f32x4.le(sum, limit))) return 0;
  for (let c = early; c < width; c++) {
    const value = v128.load(ask + c * stride);
    const gap = f32x4.pmax(zero, f32x4.pmax(f32x4.sub(v128.load32_splat(box + (c << 2)), value), f32x4.sub(value, v128.load32_splat(box + (width + c << 2)))));
    sum = f32x4.add(sum, f32x4.mul(gap, gap));
  }
  return i32x4.bitmask(f32x4.le(sum, limit));
}

/** Compares one asking row with a leaf, eight rows at a time; says whether its radius shrank. */
function scanFor(job: Search, ask: i32, low: i32, askBlock: usize, leafBlock: usize, leafLow: i32, leafSize: i32, error: f32, scratch: usize, size: i32): bool {
  const width = <usize>job.width;
  const stride = <usize>job.stride << 2;
  const askStride = <usize>job.askStride << 2;
  const radius = scratch + (<usize>ask << 2);
  const asked = askBlock + (<usize>ask << 2);
  const early = min<usize>(width, 8);
  let reach = load<f32>(radius) + error;
  let limit = f32x4.splat(reach * reach);
  let changed = false;
  for (let slot: usize = 0; slot < <usize>leafSize; slot += 8) {
    let left = f32x4.splat(0);
    let right = f32x4.splat(0);
    let at = leafBlock + (slot << 2);
    let own = asked;
    for (let c: usize = 0; c < early; c++) {
      const value = v128.load32_splat(own);
      const a = f32x4.sub(v128.load(at), value);
      const b = f32x4.sub(v128.load(at, 16), value);
      left = f32x4.add(left, f32x4.mul(a, a));
      right = f32x4.add(right, f32x4.mul(b, b));
      at += stride;
      own += askStride;
    }
    if (!v128.any_true(v128.or(f32x4.le(left, limit), f32x4.le(right, limit)))) continue;
    for (let c = early; c < width; c++) {
      const value = v128.load32_splat(own);
      const a = f32x4.sub(v128.load(at), value);
      const b = f32x4.sub(v128.load(at, 16), value);
      left = f32x4.add(left, f32x4.mul(a, a));
      right = f32x4.add(right, f32x4.mul(b, b));
      at += stride;
      own += askStride;
    }
    let mask = i32x4.bitmask(f32x4.le(left, limit)) | (i32x4.bitmask(f32x4.le(right, limit)) << 4);
    while (mask != 0) {
      const place = leafLow + <i32>slot + ctz(mask);
      mask &= mask - 1;
      if (!consider(job, ask, low, place, scratch, size)) continue;
      changed = true;
      reach = load<f32>(radius) + error;
      limit = f32x4.splat(reach * reach);
    }
  }
  return changed;
}

/** Takes a row into the list of the asking one, if it is near enough; says whether the search radius shrank. */
function consider(job: Search, ask: i32, low: i32, place: i32, scratch: usize, size: i32): bool {
  if (job.same != 0 && place == low + ask) return false;
  const columns = <usize>job.columns;
  const count = <usize>job.count;
  const list = scratch + LISTS + (<usize>ask * count << 3);
  const places = scratch + LISTS + (<usize>size * count << 3) + (<usize>ask * count << 2);
  const squared = squaredDistance(<usize>job.askSorted + (<usize>(low + ask) * columns << 3), <usize>job.sorted + (<usize>place * columns << 3), columns);
  const order = <usize>job.order;
  let slot = count - 1;
  if (!before(squared, place, load<f64>(list + (slot << 3)), load<i32>(places + (slot << 2)), order)) return false;
  for (; slot > 0; slot--) {
    const distance = load<f64>(list + (slot - 1 << 3));
    const other = load<i32>(places + (slot - 1 << 2));
    if (!before(squared, place, distance, other, order)) break;
    store<f64>(list + (slot << 3), distance);
    store<i32>(places + (slot << 2), other);
  }
  store<f64>(list + (slot << 3), squared);
  store<i32>(places + (slot << 2), place);
  const last = load<f64>(list + (count - 1 << 3));
  if (last == Infinity) return false;
  store<f32>(scratch + (<usize>ask << 2), <f32>(sqrt(last) * (1 + job.slack)) + load<f32>(scratch, OWN_ERROR));
  return true;
}

// @ts-ignore: decorator
@inline
function before(distance: f64, place: i32, otherDistance: f64, other: i32, order: usize): bool {
  if (distance != otherDistance) return distance < otherDistance;
  return other < 0 || load<i32>(order + (<usize>place << 2)) < load<i32>(order + (<usize>other << 2));
}

/** Squared distance in double precision, summed in four parts in an order that the plain twin follows. */
// @ts-ignore: decorator
@inline
export function squaredDistance(a: usize, b: usize, columns: usize): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  let c: usize = 0;
  for (; c + 4 <= columns; c += 4) {
    const first = f64x2.sub(v128.load(a + (c << 3)), v128.load(b + (c << 3)));
    const second = f64x2.sub(v128.load(a + (c << 3), 16), v128.load(b + (c << 3), 16));
    even = f64x2.add(even, f64x2.mul(first, first));
    odd = f64x2.add(odd, f64x2.mul(second, second));
  }
  const sums = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; c < columns; c++) {
    const difference = load<f64>(a + (c << 3)) - load<f64>(b + (c << 3));
    sum += difference * difference;
  }
  return sum;
}
