/** Arguments of `rotateRows`. */
@unmanaged
class Rotation {
  values: f64; // rows × columns, doubles
  rows: f64;
  columns: f64;
  width: f64; // columns of the result: a multiple of 4
  centre: f64; // columns singles
  axes: f64; // columns × width singles: coordinate c of all axes side by side
  out: f64; // rows × width singles
  grain: f64; // rows a block
}

/** Centres rows and turns them onto other axes, in single precision. */
export function rotateRows(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Rotation>(args);
  const columns = <i32>job.columns;
  const width = <usize>job.width << 2;
  const grain = <i32>job.grain;
  const last = min(<i32>job.rows, (block + 1) * grain);
  for (let row = block * grain; row < last; row++) {
    const from = <usize>job.values + (<usize>row * columns << 3);
    const to = <usize>job.out + <usize>row * width;
    for (let part: usize = 0; part < width; part += 16) {
      let sum = f32x4.splat(0);
      let axis = <usize>job.axes + part;
      for (let c = 0; c < columns; c++) {
        const value = <f32>(load<f64>(from + (<usize>c << 3))) - load<f32>(<usize>job.centre + (<usize>c << 2));
        sum = f32x4.add(sum, f32x4.mul(f32x4.splat(value), v128.load(axis)));
        axis += width;
      }
      v128.store(to + part, sum);
    }
  }
}

/** Arguments of `splitNode`. Node q has the children 2q + 1 and 2q + 2; it holds the places from low to high of `order`. */
@unmanaged
class Split {
  first: f64; // number of the first node of this level
  leaves: f64; // 1 on the last level
  points: f64; // rows × width singles
  width: f64;
  order: f64; // row at each place
  keys: f64; // a single a place: room to work in
  lows: f64;
  highs: f64;
  boxes: f64; // a node: smallest, then largest coordinates, width singles each
  norms: f64; // a node: largest distance of a row from the origin
}

/** Measures the box of a node and, unless it is a leaf, orders its rows so that both halves fall apart along the widest side. */
export function splitNode(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Split>(args);
  const node = <usize>job.first + block;
  const width = <usize>job.width << 2;
  const order = <usize>job.order;
  const low = load<i32>(<usize>job.lows + (node << 2));
  const high = load<i32>(<usize>job.highs + (node << 2));
  const box = <usize>job.boxes + node * (width << 1);
  store<f32>(<usize>job.norms + (node << 2), measure(<usize>job.points, width, order, low, high, box));
  if (job.leaves != 0) return;
  const side = widest(box, width);
  const keys = <usize>job.keys;
  for (let place = low; place < high; place++) {
    const row = <usize>load<i32>(order + (<usize>place << 2));
    store<f32>(keys + (<usize>place << 2), load<f32>(<usize>job.points + row * width + side));
  }
  const middle = (low + high) >> 1;
  halve(keys, order, low, high - 1, middle);
  store<i32>(<usize>job.lows + (2 * node + 1 << 2), low);
  store<i32>(<usize>job.highs + (2 * node + 1 << 2), middle);
  store<i32>(<usize>job.lows + (2 * node + 2 << 2), middle);
  store<i32>(<usize>job.highs + (2 * node + 2 << 2), high);
}

/** Writes the box of some rows and returns the largest norm. */
function measure(points: usize, width: usize, order: usize, low: i32, high: i32, box: usize): f32 {
  for (let part: usize = 0; part < width; part += 16) {
    v128.store(box + part, f32x4.splat(Infinity));
    v128.store(box + width + part, f32x4.splat(-Infinity));
  }
  let largest: f32 = 0;
  for (let place = low; place < high; place++) {
    const row = points + <usize>load<i32>(order + (<usize>place << 2)) * width;
    let squares = f32x4.splat(0);
    for (let part: usize = 0; part < width; part += 16) {
      const value = v128.load(row + part);
      squares = f32x4.add(squares, f32x4.mul(value, value));
      v128.store(box + part, f32x4.pmin(v128.load(box + part), value));
      v128.store(box + width + part, f32x4.pmax(v128.load(box + width + part), value));
    }
    largest = max(largest, sum4(squares));
  }
  return sqrt(largest);
}

// @ts-ignore: decorator
@inline
export function sum4(values: v128): f32 {
  return f32x4.extract_lane(values, 0) + f32x4.extract_lane(values, 1) + (f32x4.extract_lane(values, 2) + f32x4.extract_lane(values, 3));
}

/** Byte offset of the widest side of a box. */
function widest(box: usize, width: usize): usize {
  let best: usize = 0;
  let most: f32 = -1;
  for (let at: usize = 0; at < width; at += 4) {
    const span = load<f32>(box + width + at) - load<f32>(box + at);
    if (span > most) {
      most = span;
      best = at;
    }
  }
  return best;
}

/** Quickselect over keys, which carries the rows along: afterwards no key before `middle` is larger than one from there on. */
function halve(keys: usize, order: usize, first: i32, last: i32, middle: i32): void {
  let low = first;
  let high = last;
  let draw: u32 = 1;
  while (low < high) {
    // A pivot from a stream of pseudo-random places has no bad inputs in practice, and is the same every time.
    draw = draw * 1664525 + 1013904223;
    const pivot = load<f32>(keys + (<usize>(low + <i32>(<u64>draw * <u64>(high - low + 1) >> 32)) << 2));
    let i = low;
    let j = high;
    while (i <= j) {
      while (load<f32>(keys + (<usize>i << 2)) < pivot) i++;
      while (load<f32>(keys + (<usize>j << 2)) > pivot) j--;
      if (i > j) break;
      swap(keys + (<usize>i << 2), keys + (<usize>j << 2));
      swap(order + (<usize>i << 2), order + (<usize>j << 2));
      i++;
      j--;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

// @ts-ignore: decorator
@inline
function swap(a: usize, b: usize): void {
  const held = load<u32>(a);
  store<u32>(a, load<u32>(b));
  store<u32>(b, held);
}

/** Arguments of `packLeaf`. */
@unmanaged
class Pack {
  first: f64; // number of the first leaf node
  values: f64; // rows × columns doubles
  columns: f64;
  points: f64; // rows × width singles
  width: f64;
  order: f64;
  lows: f64;
  highs: f64;
  boxes: f64;
  stride: f64; // points a leaf block has room for: a multiple of 16
  blocks: f64; // a leaf: width × stride singles, one coordinate of all points side by side
  sorted: f64; // rows × columns doubles in tree order
  limit: f64; // largest code a coordinate may have
  codes: f64; // a leaf: pairs of coordinates × stride × 2 short integers, then minus half the squared length of each point
  frames: f64; // a leaf: its centre, width singles, then how many codes a unit has, then three unused
}

/** A coordinate no point has: farther than anything, and its square is still a number. */
const NOWHERE: f32 = 1e19;

/** Less than minus half the squared length of any point: stands where there is none. */
export const NO_POINT: i32 = -(1 << 30);

/** Lays the rows of a leaf side by side, coordinate by coordinate, as singles and as codes; and its exact rows one after the other. */
export function packLeaf(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Pack>(args);
  const node = <usize>job.first + block;
  const columns = <usize>job.columns << 3;
  const width = <usize>job.width;
  const stride = <usize>job.stride << 2;
  const low = load<i32>(<usize>job.lows + (node << 2));
  const high = load<i32>(<usize>job.highs + (node << 2));
  const to = <usize>job.blocks + <usize>block * width * stride;
  const frame = <usize>job.frames + <usize>block * (width + 4 << 2);
  const pairs = <usize>job.columns + 1 >> 1;
  const codes = <usize>job.codes + <usize>block * (pairs + 1) * stride;
  frameOf(<usize>job.boxes + node * (width << 3), width, <f32>job.limit, frame);
  for (let place = low; place < high; place++) {
    const row = <usize>load<i32>(<usize>job.order + (<usize>place << 2));
    memory.copy(<usize>job.sorted + <usize>place * columns, <usize>job.values + row * columns, columns);
    const from = <usize>job.points + (row * width << 2);
    const slot = <usize>(place - low) << 2;
    for (let c: usize = 0; c < width; c++) store<f32>(to + slot + c * stride, load<f32>(from + (c << 2)));
    encodePoint(from, frame, width, pairs, stride, codes + slot);
  }
  for (let slot = <usize>(high - low) << 2; slot < stride; slot += 4) {
    for (let c: usize = 0; c < width; c++) store<f32>(to + c * stride + slot, NOWHERE);
    for (let p: usize = 0; p < pairs; p++) store<u32>(codes + p * stride + slot, 0);
    store<i32>(codes + pairs * stride + slot, NO_POINT);
  }
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

function encodePoint(from: usize, frame: usize, width: usize, pairs: usize, stride: usize, to: usize): void {
  const scale = load<f32>(frame + (width << 2));
  let squares = 0;
  for (let c: usize = 0; c < pairs << 1; c++) {
    const code = <i32>nearest((load<f32>(from + (c << 2)) - load<f32>(frame + (c << 2))) * scale);
    store<i16>(to + (c >> 1) * stride + ((c & 1) << 1), <i16>code);
    squares += code * code;
  }
  store<i32>(to + pairs * stride, -(squares >> 1));
}
