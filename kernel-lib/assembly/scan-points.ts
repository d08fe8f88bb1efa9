import { NO_POINT } from "./box-tree";
import { consider } from "./candidates";
import { Asking, GROUP, groupSize, PAIR, Search } from "./search";

/**
 * Notes the least product, less half the squared length of the other point, of a point within the search radius of an active
 * row. Returns the square of that radius in codes of the leaf.
 */
// @ts-ignore: decorator
@inline
export function storeLeast(job: Search, ask: Asking, k: usize, frame: usize, error: f32): i32 {
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
export function scanPoints(job: Search, ask: Asking, leaf: usize, members: usize, rows: i32, low: i32, slot: i32, end: i32, error: f32): bool {
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
