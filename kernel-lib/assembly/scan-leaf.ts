import { NO_POINT } from "./box-tree";
import { consider } from "./candidates";
import { Asking, cornersSize, GROUP, groupSize, PAIR, Search } from "./search";

/**
 * Looks for neighbours of the asking rows in one leaf; says whether any search radius shrank.
 *
 * First which asking rows have its box within reach, then which of its groups each of them has, then, group by group, which
 * points. All of that in whole numbers: coordinates as codes, off by half a code at most.
 */
export function scanLeaf(job: Search, ask: Asking, node: usize): bool {
  const error = load<f32>(<usize>job.norms + (node << 2)) * <f32>job.slack;
  const active = findActive(job, ask, node, error);
  if (active == 0) return false;
  const leaf = node - <usize>job.leaf;
  const low = load<i32>(<usize>job.lows + (node << 2));
  const size = load<i32>(<usize>job.highs + (node << 2)) - low;
  const groups = (size + GROUP - 1) / GROUP;
  for (let g = 0; g <= groups; g++) store<i32>(ask.counts + (<usize>g << 2), 0);
  for (let k: usize = 0; k < active; k++) findGroups(job, ask, leaf, <usize>size, k, error);
  let changed = false;
  for (let g = 0; g <= groups; g++) {
    // After the groups one by one, those that have all of them within reach look at the whole leaf.
    const first = g < groups ? g * GROUP : 0;
    const members = ask.members + <usize>g * (<usize>job.askStride << 2);
    const count = load<i32>(ask.counts + (<usize>g << 2));
    const end = g < groups ? min(size, first + GROUP) : size;
    for (let next = 0; next < count; next += 4) {
      if (scanPoints(job, ask, leaf, members + (<usize>next << 2), min(4, count - next), low, first, end, error)) changed = true;
    }
  }
  return changed;
}

/** Lists the asking rows that have the box of a leaf within their search radius, and returns how many they are. */
function findActive(job: Search, ask: Asking, node: usize, error: f32): usize {
  const pairs = <usize>job.pairs;
  const stride = <usize>job.askStride;
  const asking = ask.node - <usize>job.askLeaf;
  const frame = <usize>job.askFrames + asking * (<usize>job.width + 4 << 2);
  const scale = f32x4.splat(load<f32>(frame + (<usize>job.width << 2)));
  const codes = <usize>job.askCodes + asking * (stride / GROUP) * groupSize(pairs);
  encodeBox(job, node, frame, ask.box);
  const errors = f32x4.splat(error);
  const slack = f32x4.splat(ask.rounding);
  let active: usize = 0;
  let corners = <usize>job.askCorners + asking * cornersSize(pairs, stride);
  for (let first: usize = 0; first < <usize>ask.size; first += 4 * GROUP) {
    let groups = groupsWithinReach(corners, ask.box, pairs, squareOf(v128.load(ask.groupRadii + (first / GROUP << 2)), errors, scale, slack));
    corners += pairs << 5;
    while (groups != 0) {
      const start = first + <usize>ctz(groups) * GROUP;
      const end = min<usize>(ask.size, start + GROUP);
      const group = codes + start / GROUP * groupSize(pairs);
      groups &= groups - 1;
      for (let q = start; q < end; q += 4) {
        let mask = withinReach(group + (q - start << 2), ask.box, pairs, squareOf(v128.load(ask.radii + (q << 2)), errors, scale, slack));
        if (q + 4 > end) mask &= (1 << <i32>(end - q)) - 1;
        while (mask != 0) {
          store<u32>(ask.active + (active++ << 2), <u32>(q + <usize>ctz(mask)));
          mask &= mask - 1;
        }
      }
    }
  }
  return active;
}

/** Squares of search radii in codes, as whole numbers. */
// @ts-ignore: decorator
@inline
function squareOf(radii: v128, errors: v128, scale: v128, slack: v128): v128 {
  const reach = f32x4.add(f32x4.mul(f32x4.add(radii, errors), scale), slack);
  return i32x4.trunc_sat_f32x4_s(f32x4.mul(f32x4.mul(reach, reach), f32x4.splat(1.00001)));
}

/** Which of four groups of asking rows have a box within their search radius. */
// @ts-ignore: decorator
@inline
function groupsWithinReach(corners: usize, box: usize, pairs: usize, limit: v128): i32 {
  const zero = i16x8.splat(0);
  let sum = i32x4.splat(0);
  for (const end = box + (pairs << 3); box < end; box += 8) {
    const gap = i16x8.max_s(zero, i16x8.max_s(i16x8.sub(v128.load32_splat(box), v128.load(corners, 16)), i16x8.sub(v128.load(corners), v128.load32_splat(box, 4))));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(gap, gap));
    corners += 32;
  }
  return i32x4.bitmask(i32x4.le_s(sum, limit));
}

/** Writes the corners of a box in codes of another leaf, pair by pair: the lower, then the upper. What lies beyond the largest code is brought to it: that only shortens ways. */
function encodeBox(job: Search, node: usize, frame: usize, to: usize): void {
  const width = <usize>job.width << 2;
  const box = <usize>job.boxes + node * (width << 1);
  const scale = v128.load32_splat(frame + width);
  const top = f32x4.splat(<f32>job.limit);
  const bottom = f32x4.neg(top);
  for (let part: usize = 0; part < <usize>job.pairs << 3; part += 16) {
    const centre = v128.load(frame + part);
    const low = codesOf(f32x4.mul(f32x4.sub(v128.load(box + part), centre), scale), bottom, top);
    const high = codesOf(f32x4.mul(f32x4.sub(v128.load(box + width + part), centre), scale), bottom, top);
    v128.store(to + part, v128.shuffle<i32>(i16x8.narrow_i32x4_s(low, low), i16x8.narrow_i32x4_s(high, high), 0, 4, 1, 5));
  }
}

/** Added to a single, it rounds to a whole number that then stands in the lowest bits: 1.5 × 2^23. */
const ROUNDER: f32 = 12582912;

// @ts-ignore: decorator
@inline
function codesOf(units: v128, bottom: v128, top: v128): v128 {
  const rounder = f32x4.splat(ROUNDER);
  return i32x4.sub(f32x4.add(f32x4.pmax(bottom, f32x4.pmin(top, units)), rounder), rounder);
}

/** Which of four asking rows have a box within their search radius. */
// @ts-ignore: decorator
@inline
function withinReach(codes: usize, box: usize, pairs: usize, limit: v128): i32 {
  const zero = i16x8.splat(0);
  let sum = i32x4.splat(0);
  const early = box + (min<usize>(pairs, 4) << 3);
  const end = box + (pairs << 3);
  for (; box < early; box += 8) {
    const value = v128.load(codes);
    const gap = i16x8.max_s(zero, i16x8.max_s(i16x8.sub(v128.load32_splat(box), value), i16x8.sub(value, v128.load32_splat(box, 4))));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(gap, gap));
    codes += PAIR;
  }
  if (!v128.any_true(i32x4.le_s(sum, limit))) return 0;
  for (; box < end; box += 8) {
    const value = v128.load(codes);
    const gap = i16x8.max_s(zero, i16x8.max_s(i16x8.sub(v128.load32_splat(box), value), i16x8.sub(value, v128.load32_splat(box, 4))));
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(gap, gap));
    codes += PAIR;
  }
  return i32x4.bitmask(i32x4.le_s(sum, limit));
}

/** Writes an active row in codes of the leaf and notes it with each group whose box it has within its search radius. */
function findGroups(job: Search, ask: Asking, leaf: usize, size: usize, k: usize, error: f32): void {
  const width = <usize>job.width;
  const pairs = <usize>job.pairs;
  const frame = <usize>job.frames + leaf * (width + 4 << 2);
  const row = <usize>load<u32>(ask.active + (k << 2));
  const own = ask.own + k * (width << 1);
  store<i32>(ask.squares + (k << 2), encodeRow(job, ask.rows + (row * width << 2), frame, own));
  const limit = i32x4.splat(storeLeast(job, ask, k, frame, error));
  const groups = <i32>((size + GROUP - 1) / GROUP);
  // Where boxes of groups leave nothing out, as in noise of many columns, only one row in sixteen goes on trying.
  if (ask.tested > 64 && ask.whole * 4 > ask.tested * 3 && (k & 15) != 0) return addMember(job, ask, groups, k);
  const zero = i16x8.splat(0);
  let corners = <usize>job.corners + leaf * cornersSize(pairs, <usize>job.stride);
  let mask = 0;
  for (let first: usize = 0; first < size; first += 4 * GROUP) {
    let sum = i32x4.splat(0);
    for (let p: usize = 0; p < pairs; p++) {
      const value = v128.load32_splat(own + (p << 2));
      const gap = i16x8.max_s(zero, i16x8.max_s(i16x8.sub(v128.load(corners), value), i16x8.sub(value, v128.load(corners, 16))));
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(gap, gap));
      corners += 32;
    }
    mask |= i32x4.bitmask(i32x4.le_s(sum, limit)) << <i32>(first / GROUP);
  }
  const all = -1 >>> (32 - groups);
  mask &= all;
  ask.tested++;
  if (mask == all) {
    ask.whole++;
    return addMember(job, ask, groups, k);
  }
  while (mask != 0) {
    addMember(job, ask, ctz(mask), k);
    mask &= mask - 1;
  }
}

// @ts-ignore: decorator
@inline
function addMember(job: Search, ask: Asking, group: i32, k: usize): void {
  const counter = ask.counts + (<usize>group << 2);
  const count = load<i32>(counter);
  store<u32>(ask.members + (<usize>group * <usize>job.askStride + <usize>count << 2), <u32>k);
  store<i32>(counter, count + 1);
}

/** Writes an asking row in codes of a leaf and returns its squared length. See `encodeBox` for what lies beyond the largest code. */
function encodeRow(job: Search, row: usize, frame: usize, to: usize): i32 {
  const pairs = <usize>job.pairs;
  const scale = v128.load32_splat(frame + (<usize>job.width << 2));
  const top = f32x4.splat(<f32>job.limit);
  const bottom = f32x4.neg(top);
  let sum = i32x4.splat(0);
  for (let pair: usize = 0; pair < pairs; pair += 2) {
    const part = pair << 3;
    const whole = codesOf(f32x4.mul(f32x4.sub(v128.load(row + part), v128.load(frame + part)), scale), bottom, top);
    // An odd last pair stands alone.
    const told = pair + 1 < pairs ? whole : v128.and(whole, i32x4(-1, -1, 0, 0));
    const codes = i16x8.narrow_i32x4_s(told, told);
    v128.store64_lane(to + (pair << 2), codes, 0);
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(codes, codes));
  }
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
}

/**
 * Notes the least product, less half the squared length of the other point, of a point within the search radius of an active
 * row. Returns the square of that radius in codes of the leaf.
 */
// @ts-ignore: decorator
@inline
function storeLeast(job: Search, ask: Asking, k: usize, frame: usize, error: f32): i32 {
  const radius = load<f32>(ask.radii + (load<u32>(ask.active + (k << 2)) << 2));
  const reach = (radius + error) * load<f32>(frame + (<usize>job.width << 2)) + ask.rounding;
  const limit = <i32>(reach * reach * <f32>1.00001);
  store<i32>(ask.least + (k << 2), max(NO_POINT + 1, load<i32>(ask.squares + (k << 2)) - limit >> 1));
  return limit;
}

/**
 * Compares up to four asking rows with some points of a leaf, eight at a time: half the squared distance is the halves of the
 * squared lengths less the product of the codes. What is within reach by codes is measured exactly.
 */
function scanPoints(job: Search, ask: Asking, leaf: usize, members: usize, rows: i32, low: i32, slot: i32, end: i32, error: f32): bool {
  const width = <usize>job.width;
  const pairs = <usize>job.pairs;
  const codes = <usize>job.codes + leaf * (<usize>job.stride / GROUP) * groupSize(pairs);
  const frame = <usize>job.frames + leaf * (width + 4 << 2);
  const ka = <usize>load<u32>(members);
  const kb = rows > 1 ? <usize>load<u32>(members, 4) : ka;
  const kc = rows > 2 ? <usize>load<u32>(members, 8) : ka;
  const kd = rows > 3 ? <usize>load<u32>(members, 12) : ka;
  const ownA = ask.own + ka * (width << 1);
  const ownB = ask.own + kb * (width << 1);
  const ownC = ask.own + kc * (width << 1);
  const ownD = ask.own + kd * (width << 1);
  let ta = load<i32>(ask.least + (ka << 2));
  let tb = rows > 1 ? load<i32>(ask.least + (kb << 2)) : i32.MAX_VALUE;
  let tc = rows > 2 ? load<i32>(ask.least + (kc << 2)) : i32.MAX_VALUE;
  let td = rows > 3 ? load<i32>(ask.least + (kd << 2)) : i32.MAX_VALUE;
  let changed = false;
  for (; slot < end; slot += 8) {
    let at = codes + <usize>slot / GROUP * groupSize(pairs) + (<usize>slot % GROUP << 2);
    let a0 = v128.load(at + pairs * PAIR);
    let a1 = v128.load(at + pairs * PAIR, 16);
    let b0 = a0, c0 = a0, d0 = a0;
    let b1 = a1, c1 = a1, d1 = a1;
    for (let pair: usize = 0; pair < pairs << 2; pair += 4) {
      const x0 = v128.load(at);
      const x1 = v128.load(at, 16);
      at += PAIR;
      const a = v128.load32_splat(ownA + pair);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, a));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x1, a));
      const b = v128.load32_splat(ownB + pair);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, b));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x1, b));
      const c = v128.load32_splat(ownC + pair);
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x0, c));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x1, c));
      const d = v128.load32_splat(ownD + pair);
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x0, d));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x1, d));
    }
    a0 = i32x4.ge_s(a0, i32x4.splat(ta));
    a1 = i32x4.ge_s(a1, i32x4.splat(ta));
    b0 = i32x4.ge_s(b0, i32x4.splat(tb));
    b1 = i32x4.ge_s(b1, i32x4.splat(tb));
    c0 = i32x4.ge_s(c0, i32x4.splat(tc));
    c1 = i32x4.ge_s(c1, i32x4.splat(tc));
    d0 = i32x4.ge_s(d0, i32x4.splat(td));
    d1 = i32x4.ge_s(d1, i32x4.splat(td));
    if (!v128.any_true(v128.or(v128.or(v128.or(a0, a1), v128.or(b0, b1)), v128.or(v128.or(c0, c1), v128.or(d0, d1))))) continue;
    const place = low + slot;
    if (takeEight(job, ask, ka, a0, a1, place)) ta = shrunk(job, ask, ka, frame, error);
    if (takeEight(job, ask, kb, b0, b1, place)) tb = shrunk(job, ask, kb, frame, error);
    if (takeEight(job, ask, kc, c0, c1, place)) tc = shrunk(job, ask, kc, frame, error);
    if (takeEight(job, ask, kd, d0, d1, place)) td = shrunk(job, ask, kd, frame, error);
    changed = true;
  }
  return changed;
}

/** The least product anew, after the search radius shrank. */
function shrunk(job: Search, ask: Asking, k: usize, frame: usize, error: f32): i32 {
  storeLeast(job, ask, k, frame, error);
  return load<i32>(ask.least + (k << 2));
}

/** Measures the marked ones of eight points; says whether the search radius shrank. */
// @ts-ignore: decorator
@inline
function takeEight(job: Search, ask: Asking, k: usize, first: v128, second: v128, place: i32): bool {
  let mask = i32x4.bitmask(first) | (i32x4.bitmask(second) << 4);
  let shrank = false;
  while (mask != 0) {
    if (consider(job, ask, load<i32>(ask.active + (k << 2)), place + ctz(mask))) shrank = true;
    mask &= mask - 1;
  }
  return shrank;
}
