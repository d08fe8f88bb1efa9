import { exponential2, powerOfTwo4 } from "./exponential";

/** Arguments of `packPoints`. */
@unmanaged
class Pack {
  values: f64; // rows × columns doubles
  rows: f64;
  columns: f64;
  centre: f64; // columns doubles
  factor: f64; // √(2γ / ln 2), so that the kernel is a power of two
  out: f64; // groups of 8 rows: columns × 8 singles, coordinate by coordinate
  half: f64; // a single a row: minus half the squared length
  grain: f64; // groups a block
}

/** Centres and scales rows and lays eight of them side by side in single precision. */
export function packPoints(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Pack>(args);
  const columns = <usize>job.columns;
  const rows = <i32>job.rows;
  const grain = <i32>job.grain;
  const last = min(rows + 7 >> 3, (block + 1) * grain);
  for (let group = block * grain; group < last; group++) {
    for (let lane = 0; lane < 8; lane++) {
      const row = min(rows - 1, group * 8 + lane);
      const from = <usize>job.values + (<usize>row * columns << 3);
      const to = <usize>job.out + (<usize>group * columns << 5) + (<usize>lane << 2);
      let squares: f64 = 0;
      for (let c: usize = 0; c < columns; c++) {
        const value = (load<f64>(from + (c << 3)) - load<f64>(<usize>job.centre + (c << 3))) * job.factor;
        squares += value * value;
        store<f32>(to + (c << 5), <f32>value);
      }
      store<f32>(<usize>job.half + (<usize>(group * 8 + lane) << 2), <f32>(-0.5 * squares));
    }
  }
}

/** Arguments of `addKernels` and `addKernelsExactly`. */
@unmanaged
class Sum {
  points: f64; // groups of 8 rows as packed
  half: f64; // singles
  rows: f64;
  columns: f64;
  supports: f64; // a multiple of 4 supports × columns singles, as packed rows
  supportHalf: f64; // singles
  weights: f64; // singles; 0 fills up to a multiple of 4
  count: f64; // supports, filled up
  sums: f64; // a double a row, added to
  grain: f64; // groups of 8 a block
  values: f64; // exact rows × columns doubles: all, or with `places` those of the groups that need them
  places: f64; // for each group of 8 rows the place of its exact rows among `values`, or -1; 0: all rows are there
  exactSupports: f64; // supports × columns doubles
  exactWeights: f64; // doubles
  exactCount: f64;
  minusGamma: f64;
}

/** Beyond this squared length, halved, single precision would be felt in the result. */
const LONG: f32 = -32;

/** Adds Σ weight K(row, support) to the sums of some rows: single precision products, double precision sums. */
export function addKernels(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Sum>(args);
  const columns = <usize>job.columns;
  const rows = <i32>job.rows;
  const grain = <i32>job.grain;
  const first = block * grain;
  const last = min(rows + 7 >> 3, first + grain);
  const count = <usize>job.count;
  // All sixteen groups of a block stay in the processor's cache while the supports pass by.
  for (let group = first; group < last; group++) {
    if (!isLong(<usize>job.half + (<usize>group << 5))) continue;
    const place = load<i32>(<usize>job.places + (<usize>group << 2));
    addExactly(job, <usize>job.values + (<usize>place * columns << 6), group * 8, min(rows, group * 8 + 8), scratch);
  }
  for (let i: usize = 0; i < <usize>(last - first) << 6; i += 16) v128.store(scratch + i, f64x2.splat(0));
  for (let s: usize = 0; s < count; s += 4) {
    for (let group = first; group < last; group++) {
      fourByEight(
        <usize>job.points + (<usize>group * columns << 5),
        <usize>job.half + (<usize>group << 5),
        <usize>job.supports + (s * columns << 2),
        <usize>job.supportHalf + (s << 2),
        <usize>job.weights + (s << 2),
        columns,
        scratch + (<usize>(group - first) << 6),
      );
    }
  }
  for (let group = first; group < last; group++) {
    if (isLong(<usize>job.half + (<usize>group << 5))) continue;
    const end = min(rows, group * 8 + 8);
    for (let row = group * 8; row < end; row++) {
      const to = <usize>job.sums + (<usize>row << 3);
      store<f64>(to, load<f64>(to) + load<f64>(scratch + (<usize>(row - first * 8) << 3)));
    }
  }
}

// @ts-ignore: decorator
@inline
function isLong(half: usize): bool {
  const limit = f32x4.splat(LONG);
  return v128.any_true(v128.or(f32x4.lt(v128.load(half), limit), f32x4.lt(v128.load(half, 16), limit)));
}

/** Eight rows and four supports at a time, so that each coordinate is read once for all of them. */
// @ts-ignore: decorator
@inline
function fourByEight(points: usize, half: usize, supports: usize, supportHalf: usize, weights: usize, columns: usize, sums: usize): void {
  const h0 = v128.load(half);
  const h1 = v128.load(half, 16);
  let a0 = f32x4.add(h0, v128.load32_splat(supportHalf));
  let a1 = f32x4.add(h1, v128.load32_splat(supportHalf));
  let b0 = f32x4.add(h0, v128.load32_splat(supportHalf, 4));
  let b1 = f32x4.add(h1, v128.load32_splat(supportHalf, 4));
  let c0 = f32x4.add(h0, v128.load32_splat(supportHalf, 8));
  let c1 = f32x4.add(h1, v128.load32_splat(supportHalf, 8));
  let d0 = f32x4.add(h0, v128.load32_splat(supportHalf, 12));
  let d1 = f32x4.add(h1, v128.load32_splat(supportHalf, 12));
  const size = columns << 2;
  const end = supports + size;
  for (let at = supports; at < end; at += 4) {
    const x0 = v128.load(points);
    const x1 = v128.load(points, 16);
    points += 32;
    const a = v128.load32_splat(at);
    a0 = f32x4.add(a0, f32x4.mul(x0, a));
    a1 = f32x4.add(a1, f32x4.mul(x1, a));
    const b = v128.load32_splat(at + size);
    b0 = f32x4.add(b0, f32x4.mul(x0, b));
    b1 = f32x4.add(b1, f32x4.mul(x1, b));
    const c = v128.load32_splat(at + 2 * size);
    c0 = f32x4.add(c0, f32x4.mul(x0, c));
    c1 = f32x4.add(c1, f32x4.mul(x1, c));
    const d = v128.load32_splat(at + 3 * size);
    d0 = f32x4.add(d0, f32x4.mul(x0, d));
    d1 = f32x4.add(d1, f32x4.mul(x1, d));
  }
  const wa = v128.load32_splat(weights);
  const wb = v128.load32_splat(weights, 4);
  const wc = v128.load32_splat(weights, 8);
  const wd = v128.load32_splat(weights, 12);
  addTo(sums, f32x4.add(f32x4.add(f32x4.mul(wa, powerOfTwo4(a0)), f32x4.mul(wb, powerOfTwo4(b0))), f32x4.add(f32x4.mul(wc, powerOfTwo4(c0)), f32x4.mul(wd, powerOfTwo4(d0)))));
  addTo(sums + 32, f32x4.add(f32x4.add(f32x4.mul(wa, powerOfTwo4(a1)), f32x4.mul(wb, powerOfTwo4(b1))), f32x4.add(f32x4.mul(wc, powerOfTwo4(c1)), f32x4.mul(wd, powerOfTwo4(d1)))));
}

// @ts-ignore: decorator
@inline
function addTo(sums: usize, four: v128): void {
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.promote_low_f32x4(four)));
  v128.store(sums, f64x2.add(v128.load(sums, 16), f64x2.promote_low_f32x4(v128.shuffle<i32>(four, four, 2, 3, 2, 3))), 16);
}

/** The same as `addKernels`, all in double precision. */
export function addKernelsExactly(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Sum>(args);
  const grain = <i32>job.grain << 3;
  const first = block * grain;
  addExactly(job, <usize>job.values + (<usize>first * <usize>job.columns << 3), first, min(<i32>job.rows, first + grain), scratch);
}

/** Four rows at a time, whose values begin at an address, laid side by side in `scratch`: columns × 4 doubles. */
function addExactly(job: Sum, values: usize, first: i32, last: i32, scratch: usize): void {
  const columns = <usize>job.columns;
  for (let row = first; row < last; row += 4) {
    // Where fewer than four are left, the last one stands in for the others.
    for (let lane = 0; lane < 4; lane++) {
      const from = values + (<usize>(min(row + lane, last - 1) - first) * columns << 3);
      for (let c: usize = 0; c < columns; c++) store<f64>(scratch + (c << 5) + (<usize>lane << 3), load<f64>(from + (c << 3)));
    }
    const sums = scratch + (columns << 5);
    sumFour(job, scratch, sums);
    for (let lane = 0; lane < min(4, last - row); lane++) {
      const to = <usize>job.sums + (<usize>(row + lane) << 3);
      store<f64>(to, load<f64>(to) + load<f64>(sums + (<usize>lane << 3)));
    }
  }
}

/** Kernel sums of four rows. Distances come from differences: no digits are lost, however far out rows lie. */
function sumFour(job: Sum, rows: usize, to: usize): void {
  const size = <usize>job.columns << 3;
  const minusGamma = f64x2.splat(job.minusGamma);
  const end = <usize>job.exactSupports + <usize>job.exactCount * size;
  let weight = <usize>job.exactWeights;
  let left = f64x2.splat(0);
  let right = f64x2.splat(0);
  for (let support = <usize>job.exactSupports; support < end; support += size) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let at = rows;
    for (let c = support; c < support + size; c += 8) {
      const value = v128.load64_splat(c);
      const first = f64x2.sub(v128.load(at), value);
      const second = f64x2.sub(v128.load(at, 16), value);
      a = f64x2.add(a, f64x2.mul(first, first));
      b = f64x2.add(b, f64x2.mul(second, second));
      at += 32;
    }
    const factor = v128.load64_splat(weight);
    left = f64x2.add(left, f64x2.mul(factor, exponential2(f64x2.mul(minusGamma, a))));
    right = f64x2.add(right, f64x2.mul(factor, exponential2(f64x2.mul(minusGamma, b))));
    weight += 8;
  }
  v128.store(to, left);
  v128.store(to, right, 16);
}
