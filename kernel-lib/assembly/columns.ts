// Kernels on one column of numbers, a strip at a time: whoever calls copies up to 2048 numbers to STRIP, and a kernel works
// through them while they are in the processor's nearest cache. A module of its own with one page of memory that is not
// shared: it starts in no time, runs where there is no shared memory, and copies to and fro are three times as fast.

/** Where the numbers stand. */
const STRIP: usize = 4096;

/** Where `collect` puts what it finds; there is room for a whole strip and one more. */
const FOUND: usize = 24576;

/** Where up to eight sums are left. */
const SUMS: usize = 1024;

/** Where two counts (64-bit integers) are left; their sum is what is meant. */
const BELOW: usize = 1088;

const LARGEST: f64 = 1.7976931348623157e308;

/** Four sums: the i-th number goes into sum i mod 4, those after the last four into sum 0. */
export function addUp(count: i32): void {
  const end = STRIP + (<usize>count << 3);
  const whole = STRIP + (<usize>(count & ~3) << 3);
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let at = STRIP;
  for (; at < whole; at += 32) {
    a = f64x2.add(a, v128.load(at));
    b = f64x2.add(b, v128.load(at, 16));
  }
  v128.store(SUMS, a);
  v128.store(SUMS, b, 16);
  for (; at < end; at += 8) store<f64>(SUMS, load<f64>(SUMS) + load<f64>(at));
}

/** The differences from a centre in sums 0 to 3 and their squares in sums 4 to 7, spread as in `addUp`. */
export function addDifferences(count: i32, centre: f64): void {
  const end = STRIP + (<usize>count << 3);
  const whole = STRIP + (<usize>(count & ~3) << 3);
  const middle = f64x2.splat(centre);
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let d = f64x2.splat(0);
  let at = STRIP;
  for (; at < whole; at += 32) {
    const x = f64x2.sub(v128.load(at), middle);
    const y = f64x2.sub(v128.load(at, 16), middle);
    a = f64x2.add(a, x);
    b = f64x2.add(b, y);
    c = f64x2.add(c, f64x2.mul(x, x));
    d = f64x2.add(d, f64x2.mul(y, y));
  }
  v128.store(SUMS, a);
  v128.store(SUMS, b, 16);
  v128.store(SUMS, c, 32);
  v128.store(SUMS, d, 48);
  for (; at < end; at += 8) {
    const x = load<f64>(at) - centre;
    store<f64>(SUMS, load<f64>(SUMS) + x);
    store<f64>(SUMS, load<f64>(SUMS, 32) + x * x, 32);
  }
}

/** Puts |x - centre| × factor in the place of each x, at most the largest number; NaN in that of one that is not finite. */
export function toDistances(count: i32, centre: f64, factor: f64): void {
  const end = STRIP + (<usize>count << 3);
  const middle = f64x2.splat(centre);
  const unit = f64x2.splat(factor);
  const largest = f64x2.splat(LARGEST);
  // One beyond an odd number of them is worked out too and never looked at.
  for (let at = STRIP; at < end; at += 16) {
    const x = v128.load(at);
    const away = f64x2.pmin(largest, f64x2.mul(f64x2.abs(f64x2.sub(x, middle)), unit));
    // x - x is 0 for finite x and NaN for all others.
    v128.store(at, f64x2.add(away, f64x2.sub(x, x)));
  }
}

/** The same for the way outside of lower … upper, 0 between them. */
export function toOutside(count: i32, lower: f64, upper: f64, factor: f64): void {
  const end = STRIP + (<usize>count << 3);
  const low = f64x2.splat(lower);
  const high = f64x2.splat(upper);
  const unit = f64x2.splat(factor);
  const largest = f64x2.splat(LARGEST);
  const nothing = f64x2.splat(0);
  for (let at = STRIP; at < end; at += 16) {
    const x = v128.load(at);
    const out = f64x2.pmax(nothing, f64x2.pmax(f64x2.sub(low, x), f64x2.sub(x, high)));
    v128.store(at, f64x2.add(f64x2.pmin(largest, f64x2.mul(out, unit)), f64x2.sub(x, x)));
  }
}

/**
 * Counts the numbers below `low` and copies those from `low` to `high` to FOUND; returns how many these are. No branch
 * hangs on a number, since the processor would guess it wrong too often.
 */
export function collect(count: i32, low: f64, high: f64): i32 {
  const end = STRIP + (<usize>count << 3);
  const whole = STRIP + (<usize>(count & ~1) << 3);
  const least = f64x2.splat(low);
  const most = f64x2.splat(high);
  let below = i64x2.splat(0);
  let to = FOUND;
  let at = STRIP;
  for (; at < whole; at += 16) {
    const x = v128.load(at);
    const under = f64x2.lt(x, least);
    below = i64x2.sub(below, under);
    const taken = i64x2.bitmask(v128.andnot(f64x2.le(x, most), under));
    v128.store64_lane(to, x, 0);
    to += <usize>(taken & 1) << 3;
    v128.store64_lane(to, x, 1);
    to += <usize>(taken >> 1) << 3;
  }
  v128.store(BELOW, below);
  for (; at < end; at += 8) {
    const x = load<f64>(at);
    store<i64>(BELOW, load<i64>(BELOW) + <i64>(x < low));
    store<f64>(to, x);
    to += <usize>(<i32>(x >= low) & <i32>(x <= high)) << 3;
  }
  return <i32>((to - FOUND) >> 3);
}

export { nearestAlongLags } from "./nearest";
