import { memoize } from "../memoize.js";
import { correlationOf, pairCorrelation, type PairCorrelation } from "./shrunk-correlation.js";

/** Columns whose products are summed in one pass: as many chains of additions as a processor keeps busy. */
const AT_ONCE = 4;

/** Sum and sum of squares of a column without gaps; null where it has some. */
const sumsOf = memoize((column: Float64Array): { readonly sum: number; readonly squares: number } | null => {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < column.length; i++) {
    sum += column[i];
    squares += column[i] * column[i];
  }
  return Number.isNaN(sum) ? null : { sum, squares };
});

/**
 * Correlation of a column with each of many others of its length: the bytes of `pairCorrelation`, several times as fast where
 * columns have no gaps, since what only hangs on one column is summed once. O(rows × others).
 */
export function pairCorrelations(own: Float64Array, others: readonly Float64Array[]): PairCorrelation[] {
  const found = new Array<PairCorrelation>(others.length);
  const mine = sumsOf(own);
  const complete: number[] = [];
  others.forEach((other, place) => {
    if (mine && sumsOf(other)) complete.push(place);
    else found[place] = pairCorrelation(own, other, NO_ROWS);
  });
  for (let from = 0; from < complete.length; from += AT_ONCE) {
    const places = complete.slice(from, from + AT_ONCE);
    // A short last group repeats its last column.
    const [a, b, c, d] = Array.from({ length: AT_ONCE }, (_, k) => others[places[Math.min(k, places.length - 1)]]);
    let [byA, byB, byC, byD] = [0, 0, 0, 0];
    for (let i = 0; i < own.length; i++) {
      const value = own[i];
      byA += value * a[i];
      byB += value * b[i];
      byC += value * c[i];
      byD += value * d[i];
    }
    [byA, byB, byC, byD].slice(0, places.length).forEach((product, k) => {
      const other = sumsOf(others[places[k]])!;
      found[places[k]] = correlationOf(own.length, mine!, other, product);
    });
  }
  return found;
}

const NO_ROWS = new Uint8Array(0);
