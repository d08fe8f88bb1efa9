// Distances of windows to the most similar other window, lag by lag (see src/season/nearest-window.ts). Runs at once on the
// calling thread, in a memory of its own that grows with the series.

/**
 * For each lag of ascending `lags` (32-bit integers) the squared distances of all windows so far apart, each following from
 * the one before it; `nearest` keeps the smallest one of each window. Four lags side by side, two in an instruction.
 */
export function nearestAlongLags(values: usize, nearest: usize, count: i32, width: i32, lags: usize, number: i32): void {
  let k = 0;
  for (; k + 4 <= number; k += 4) alongFour(values, nearest, count, width, lags + (<usize>k << 2));
  for (; k < number; k++) {
    const lag = load<i32>(lags + (<usize>k << 2));
    alongOne(values, nearest, count, width, lag, 0, squaredDistance(values, lag, width));
  }
}

function squaredDistance(values: usize, lag: i32, width: i32): f64 {
  const other = values + (<usize>lag << 3);
  let sum: f64 = 0;
  for (let k: usize = 0; k < <usize>width << 3; k += 8) {
    const difference = load<f64>(values + k) - load<f64>(other + k);
    sum += difference * difference;
  }
  return sum;
}

function alongOne(values: usize, nearest: usize, count: i32, width: i32, lag: i32, from: i32, distance: f64): void {
  const apart = <usize>lag << 3;
  const wide = <usize>width << 3;
  let sum = distance;
  for (let s = <usize>from << 3; s < <usize>(count - lag) << 3; s += 8) {
    if (sum < load<f64>(nearest + s)) store<f64>(nearest + s, sum);
    if (sum < load<f64>(nearest + s + apart)) store<f64>(nearest + s + apart, sum);
    const gone = load<f64>(values + s) - load<f64>(values + s + apart);
    const come = load<f64>(values + s + wide) - load<f64>(values + s + wide + apart);
    sum += come * come - gone * gone;
  }
}

function alongFour(values: usize, nearest: usize, count: i32, width: i32, lags: usize): void {
  const a = <usize>load<i32>(lags) << 3;
  const b = <usize>load<i32>(lags, 4) << 3;
  const c = <usize>load<i32>(lags, 8) << 3;
  const d = <usize>load<i32>(lags, 12) << 3;
  const wide = <usize>width << 3;
  let first = f64x2(squaredDistance(values, load<i32>(lags), width), squaredDistance(values, load<i32>(lags, 4), width));
  let second = f64x2(squaredDistance(values, load<i32>(lags, 8), width), squaredDistance(values, load<i32>(lags, 12), width));
  const end = <usize>max(0, count - load<i32>(lags, 12)) << 3;
  let s: usize = 0;
  for (; s < end; s += 8) {
    const at = values + s;
    const seen = nearest + s;
    const least = f64x2.pmin(first, second);
    const one = f64x2.extract_lane(f64x2.pmin(least, v128.shuffle<f64>(least, least, 1, 0)), 0);
    if (one < load<f64>(seen)) store<f64>(seen, one);
    keepLess(seen + a, seen + b, first);
    keepLess(seen + c, seen + d, second);
    const gone = v128.load64_splat(at);
    const come = v128.load64_splat(at + wide);
    first = f64x2.add(first, change(f64x2.sub(gone, pair(at + a, at + b)), f64x2.sub(come, pair(at + wide + a, at + wide + b))));
    second = f64x2.add(second, change(f64x2.sub(gone, pair(at + c, at + d)), f64x2.sub(come, pair(at + wide + c, at + wide + d))));
  }
  const from = <i32>(s >> 3);
  alongOne(values, nearest, count, width, <i32>(a >> 3), from, f64x2.extract_lane(first, 0));
  alongOne(values, nearest, count, width, <i32>(b >> 3), from, f64x2.extract_lane(first, 1));
  alongOne(values, nearest, count, width, <i32>(c >> 3), from, f64x2.extract_lane(second, 0));
}

// @ts-ignore: decorator
@inline
function pair(one: usize, other: usize): v128 {
  return v128.load64_lane(other, v128.load64_zero(one), 1);
}

// @ts-ignore: decorator
@inline
function keepLess(one: usize, other: usize, sums: v128): void {
  const least = f64x2.pmin(pair(one, other), sums);
  v128.store64_lane(one, least, 0);
  v128.store64_lane(other, least, 1);
}

// @ts-ignore: decorator
@inline
function change(gone: v128, come: v128): v128 {
  return f64x2.sub(f64x2.mul(come, come), f64x2.mul(gone, gone));
}
