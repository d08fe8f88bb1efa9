/** Blocks that one half-power period is cut into: fine enough that lines between their middles follow the curve. */
const BLOCKS = 16;
/** A half-power period of so many series lengths leaves a straight line. */
const STRAIGHT = 12;
/** Weight that keeps blocks without values determined. */
const LEAST_WEIGHT = 1e-9;

let room = new Float64Array(0);

/**
 * Smooth level of a series: minimises Σ w (x − u)² + (h/2π)⁴ Σ (second differences of u)², so that waves of period `h` rows
 * keep half of their height (Whittaker 1923, Hodrick and Prescott 1997). Straight where nothing is known and at both ends,
 * hence without lag and without an edge that growth could stand out from; 12 times the length gives a straight line.
 *
 * Solved on block means of h/16 rows, with lines between the middles of the blocks. O(n).
 *
 * @param x values; those of weight 0 are not looked at
 * @param w weights, 0 for rows that shall be bridged
 * @param out where to put the result, a new column when absent
 */
export function smoothLevel(
  x: Float64Array,
  w: Float64Array,
  halfPower: number,
  out: Float64Array = new Float64Array(x.length),
): Float64Array {
  const level = blockLevel(x, null, w, halfPower);
  if (level === null) out.fill(0);
  else if (level.length === x.length) out.set(level);
  else interpolate(level, out, null);
  return out;
}

/**
 * The same for one part of several: fits `level` anew to what it and the residual hold together, and leaves the rest in the
 * residual. Both are overwritten.
 */
export function refitLevel(residual: Float64Array, w: Float64Array, halfPower: number, level: Float64Array): void {
  const blocks = blockLevel(residual, level, w, halfPower) ?? new Float64Array(residual.length);
  if (blocks.length < residual.length) interpolate(blocks, level, residual);
  else exchange(level, blocks, residual);
}

/** Puts another part in the place of one, the difference into the residual. */
export function exchange(part: Float64Array, by: Float64Array, residual: Float64Array): void {
  for (let i = 0; i < part.length; i++) {
    residual[i] += part[i] - by[i];
    part[i] = by[i];
  }
}

/** Level at the middles of the blocks (of rows, when there are as many), overwritten by the next call; null without weights. */
function blockLevel(
  x: Float64Array,
  plus: Float64Array | null,
  w: Float64Array,
  halfPower: number,
): Float64Array | null {
  const n = x.length;
  const h = Math.min(halfPower, STRAIGHT * n);
  let rows = Math.max(1, Math.floor(Math.min(h, n) / BLOCKS));
  let count = Math.ceil(n / rows);
  if (count < 4) {
    rows = Math.max(1, Math.floor(n / 4));
    count = Math.ceil(n / rows);
  }
  if (room.length < 4 * count) room = new Float64Array(5 * count);
  const weight = room.subarray(0, count);
  const level = room.subarray(count, 2 * count);
  if (!blockSums(x, plus, w, weight, level)) return null;
  const stiffness = h / (n / count) / (2 * Math.PI);
  solve(
    weight,
    level,
    n / count,
    stiffness * stiffness * (stiffness * stiffness),
    room.subarray(2 * count, 3 * count),
    room.subarray(3 * count, 4 * count),
  );
  return level;
}

/** Sums of the weights and of the weighted values by block; false when all weights are 0. */
function blockSums(
  x: Float64Array,
  plus: Float64Array | null,
  w: Float64Array,
  weight: Float64Array,
  sum: Float64Array,
): boolean {
  const n = x.length;
  const count = weight.length;
  let any = false;
  for (let block = 0, i = 0; block < count; block++) {
    const end = Math.floor(((block + 1) * n) / count);
    let weights = 0;
    let values = 0;
    for (; i < end; i++) {
      const wi = w[i];
      if (!(wi > 0)) continue;
      weights += wi;
      values += wi * (plus === null ? x[i] : x[i] + plus[i]);
    }
    weight[block] = weights;
    sum[block] = values;
    if (weights > 0) any = true;
  }
  return any;
}

/** Solves the five-banded system by LDLᵀ; `level` holds the sums before and the solution afterwards. */
function solve(
  weight: Float64Array,
  level: Float64Array,
  rows: number,
  penalty: number,
  first: Float64Array,
  second: Float64Array,
): void {
  const count = weight.length;
  let weights = 0;
  let values = 0;
  let most = 0;
  for (let k = 0; k < count; k++) {
    weights += weight[k];
    values += level[k];
    if (weight[k] > most) most = weight[k];
  }
  const least = LEAST_WEIGHT * Math.max(most / rows, LEAST_WEIGHT);
  const centre = (least * values) / weights;
  // `weight` becomes the diagonal D; `first` and `second` the two diagonals of L below it.
  for (let k = 0; k < count; k++) {
    const inner = (k < count - 2 ? 1 : 0) + (k > 0 && k < count - 1 ? 4 : 0) + (k > 1 ? 1 : 0);
    let d = weight[k] / rows + penalty * inner + least;
    let b = level[k] / rows + centre;
    if (k > 1) {
      const two = penalty / weight[k - 2];
      second[k] = two;
      d -= two * penalty;
      b -= two * level[k - 2];
    }
    if (k > 0) {
      const beside = penalty * ((k < count - 1 ? -2 : 0) + (k > 1 ? -2 : 0));
      const off = beside - (k > 1 ? second[k] * first[k - 1] * weight[k - 2] : 0);
      const one = off / weight[k - 1];
      first[k] = one;
      d -= one * off;
      b -= one * level[k - 1];
    }
    weight[k] = d;
    level[k] = b;
  }
  for (let k = 0; k < count; k++) level[k] /= weight[k];
  for (let k = count - 2; k >= 0; k--)
    level[k] -= first[k + 1] * level[k + 1] + (k < count - 2 ? second[k + 2] * level[k + 2] : 0);
}

/** Lines between the middles of the blocks, going on beyond the first and the last; what changes goes into the residual. */
function interpolate(level: Float64Array, out: Float64Array, residual: Float64Array | null): void {
  const n = out.length;
  const count = level.length;
  const middle = (block: number): number =>
    (Math.floor((block * n) / count) + Math.floor(((block + 1) * n) / count) - 1) / 2;
  let left = middle(0);
  for (let block = 0, i = 0; block < count - 1; block++) {
    const right = middle(block + 1);
    const slope = (level[block + 1] - level[block]) / (right - left);
    const end = block === count - 2 ? n : Math.ceil(right);
    for (; i < end; i++) {
      const value = level[block] + slope * (i - left);
      if (residual !== null) residual[i] += out[i] - value;
      out[i] = value;
    }
    left = right;
  }
}
