import { Rolling } from "./rolling";

/** Arguments of `fillRows`. */
@unmanaged
class Matrix {
  values: f64; // of the series
  time: f64; // milliseconds since 1970; only looked at by calendar steps
  length: f64; // points
  first: f64; // the point that block 0 begins with
  grain: f64; // points a block
  width: f64; // columns
  steps: f64; // how to make them
  stepCount: f64;
  inverses: f64; // 1/k for k from 0 to the longest window
  scale: f64; // for rolling moments
  rows: f64; // out: grain × width doubles a block, of which the first ones are used
  points: f64; // out: grain integers a block, the points of the rows
  counts: f64; // out: an integer a block, how many rows there are
}

/** What makes one column, or two. */
@unmanaged
class Step {
  operation: f64;
  column: f64;
  other: f64; // column of the deviations beside the means
  parameter: f64;
  second: f64;
  state: f64; // of rolling moments: its place in the scratch memory
}

/** As in src/features/matrix/kernel-plan.ts. */
const LAG: i32 = 0;
const STORED: i32 = 1;
const CHANGE: i32 = 2;
const ROLLING: i32 = 3;
const HOUR: i32 = 4;
const DAY_OF_WEEK: i32 = 5;
const WEEKEND: i32 = 6;
const MONTH: i32 = 7;

/** Points worked out together, so that their cells are still in the cache when they are laid side by side. */
const PART: i32 = 256;

/** Bytes from one column of a part to the next: not a power of two, which would make all columns fight for the same cache lines. */
const STRIDE: usize = (PART + 8) << 3;

/** The rows of some points in which every cell is a number. Scratch: an address a column, then the cells, then the rolling states. */
export function fillRows(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Matrix>(args);
  const width = <i32>job.width;
  const grain = <i32>job.grain;
  const first = <i32>job.first + block * grain;
  const end = min(<i32>job.length, first + grain);
  beginRolling(job, first, scratch);
  let row = <usize>job.rows + <usize>(block * grain) * <usize>width * 8;
  const begin = row;
  let point = <usize>job.points + (<usize>(block * grain) << 2);
  for (let from = first; from < end; from += PART) {
    const count = min(PART, end - from);
    for (let s = 0; s < <i32>job.stepCount; s++) takeStep(job, changetype<Step>(<usize>job.steps + <usize>s * offsetof<Step>()), from, count, scratch);
    const kept = layRows(scratch, width, from, count, row, point);
    row += <usize>(kept * width) << 3;
    point += <usize>kept << 2;
  }
  store<i32>(<usize>job.counts + (<usize>block << 2), <i32>((row - begin) >> 3) / width);
}

// @ts-ignore: decorator
@inline
function cellsOf(job: Matrix, column: i32, scratch: usize): usize {
  return scratch + ((<usize>job.width + 1) << 3) + <usize>column * STRIDE;
}

// @ts-ignore: decorator
@inline
function setAddress(scratch: usize, column: i32, address: usize): void {
  store<usize>(scratch + (<usize>column << 3), address);
}

function beginRolling(job: Matrix, first: i32, scratch: usize): void {
  for (let s = 0; s < <i32>job.stepCount; s++) {
    const step = changetype<Step>(<usize>job.steps + <usize>s * offsetof<Step>());
    if (<i32>step.operation !== ROLLING) continue;
    const cells = cellsOf(job, <i32>step.column, scratch);
    changetype<Rolling>(scratch + <usize>step.state).begin(<usize>job.values, <i32>job.length, <i32>step.parameter, <i32>step.second, <usize>job.inverses, job.scale, first, cells);
  }
}

function takeStep(job: Matrix, step: Step, from: i32, count: i32, scratch: usize): void {
  const operation = <i32>step.operation;
  const column = <i32>step.column;
  const cells = cellsOf(job, column, scratch);
  const values = <usize>job.values + (<usize>from << 3);
  setAddress(scratch, column, cells);
  if (operation === LAG) {
    const back = <i32>step.parameter;
    if (from >= back) setAddress(scratch, column, values - (<usize>back << 3));
    else for (let i = 0; i < count; i++) store<f64>(cells + (<usize>i << 3), from + i < back ? NaN : load<f64>(values + (<usize>(i - back) << 3)));
  } else if (operation === STORED) {
    setAddress(scratch, column, <usize>step.parameter + (<usize>from << 3));
  } else if (operation === CHANGE) {
    change(cells, values, from, count, <i32>step.parameter, step.second !== 0);
  } else if (operation === ROLLING) {
    const other = <i32>step.other;
    setAddress(scratch, other, cellsOf(job, other, scratch));
    changetype<Rolling>(scratch + <usize>step.state).next(cells, cellsOf(job, other, scratch), count);
  } else {
    const time = <usize>job.time + (<usize>from << 3);
    if (operation === HOUR) hours(cells, time, count);
    else ofDay(operation, cells, time, count);
  }
}

/** Change against an earlier value, relative to that or to the mean size of both. */
function change(cells: usize, values: usize, from: i32, count: i32, step: i32, symmetric: bool): void {
  let i = 0;
  for (; i < count && from + i < step; i++) store<f64>(cells + (<usize>i << 3), NaN);
  const back = <usize>step << 3;
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const half = f64x2.splat(0.5);
  // Where the count is odd, one more is worked out and never looked at.
  for (; i < count; i += 2) {
    const at = values + (<usize>i << 3);
    const now = v128.load(at);
    const before = v128.load(at - back);
    const difference = f64x2.sub(now, before);
    const size = symmetric ? f64x2.mul(f64x2.add(f64x2.abs(now), f64x2.abs(before)), half) : f64x2.abs(before);
    let ratio = f64x2.div(difference, size);
    const nothing = f64x2.eq(size, zero);
    if (v128.any_true(nothing)) {
      const signed = v128.or(v128.and(difference, f64x2.splat(-0.0)), one);
      const varies = v128.and(f64x2.ne(difference, zero), f64x2.eq(difference, difference));
      ratio = v128.bitselect(v128.bitselect(signed, difference, varies), ratio, nothing);
    }
    v128.store(cells + (<usize>i << 3), ratio);
  }
}

const HOUR_UNIT: f64 = 3600000;
const DAY_UNIT: f64 = 86400000;

/** Hours of the day, two at a time. */
function hours(cells: usize, time: usize, count: i32): void {
  const unit = f64x2.splat(HOUR_UNIT);
  const day = f64x2.splat(24);
  // Where the count is odd, one more is worked out and never looked at.
  for (let end = time + (<usize>count << 3); time < end; time += 16, cells += 16) {
    const hour = f64x2.floor(f64x2.div(v128.load(time), unit));
    v128.store(cells, f64x2.sub(hour, f64x2.mul(day, f64x2.floor(f64x2.div(hour, day)))));
  }
}

/** What is the same all day; worked out anew only where the day changes. */
function ofDay(operation: i32, cells: usize, time: usize, count: i32): void {
  const end = time + (<usize>count << 3);
  while (time < end) {
    const day = floor(load<f64>(time) / DAY_UNIT);
    const value = dayNumber(operation, day);
    const from = day * DAY_UNIT;
    const to = from + DAY_UNIT;
    do {
      store<f64>(cells, value);
      cells += 8;
      time += 8;
    } while (time < end && load<f64>(time) >= from && load<f64>(time) < to);
  }
}

function dayNumber(operation: i32, day: f64): f64 {
  if (operation === MONTH) return month(day);
  const dayOfWeek = day + 3 - 7 * floor((day + 3) / 7);
  return operation === DAY_OF_WEEK ? dayOfWeek : dayOfWeek >= 5 ? 1 : 0;
}

/** As in src/features/calendar.ts. */
function month(day: f64): f64 {
  const shifted = day + 719468;
  const within = shifted - 146097 * floor(shifted / 146097);
  const year = floor((within - floor(within / 1460) + floor(within / 36524) - floor(within / 146096)) / 365);
  const dayOfYear = within - (365 * year + floor(year / 4) - floor(year / 100));
  const fromMarch = floor((5 * dayOfYear + 2) / 153);
  return fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
}

/** Lays columns side by side, two rows at a time; rows with a cell that is not finite are left out. Returns how many are kept. */
function layRows(addresses: usize, width: i32, from: i32, count: i32, rows: usize, points: usize): i32 {
  const size = <usize>width << 3;
  let row = rows;
  let point = points;
  for (let i = 0; i < count; i += 2) {
    const offset = <usize>i << 3;
    let broken = f64x2.splat(0);
    let to = row;
    let c = 0;
    for (; c + 2 <= width; c += 2, to += 16) {
      const x = v128.load(load<usize>(addresses + (<usize>c << 3)) + offset);
      const y = v128.load(load<usize>(addresses + (<usize>c << 3), 8) + offset);
      // x - x is 0 for finite x and NaN for all others.
      broken = f64x2.add(broken, f64x2.add(f64x2.sub(x, x), f64x2.sub(y, y)));
      v128.store(to, v128.shuffle<f64>(x, y, 0, 2));
      v128.store(to + size, v128.shuffle<f64>(x, y, 1, 3));
    }
    if (c < width) {
      const x = v128.load(load<usize>(addresses + (<usize>c << 3)) + offset);
      broken = f64x2.add(broken, f64x2.sub(x, x));
      v128.store64_lane(to, x, 0);
      v128.store64_lane(to + size, x, 1);
    }
    if (f64x2.extract_lane(broken, 0) === 0) {
      store<i32>(point, from + i);
      point += 4;
      row += size;
    } else {
      memory.copy(row, row + size, size);
    }
    if (i + 1 < count && f64x2.extract_lane(broken, 1) === 0) {
      store<i32>(point, from + i + 1);
      point += 4;
      row += size;
    }
  }
  return <i32>((point - points) >> 2);
}
