import { log2 } from "../math.js";

/** So few values are sorted at once. */
const SHORT = 16;

/**
 * Puts the value that sorting would put at `rank` there, smaller ones before it and larger ones after it.
 *
 * Much cheaper than sorting when only a median or a quartile is wanted. Reorders `values` in place, which therefore must
 * not hold NaN. Quickselect (Hoare 1961) with a median-of-three pivot; when the pivots keep being poor the rest is sorted,
 * so the worst case is O(n log n) and the usual one O(n). What is partitioned moves without a branch, which the processor
 * would guess wrong every second time: a third of the time of Hoare's own exchange.
 */
export function select(values: Float64Array, rank: number, from: number = 0, to: number = values.length): number {
  let low = from;
  let high = to - 1;
  let budget = 2 * Math.ceil(log2(to - from + 1)) + 8;
  while (high - low > SHORT) {
    if (budget-- === 0) {
      values.subarray(low, high + 1).sort();
      return values[rank];
    }
    const pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
    let equal = low;
    for (let i = low; i <= high; i++) {
      const value = values[i];
      values[i] = values[equal];
      values[equal] = value;
      equal += Number(value < pivot);
    }
    if (rank < equal) {
      high = equal - 1;
      continue;
    }
    let above = equal;
    for (let i = equal; i <= high; i++) {
      const value = values[i];
      values[i] = values[above];
      values[above] = value;
      above += Number(value <= pivot);
    }
    if (rank < above) return values[rank];
    low = above;
  }
  insertionSort(values, low, high);
  return values[rank];
}

function insertionSort(values: Float64Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const value = values[i];
    let place = i;
    for (; place > low && values[place - 1] > value; place--) values[place] = values[place - 1];
    values[place] = value;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : Math.max(a, c)) : a < c ? a : Math.max(b, c);
}
