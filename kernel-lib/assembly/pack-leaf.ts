import { NO_POINT, part } from "./box-tree";
import { cornersSize, GROUP, groupSize, PAIR } from "./search";

/** Arguments of `packLeaf`. */
@unmanaged
class Pack {
  first: f64; // number of the first leaf node
  points: f64; // rows × width singles
  width: f64;
  order: f64;
  keys: f64;
  lows: f64;
  highs: f64;
  boxes: f64;
  stride: f64; // points a leaf has room for: a multiple of 16
  pairs: f64; // pairs of coordinates that codes tell
  limit: f64; // largest code a coordinate may have
  codes: f64; // a leaf: pairs of coordinates × stride × 2 short integers, then minus half the squared length of each point
  frames: f64; // a leaf: its centre, width singles, then how many codes a unit has, then three unused
  corners: f64; // a leaf: for each four groups, for each pair of coordinates, their lower, then their upper corners
}

/** Orders the rows of a leaf by groups of neighbours, and writes them as codes side by side. */
export function packLeaf(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Pack>(args);
  const node = <usize>job.first + block;
  const width = <usize>job.width;
  const stride = <usize>job.stride;
  const low = load<i32>(<usize>job.lows + (node << 2));
  const high = load<i32>(<usize>job.highs + (node << 2));
  const frame = <usize>job.frames + <usize>block * (width + 4 << 2);
  const pairs = <usize>job.pairs;
  const codes = <usize>job.codes + <usize>block * (stride / GROUP) * groupSize(pairs);
  group(job, low, high, scratch);
  frameOf(<usize>job.boxes + node * (width << 3), width, <f32>job.limit, frame);
  for (let place = low; place < high; place++) {
    const row = <usize>load<i32>(<usize>job.order + (<usize>place << 2));
    encodePoint(<usize>job.points + (row * width << 2), frame, width, pairs, slotOf(codes, pairs, place - low));
  }
  for (let slot = high - low; slot < <i32>stride; slot++) {
    const to = slotOf(codes, pairs, slot);
    for (let p: usize = 0; p < pairs; p++) store<u32>(to + p * PAIR, 0);
    store<i32>(to + pairs * PAIR, NO_POINT);
  }
  const corners = <usize>job.corners + <usize>block * cornersSize(pairs, stride);
  memory.fill(corners, 0, cornersSize(pairs, stride));
  for (let first = 0; first < high - low; first += GROUP) writeCorners(slotOf(codes, pairs, first), pairs, first, min(GROUP, high - low - first), corners);
}

/** Orders rows so that each sixteen, counted from the first, lie close together. */
function group(job: Pack, low: i32, high: i32, scratch: usize): void {
  const groups = (high - low + GROUP - 1) / GROUP;
  if (groups < 2) return;
  const middle = low + (groups >> 1) * GROUP;
  part(<usize>job.points, <usize>job.width << 2, <usize>job.order, <usize>job.keys, low, high, middle, scratch);
  group(job, low, middle, scratch);
  group(job, middle, high, scratch);
}

/** Centre of a box, and how many codes a unit has, so that a quarter of them reaches from the centre to its farthest side. */
function frameOf(box: usize, width: usize, limit: f32, frame: usize): void {
  let most: f32 = 1e-30;
  for (let at: usize = 0; at < width << 2; at += 4) {
    const low = load<f32>(box + at);
    const high = load<f32>(box + (width << 2) + at);
    const centre = (low + high) * <f32>0.5;
    store<f32>(frame + at, centre);
    // A box without extent would have codes finer than singles can tell apart.
    most = max(most, max((high - low) * <f32>0.5, abs(centre) * <f32>1e-6));
  }
  store<f32>(frame + (width << 2), limit / (<f32>4 * most));
}

/** Where the codes of a point of a leaf stand. */
// @ts-ignore: decorator
@inline
function slotOf(codes: usize, pairs: usize, slot: i32): usize {
  return codes + <usize>(slot / GROUP) * groupSize(pairs) + (<usize>(slot % GROUP) << 2);
}

function encodePoint(from: usize, frame: usize, width: usize, pairs: usize, to: usize): void {
  const scale = load<f32>(frame + (width << 2));
  let squares = 0;
  for (let c: usize = 0; c < pairs << 1; c++) {
    const code = <i32>nearest((load<f32>(from + (c << 2)) - load<f32>(frame + (c << 2))) * scale);
    store<i16>(to + (c >> 1) * PAIR + ((c & 1) << 1), <i16>code);
    squares += code * code;
  }
  store<i32>(to + pairs * PAIR, -(squares >> 1));
}

/** The box of the codes of some points; four boxes stand side by side. */
function writeCorners(codes: usize, pairs: usize, first: i32, count: i32, corners: usize): void {
  const quad = <usize>(first / (4 * GROUP));
  const to = corners + quad * pairs * 32 + (<usize>(first / GROUP & 3) << 2);
  for (let p: usize = 0; p < pairs; p++) {
    for (let half: usize = 0; half < 4; half += 2) {
      let least: i16 = i16.MAX_VALUE;
      let most: i16 = i16.MIN_VALUE;
      for (let slot = 0; slot < count; slot++) {
        const code = load<i16>(codes + p * PAIR + (<usize>slot << 2) + half);
        least = min(least, code);
        most = max(most, code);
      }
      store<i16>(to + p * 32 + half, least);
      store<i16>(to + p * 32 + 16 + half, most);
    }
  }
}
