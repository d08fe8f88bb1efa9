import { exponential2 } from "./exponential";

/** Arguments of `solvePairs`. The last four are also what it tells. */
@unmanaged
class Pairs {
  values: f64; // groups of 2 rows: columns × 2 doubles, coordinate by coordinate
  rows: f64; // a multiple of 4: copies of the last row fill up, their weight is NaN, so that they neither give nor take
  columns: f64;
  minusGamma: f64;
  alpha: f64; // doubles
  gradient: f64; // doubles
  cache: f64; // capacity × rows doubles
  capacity: f64;
  places: f64; // place of each row in the cache, -1 for none
  owners: f64; // row at each place, -1 for none
  tolerance: f64;
  next: f64; // place in the cache that is overwritten next
  budget: f64; // kernel values to spend before coming back
  steps: f64;
  done: f64;
}

/** Below this a pair of points counts as duplicates (libsvm's τ). */
const TINY: f64 = 1e-12;

/**
 * Moves weight between pairs until none violates the conditions by the tolerance, or the budget is spent. See
 * numeric/one-class-svm/pairs.ts, its plain twin.
 */
export function solvePairs(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Pairs>(args);
  const rows = <i32>job.rows;
  const alpha = <usize>job.alpha;
  const gradient = <usize>job.gradient;
  let budget = job.budget;
  while (budget > 0) {
    const low = lowestOpen(alpha, gradient, rows);
    if (low < 0) {
      job.done = 1;
      return;
    }
    const fromLow = kernelRow(job, low);
    const high = bestPartner(alpha, gradient, fromLow, rows, low, job.tolerance);
    if (high < 0) {
      job.done = 1;
      return;
    }
    move(alpha, gradient, rows, low, high, fromLow, kernelRow(job, high));
    job.steps += 1;
    budget -= 2 * <f64>rows;
  }
}

/** Address of the kernel of one row with all; stays valid until two further rows have been asked for. */
function kernelRow(job: Pairs, row: i32): usize {
  const rows = <usize>job.rows;
  const places = <usize>job.places;
  const known = load<i32>(places + (<usize>row << 2));
  if (known >= 0) return <usize>job.cache + (<usize>known * rows << 3);
  const place = <i32>job.next;
  job.next = place + 1 < <i32>job.capacity ? <f64>(place + 1) : 0;
  const owner = load<i32>(<usize>job.owners + (<usize>place << 2));
  if (owner >= 0) store<i32>(places + (<usize>owner << 2), -1);
  store<i32>(<usize>job.owners + (<usize>place << 2), row);
  store<i32>(places + (<usize>row << 2), place);
  const to = <usize>job.cache + (<usize>place * rows << 3);
  fillRow(job, row, to);
  return to;
}

/** Four rows at a time, as two pairs side by side. */
function fillRow(job: Pairs, row: i32, to: usize): void {
  const columns = <usize>job.columns;
  const rows = <usize>job.rows;
  const size = columns << 4;
  const own = <usize>job.values + <usize>(row >> 1) * size + (<usize>(row & 1) << 3);
  const minusGamma = f64x2.splat(job.minusGamma);
  let at = <usize>job.values;
  for (let other: usize = 0; other < rows; other += 4) {
    let left = f64x2.splat(0);
    let right = f64x2.splat(0);
    for (let c: usize = 0; c < size; c += 16) {
      const value = v128.load64_splat(own + c);
      const a = f64x2.sub(v128.load(at + c), value);
      const b = f64x2.sub(v128.load(at + size + c), value);
      left = f64x2.add(left, f64x2.mul(a, a));
      right = f64x2.add(right, f64x2.mul(b, b));
    }
    v128.store(to + (other << 3), exponential2(f64x2.mul(minusGamma, left)));
    v128.store(to + (other << 3), exponential2(f64x2.mul(minusGamma, right)), 16);
    at += 2 * size;
  }
}

/** The point with the smallest gradient that can take more weight. */
function lowestOpen(alpha: usize, gradient: usize, rows: i32): i32 {
  let best = -1;
  let least: f64 = Infinity;
  for (let i = 0; i < rows; i++) {
    const value = load<f64>(gradient + (<usize>i << 3));
    if (value < least && load<f64>(alpha + (<usize>i << 3)) < 1) {
      least = value;
      best = i;
    }
  }
  return best;
}

/** The point to take weight from: largest gain to second order; -1 when the largest violation is within the tolerance. */
function bestPartner(alpha: usize, gradient: usize, fromLow: usize, rows: i32, low: i32, tolerance: f64): i32 {
  const base = load<f64>(gradient + (<usize>low << 3));
  let best = -1;
  let gain: f64 = 0;
  let widest: f64 = 0;
  for (let j = 0; j < rows; j++) {
    const at = <usize>j << 3;
    if (!(load<f64>(alpha + at) > 0)) continue;
    const gap = load<f64>(gradient + at) - base;
    if (!(gap > 0)) continue;
    if (gap > widest) widest = gap;
    const value = (gap * gap) / max(TINY, 2 - 2 * load<f64>(fromLow + at));
    if (value > gain) {
      gain = value;
      best = j;
    }
  }
  return widest < tolerance ? -1 : best;
}

function move(alpha: usize, gradient: usize, rows: i32, low: i32, high: i32, fromLow: usize, fromHigh: usize): void {
  const lowAt = <usize>low << 3;
  const highAt = <usize>high << 3;
  const curvature = max(TINY, 2 - 2 * load<f64>(fromLow + highAt));
  const room = 1 - load<f64>(alpha + lowAt);
  const held = load<f64>(alpha + highAt);
  const change = min(min(room, held), (load<f64>(gradient + highAt) - load<f64>(gradient + lowAt)) / curvature);
  // Set, not added: a bound that is met must be met exactly.
  store<f64>(alpha + lowAt, change == room ? 1 : load<f64>(alpha + lowAt) + change);
  store<f64>(alpha + highAt, change == held ? 0 : held - change);
  const factor = f64x2.splat(change);
  for (let i: usize = 0; i < <usize>rows << 3; i += 16) {
    const difference = f64x2.sub(v128.load(fromLow + i), v128.load(fromHigh + i));
    v128.store(gradient + i, f64x2.add(v128.load(gradient + i), f64x2.mul(factor, difference)));
  }
}
