import { NO_POINT, sum4 } from "./box-tree";

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
  limit: f64; // largest code a coordinate may have
  codes: f64; // of the tree searched, as `packLeaf` lays them out
  frames: f64;
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
  layOutRows(job, block, size, rowsOf(job, scratch, size));
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

/** Where the asking rows stand one after the other. */
// @ts-ignore: decorator
@inline
function rowsOf(job: Search, scratch: usize, size: i32): usize {
  return scratch + LISTS + (<usize>size * <usize>job.count * 12 + 15 & ~15);
}

function layOutRows(job: Search, block: i32, size: i32, to: usize): void {
  const width = <usize>job.width;
  const stride = <usize>job.askStride << 2;
  const from = <usize>job.askBlocks + <usize>block * width * stride;
  for (let q: usize = 0; q < <usize>size; q++) {
    for (let c: usize = 0; c < width; c++) store<f32>(to + (q * width + c << 2), load<f32>(from + c * stride + (q << 2)));
  }
}

/** Looks for neighbours of the asking rows in one leaf; says whether any radius shrank. */
function scanLeaf(job: Search, block: i32, low: i32, size: i32, node: usize, scratch: usize): bool {
  const width = <usize>job.width;
  const askStride = <usize>job.askStride << 2;
  const askBlock = <usize>job.askBlocks + <usize>block * width * askStride;
  const box = <usize>job.boxes + node * (width << 3);
  const error = load<f32>(<usize>job.norms + (node << 2)) * <f32>job.slack;
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
  for (; next + 2 < active; next += 4) {
    if (scanFour(job, scratch + (next << 2), <i32>min<usize>(4, active - next), low, node, error, scratch, size)) changed = true;
  }
  if (next < active && scanTwo(job, scratch + (next << 2), <i32>(active - next), low, node, error, scratch, size)) changed = true;
  return changed;
}

/**
 * Writes an asking row in codes of a leaf and returns its squared length. A coordinate beyond the largest code is brought
 * to it: that only shortens the way to the points of the leaf, which all lie within.
 */
function encode(row: usize, frame: usize, width: usize, limit: f32, to: usize): i32 {
  const scale = v128.load32_splat(frame + (width << 2));
  const top = f32x4.splat(limit);
  const bottom = f32x4.splat(-limit);
  let sum = i32x4.splat(0);
  for (let part: usize = 0; part < width << 2; part += 16) {
    const units = f32x4.mul(f32x4.sub(v128.load(row + part), v128.load(frame + part)), scale);
    const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.pmax(bottom, f32x4.pmin(top, units))));
    const codes = i16x8.narrow_i32x4_s(whole, whole);
    v128.store64_lane(to + (part >> 1), codes, 0);
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(codes, codes));
  }
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
}

/** The least product, less half the squared length of the other point, of a point within the search radius. */
// @ts-ignore: decorator
@inline
function leastProduct(squares: i32, radius: f32, error: f32, scale: f64, rounding: f64): i32 {
  const reach = <f64>(radius + error) * scale + rounding;
  return <i32>max(<f64>(NO_POINT + 1), floor((<f64>squares - reach * reach) * 0.5));
}

/**
 * Compares three or four asking rows with a leaf, eight points at a time, in whole numbers: half the squared distance is the
 * halves of the squared lengths less the product of the codes. Codes are rounded, so their distance may be off by one code
 * in each coordinate; what is within reach all the same is measured exactly.
 */
function scanFour(job: Search, asks: usize, rows: i32, low: i32, node: usize, error: f32, scratch: usize, size: i32): bool {
  const width = <usize>job.width;
  const stride = <usize>job.stride << 2;
  const pairs = <usize>job.columns + 1 >> 1;
  const leaf = node - <usize>job.leaf;
  const block = <usize>job.codes + leaf * (pairs + 1) * stride;
  const frame = <usize>job.frames + leaf * (width + 4 << 2);
  const leafLow = load<i32>(<usize>job.lows + (node << 2));
  const leafSize = load<i32>(<usize>job.highs + (node << 2)) - leafLow;
  const asked = rowsOf(job, scratch, size);
  const own = asked + (<usize>size * width << 2);
  const scale = <f64>load<f32>(frame + (width << 2));
  const rounding = 1.01 * sqrt<f64>(<f64>width);
  const limit = <f32>job.limit;
  const qa = <usize>load<u32>(asks, ACTIVE);
  const qb = <usize>load<u32>(asks, ACTIVE + 4);
  const qc = <usize>load<u32>(asks, ACTIVE + 8);
  const qd = rows > 3 ? <usize>load<u32>(asks, ACTIVE + 12) : qa;
  const ownB = own + (width << 1);
  const ownC = ownB + (width << 1);
  const ownD = ownC + (width << 1);
  const na = encode(asked + (qa * width << 2), frame, width, limit, own);
  const nb = encode(asked + (qb * width << 2), frame, width, limit, ownB);
  const nc = encode(asked + (qc * width << 2), frame, width, limit, ownC);
  const nd = rows > 3 ? encode(asked + (qd * width << 2), frame, width, limit, ownD) : 0;
  let ta = i32x4.splat(leastProduct(na, load<f32>(scratch + (qa << 2)), error, scale, rounding));
  let tb = i32x4.splat(leastProduct(nb, load<f32>(scratch + (qb << 2)), error, scale, rounding));
  let tc = i32x4.splat(leastProduct(nc, load<f32>(scratch + (qc << 2)), error, scale, rounding));
  let td = i32x4.splat(rows > 3 ? leastProduct(nd, load<f32>(scratch + (qd << 2)), error, scale, rounding) : i32.MAX_VALUE);
  const halves = block + pairs * stride;
  let changed = false;
  for (let slot: usize = 0; slot < <usize>leafSize; slot += 8) {
    const at = slot << 2;
    let a0 = v128.load(halves + at);
    let a1 = v128.load(halves + at, 16);
    let b0 = a0, c0 = a0, d0 = a0;
    let b1 = a1, c1 = a1, d1 = a1;
    let pair = own;
    for (let from = block + at; from < halves; from += stride) {
      const x0 = v128.load(from);
      const x1 = v128.load(from, 16);
      const a = v128.load32_splat(pair);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, a));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x1, a));
      const b = v128.load32_splat(pair + (width << 1));
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, b));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x1, b));
      const c = v128.load32_splat(pair + (width << 2));
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x0, c));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x1, c));
      const d = v128.load32_splat(pair + width * 6);
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x0, d));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x1, d));
      pair += 4;
    }
    a0 = i32x4.ge_s(a0, ta);
    a1 = i32x4.ge_s(a1, ta);
    b0 = i32x4.ge_s(b0, tb);
    b1 = i32x4.ge_s(b1, tb);
    c0 = i32x4.ge_s(c0, tc);
    c1 = i32x4.ge_s(c1, tc);
    d0 = i32x4.ge_s(d0, td);
    d1 = i32x4.ge_s(d1, td);
    if (!v128.any_true(v128.or(v128.or(v128.or(a0, a1), v128.or(b0, b1)), v128.or(v128.or(c0, c1), v128.or(d0, d1))))) continue;
    const place = leafLow + <i32>slot;
    if (takeEight(job, <i32>qa, a0, a1, place, low, scratch, size)) {
      ta = i32x4.splat(leastProduct(na, load<f32>(scratch + (qa << 2)), error, scale, rounding));
      changed = true;
    }
    if (takeEight(job, <i32>qb, b0, b1, place, low, scratch, size)) {
      tb = i32x4.splat(leastProduct(nb, load<f32>(scratch + (qb << 2)), error, scale, rounding));
      changed = true;
    }
    if (takeEight(job, <i32>qc, c0, c1, place, low, scratch, size)) {
      tc = i32x4.splat(leastProduct(nc, load<f32>(scratch + (qc << 2)), error, scale, rounding));
      changed = true;
    }
    if (takeEight(job, <i32>qd, d0, d1, place, low, scratch, size)) {
      td = i32x4.splat(leastProduct(nd, load<f32>(scratch + (qd << 2)), error, scale, rounding));
      changed = true;
    }
  }
  return changed;
}

/** The same for one or two asking rows, which take sixteen points at a time. */
function scanTwo(job: Search, asks: usize, rows: i32, low: i32, node: usize, error: f32, scratch: usize, size: i32): bool {
  const width = <usize>job.width;
  const stride = <usize>job.stride << 2;
  const pairs = <usize>job.columns + 1 >> 1;
  const leaf = node - <usize>job.leaf;
  const block = <usize>job.codes + leaf * (pairs + 1) * stride;
  const frame = <usize>job.frames + leaf * (width + 4 << 2);
  const leafLow = load<i32>(<usize>job.lows + (node << 2));
  const leafSize = load<i32>(<usize>job.highs + (node << 2)) - leafLow;
  const asked = rowsOf(job, scratch, size);
  const own = asked + (<usize>size * width << 2);
  const scale = <f64>load<f32>(frame + (width << 2));
  const rounding = 1.01 * sqrt<f64>(<f64>width);
  const qa = <usize>load<u32>(asks, ACTIVE);
  const qb = rows > 1 ? <usize>load<u32>(asks, ACTIVE + 4) : qa;
  const na = encode(asked + (qa * width << 2), frame, width, <f32>job.limit, own);
  const nb = rows > 1 ? encode(asked + (qb * width << 2), frame, width, <f32>job.limit, own + (width << 1)) : 0;
  let ta = i32x4.splat(leastProduct(na, load<f32>(scratch + (qa << 2)), error, scale, rounding));
  let tb = i32x4.splat(rows > 1 ? leastProduct(nb, load<f32>(scratch + (qb << 2)), error, scale, rounding) : i32.MAX_VALUE);
  const halves = block + pairs * stride;
  let changed = false;
  for (let slot: usize = 0; slot < <usize>leafSize; slot += 16) {
    const at = slot << 2;
    let a0 = v128.load(halves + at);
    let a1 = v128.load(halves + at, 16);
    let a2 = v128.load(halves + at, 32);
    let a3 = v128.load(halves + at, 48);
    let b0 = a0, b1 = a1, b2 = a2, b3 = a3;
    let pair = own;
    for (let from = block + at; from < halves; from += stride) {
      const x0 = v128.load(from);
      const x1 = v128.load(from, 16);
      const x2 = v128.load(from, 32);
      const x3 = v128.load(from, 48);
      const a = v128.load32_splat(pair);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, a));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x1, a));
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x2, a));
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x3, a));
      const b = v128.load32_splat(pair + (width << 1));
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, b));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x1, b));
      b2 = i32x4.add(b2, i32x4.dot_i16x8_s(x2, b));
      b3 = i32x4.add(b3, i32x4.dot_i16x8_s(x3, b));
      pair += 4;
    }
    a0 = i32x4.ge_s(a0, ta);
    a1 = i32x4.ge_s(a1, ta);
    a2 = i32x4.ge_s(a2, ta);
    a3 = i32x4.ge_s(a3, ta);
    b0 = i32x4.ge_s(b0, tb);
    b1 = i32x4.ge_s(b1, tb);
    b2 = i32x4.ge_s(b2, tb);
    b3 = i32x4.ge_s(b3, tb);
    if (!v128.any_true(v128.or(v128.or(v128.or(a0, a1), v128.or(a2, a3)), v128.or(v128.or(b0, b1), v128.or(b2, b3))))) continue;
    const place = leafLow + <i32>slot;
    const shrankA = takeEight(job, <i32>qa, a0, a1, place, low, scratch, size);
    if (takeEight(job, <i32>qa, a2, a3, place + 8, low, scratch, size) || shrankA) {
      ta = i32x4.splat(leastProduct(na, load<f32>(scratch + (qa << 2)), error, scale, rounding));
      changed = true;
    }
    const shrankB = takeEight(job, <i32>qb, b0, b1, place, low, scratch, size);
    if (takeEight(job, <i32>qb, b2, b3, place + 8, low, scratch, size) || shrankB) {
      tb = i32x4.splat(leastProduct(nb, load<f32>(scratch + (qb << 2)), error, scale, rounding));
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
