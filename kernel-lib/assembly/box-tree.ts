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
  const columns = <usize>job.columns;
  const width = <usize>job.width << 2;
  const grain = <i32>job.grain;
  const last = min(<i32>job.rows, (block + 1) * grain);
  for (let row = block * grain; row < last; row++) {
    rotateRow(<usize>job.values + (<usize>row * columns << 3), columns, width, <usize>job.centre, <usize>job.axes, <usize>job.out + <usize>row * width);
  }
}

/** One row; `width` in bytes. */
export function rotateRow(from: usize, columns: usize, width: usize, centre: usize, axes: usize, to: usize): void {
  for (let part: usize = 0; part < width; part += 16) {
    let sum = f32x4.splat(0);
    let axis = axes + part;
    for (let c: usize = 0; c < columns; c++) {
      const value = <f32>(load<f64>(from + (c << 3))) - load<f32>(centre + (c << 2));
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(value), v128.load(axis)));
      axis += width;
    }
    v128.store(to + part, sum);
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
  firsts: f64; // a node: its lowest row number
}

/** Measures the box of a node and, unless it is a leaf, orders its rows so that both halves fall apart where they spread most. */
export function splitNode(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Split>(args);
  const node = <usize>job.first + block;
  const width = <usize>job.width << 2;
  const order = <usize>job.order;
  const low = load<i32>(<usize>job.lows + (node << 2));
  const high = load<i32>(<usize>job.highs + (node << 2));
  const box = <usize>job.boxes + node * (width << 1);
  store<f32>(<usize>job.norms + (node << 2), measure(<usize>job.points, width, order, low, high, box));
  let first = i32.MAX_VALUE;
  for (let place = low; place < high; place++) first = min(first, load<i32>(order + (<usize>place << 2)));
  store<i32>(<usize>job.firsts + (node << 2), first);
  if (job.leaves != 0) return;
  const middle = (low + high) >> 1;
  part(<usize>job.points, width, order, <usize>job.keys, low, high, middle, scratch);
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

/** Orders rows so that none before `middle` lies above one from there on, in the coordinate in which they spread most. */
export function part(points: usize, width: usize, order: usize, keys: usize, low: i32, high: i32, middle: i32, room: usize): void {
  const side = broadest(points, width, order, low, high, room);
  for (let place = low; place < high; place++) {
    const row = <usize>load<i32>(order + (<usize>place << 2));
    store<f32>(keys + (<usize>place << 2), load<f32>(points + row * width + side));
  }
  halve(keys, order, low, high - 1, middle);
}

/** Rows looked at to see in which coordinate they spread most. */
const LOOKED_AT = 512;

/** Byte offset of the coordinate with the largest variance: boxes cut there overlap a search less often than boxes cut along the widest side. `room` for two numbers a coordinate. */
function broadest(points: usize, width: usize, order: usize, low: i32, high: i32, room: usize): usize {
  const first = points + <usize>load<i32>(order + (<usize>low << 2)) * width;
  memory.fill(room, 0, width << 1);
  const count = min(high - low, LOOKED_AT);
  for (let i = 0; i < count; i++) {
    const place = low + <i32>(<i64>i * <i64>(high - low) / <i64>count);
    const row = points + <usize>load<i32>(order + (<usize>place << 2)) * width;
    for (let at: usize = 0; at < width; at += 16) {
      const value = f32x4.sub(v128.load(row + at), v128.load(first + at));
      v128.store(room + at, f32x4.add(v128.load(room + at), value));
      v128.store(room + width + at, f32x4.add(v128.load(room + width + at), f32x4.mul(value, value)));
    }
  }
  let best: usize = 0;
  let most: f32 = -1;
  for (let at: usize = 0; at < width; at += 4) {
    const sum = load<f32>(room + at);
    const spread = load<f32>(room + width + at) - sum * sum / <f32>count;
    if (spread > most) {
      most = spread;
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

/** Less than minus half the squared length of any point: stands where there is none. */
export const NO_POINT: i32 = -(1 << 30);
