import { Search } from "./search";

/** Writes the corners of a box in codes of another leaf, pair by pair: the lower, then the upper. What lies beyond the largest code is brought to it: that only shortens ways. */
export function encodeBox(job: Search, node: usize, frame: usize, to: usize): void {
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

/** Writes an asking row in codes of a leaf and returns its squared length. See `encodeBox` for what lies beyond the largest code. */
export function encodeRow(job: Search, row: usize, frame: usize, to: usize): i32 {
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

/** Added to a single, it rounds to a whole number that then stands in the lowest bits: 1.5 × 2^23. */
const ROUNDER: f32 = 12582912;

// @ts-ignore: decorator
@inline
function codesOf(units: v128, bottom: v128, top: v128): v128 {
  const rounder = f32x4.splat(ROUNDER);
  return i32x4.sub(f32x4.add(f32x4.pmax(bottom, f32x4.pmin(top, units)), rounder), rounder);
}
