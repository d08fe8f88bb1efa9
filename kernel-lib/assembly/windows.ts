/** Arguments of `windowDistances`. */
@unmanaged
class Distances {
  values: f64; // count + width - 1 doubles
  count: f64; // windows
  width: f64;
  grain: f64; // windows a block
  centre: f64;
  reflection: f64; // width - 1 doubles
  weights: f64; // by order: one over the variance of the prediction error, width doubles
  out: f64; // a double a window
}

/**
 * Squared Mahalanobis distance of each window: the sum of its squared prediction errors of rising order, by the lattice
 * recursion. `ahead[s]` and `behind[s]` are the forward and backward errors of the order at hand, `order` rows into window s.
 * `scratch` holds 2 × (grain + width + 1) doubles.
 */
export function windowDistances(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Distances>(args);
  const width = <i32>job.width;
  const grain = <i32>job.grain;
  const first = block * grain;
  const windows = min(grain, <i32>job.count - first);
  const rows = windows + width - 1;
  const ahead = scratch;
  const behind = scratch + (<usize>(grain + width + 1) << 3);
  const out = <usize>job.out + (<usize>first << 3);
  for (let i = 0; i < rows; i++) {
    const value = load<f64>(<usize>job.values + (<usize>(first + i) << 3)) - job.centre;
    store<f64>(ahead + (<usize>i << 3), value);
    store<f64>(behind + (<usize>i << 3), value);
  }
  for (let s = 0; s < windows; s++) store<f64>(out + (<usize>s << 3), 0);
  for (let order = 0; order < width; order++) {
    const last = order + 1 === width;
    const left = rows - order;
    const partial = last ? 0 : load<f64>(<usize>job.reflection + (<usize>order << 3));
    addSquares(ahead, out, windows, load<f64>(<usize>job.weights + (<usize>order << 3)));
    if (!last) raiseOrder(ahead, behind, left - 1, partial);
  }
}

function addSquares(ahead: usize, out: usize, count: i32, weight: f64): void {
  const weights = f64x2.splat(weight);
  let s = 0;
  for (; s + 2 <= count; s += 2) {
    const at = <usize>s << 3;
    const error = v128.load(ahead + at);
    v128.store(out + at, f64x2.add(v128.load(out + at), f64x2.mul(f64x2.mul(error, error), weights)));
  }
  if (s < count) {
    const at = <usize>s << 3;
    const error = load<f64>(ahead + at);
    store<f64>(out + at, load<f64>(out + at) + error * error * weight);
  }
}

/** One order up. One more pair than asked for is written, into room that nobody reads. */
function raiseOrder(ahead: usize, behind: usize, count: i32, partial: f64): void {
  const partials = f64x2.splat(partial);
  for (let s = 0; s < count; s += 2) {
    const at = <usize>s << 3;
    const next = v128.load(ahead + at + 8);
    const back = v128.load(behind + at);
    v128.store(ahead + at, f64x2.sub(next, f64x2.mul(partials, back)));
    v128.store(behind + at, f64x2.sub(back, f64x2.mul(partials, next)));
  }
}

/** Arguments of `lagProducts`. */
@unmanaged
class Products {
  values: f64; // centred; rows doubles and LAGS zeros more than the longest lag
  rows: f64;
  width: f64;
  sums: f64; // rows + width + LAGS + 2 doubles: running count of the windows that count
  products: f64; // out: a double a lag
  pairs: f64; // out: a double a lag
}

/** Lags of a block. */
const LAGS = 8;

/**
 * For eight lags at a time the sum of the products of values so far apart, each as often as there are windows that hold
 * both, and how many pairs that makes. Each lag has a lane of its own, so its products are added in the order of the rows.
 */
export function lagProducts(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Products>(args);
  const rows = <usize>job.rows;
  const width = <usize>job.width;
  const lag = <usize>(block * LAGS);
  let p0 = f64x2.splat(0);
  let p1 = f64x2.splat(0);
  let p2 = f64x2.splat(0);
  let p3 = f64x2.splat(0);
  let n0 = f64x2.splat(0);
  let n1 = f64x2.splat(0);
  let n2 = f64x2.splat(0);
  let n3 = f64x2.splat(0);
  let value = <usize>job.values;
  let other = value + (lag << 3);
  let from = <usize>job.sums + (lag + 1 << 3);
  let to = <usize>job.sums + (width + 1 << 3);
  const end = value + (rows << 3);
  for (; value < end; value += 8) {
    const own = v128.load64_splat(value);
    const held = v128.load64_splat(to);
    const w0 = f64x2.sub(held, v128.load(from));
    const w1 = f64x2.sub(held, v128.load(from, 16));
    const w2 = f64x2.sub(held, v128.load(from, 32));
    const w3 = f64x2.sub(held, v128.load(from, 48));
    n0 = f64x2.add(n0, w0);
    n1 = f64x2.add(n1, w1);
    n2 = f64x2.add(n2, w2);
    n3 = f64x2.add(n3, w3);
    p0 = f64x2.add(p0, f64x2.mul(f64x2.mul(w0, own), v128.load(other)));
    p1 = f64x2.add(p1, f64x2.mul(f64x2.mul(w1, own), v128.load(other, 16)));
    p2 = f64x2.add(p2, f64x2.mul(f64x2.mul(w2, own), v128.load(other, 32)));
    p3 = f64x2.add(p3, f64x2.mul(f64x2.mul(w3, own), v128.load(other, 48)));
    other += 8;
    from += 8;
    to += 8;
  }
  const products = <usize>job.products + (lag << 3);
  const pairs = <usize>job.pairs + (lag << 3);
  v128.store(products, p0, 0);
  v128.store(products, p1, 16);
  v128.store(products, p2, 32);
  v128.store(products, p3, 48);
  v128.store(pairs, n0, 0);
  v128.store(pairs, n1, 16);
  v128.store(pairs, n2, 32);
  v128.store(pairs, n3, 48);
}
