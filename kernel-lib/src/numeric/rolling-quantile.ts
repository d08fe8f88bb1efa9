import { between } from "./statistics.js";

/**
 * Quantile `q` (0 to 1, linear between neighbours as in numpy) of the `window` values before each point (the point itself
 * is never part of it), of those that are finite; NaN with fewer than `minCount`.
 *
 * The values that a block of windows can see are sorted once, then a tree of counts over their ranks (Fenwick 1994) takes
 * in and lets go one value a step: O(n log window), with no allocation inside the loop.
 */
export function rollingQuantile(values: Float64Array, window: number, q: number, minCount: number): Float64Array {
  const result = new Float64Array(values.length).fill(NaN);
  const sorted = new Float64Array(2 * window);
  const slots = new Int32Array(2 * window);
  for (let start = 0; start < values.length; start += window) {
    const from = Math.max(0, start - window);
    const stop = Math.min(values.length, start + window);
    const seen = rankAll(values, from, stop, sorted, slots);
    const tree = new CountTree(seen);
    for (let i = from; i < start; i++) tree.add(slots[i - from], 1);
    for (let i = start; i < stop; i++) {
      if (tree.total >= minCount && tree.total > 0) {
        const position = q * (tree.total - 1);
        const rank = Math.floor(position);
        const lower = sorted[tree.slotOf(rank)];
        result[i] = rank === position ? lower : between(lower, sorted[tree.slotOf(rank + 1)], position - rank);
      }
      tree.add(slots[i - from], 1);
      if (i - window >= 0) tree.add(slots[i - window - from], -1);
    }
  }
  return result;
}

/** Sorts the finite part of `values[from, to)` into `sorted` and writes each value's place (-1: not finite) to `slots`. */
function rankAll(values: Float64Array, from: number, to: number, sorted: Float64Array, slots: Int32Array): number {
  let count = 0;
  for (let i = from; i < to; i++) if (Number.isFinite(values[i])) sorted[count++] = values[i];
  sorted.subarray(0, count).sort();
  for (let i = from; i < to; i++) slots[i - from] = Number.isFinite(values[i]) ? placeOf(sorted, count, values[i]) : -1;
  return count;
}

function placeOf(sorted: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts by slot that can be asked for the slot of the k-th smallest. */
class CountTree {
  private readonly counts: Int32Array;
  private readonly top: number;
  total = 0;

  constructor(slots: number) {
    this.counts = new Int32Array(slots + 1);
    this.top = slots > 0 ? 2 ** Math.floor(Math.log2(slots)) : 0;
  }

  add(slot: number, change: number): void {
    if (slot < 0) return;
    this.total += change;
    for (let node = slot + 1; node < this.counts.length; node += node & -node) this.counts[node] += change;
  }

  slotOf(rank: number): number {
    let node = 0;
    let left = rank;
    for (let step = this.top; step > 0; step >>= 1) {
      if (node + step < this.counts.length && this.counts[node + step] <= left) {
        node += step;
        left -= this.counts[node];
      }
    }
    return node;
  }
}
