import { log2 } from "../math.js";

/** So few values are sorted at once. */
const SHORT = 16;

/**
 * Puts the value that sorting would put at `rank` there, smaller ones before it and larger ones after it.
 *
 * Much cheaper than sorting when only a median or a quartile is wanted. Reorders `values` in place, which therefore must
 * not hold NaN. Quickselect (Hoare 1961) with a median-of-three pivot; when the pivots keep being poor the rest is sorted,
 * so the worst case is O(n log n) and the usual one O(n).
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
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i++] = values[j];
      values[j--] = held;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return values[rank];
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
