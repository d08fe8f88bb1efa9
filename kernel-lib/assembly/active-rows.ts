import { encodeBox } from "./codes";
import { Asking, cornersSize, GROUP, groupSize, PAIR, Search } from "./search";

/** Lists the asking rows that have the box of a leaf within their search radius, and returns how many they are. */
export function findActive(job: Search, ask: Asking, node: usize, error: f32): usize {
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
