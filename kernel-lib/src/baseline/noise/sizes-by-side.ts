/**
 * The sizes of signed values over the spread of their side, in order: merged from the two sides, each of which is in order
 * already.
 */
export interface SizesBySide {
  /** Ascending: of all, of the values above 0, and of those below. */
  readonly all: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/** @param sorted values in ascending order. O(n). */
export function sizesBySide(sorted: Float64Array, spreadAbove: number, spreadBelow: number): SizesBySide {
  const n = sorted.length;
  let negative = 0;
  while (negative < n && sorted[negative] < 0) negative++;
  let positive = negative;
  while (positive < n && !(sorted[positive] > 0)) positive++;
  const above = new Float64Array(n - positive);
  for (let k = 0; k < above.length; k++) above[k] = sorted[positive + k] / spreadAbove;
  const below = new Float64Array(negative);
  for (let k = 0; k < negative; k++) below[k] = -sorted[negative - 1 - k] / spreadBelow;
  // What lies between is 0.
  const all = new Float64Array(n);
  for (let k = positive - negative, a = 0, b = 0; k < n; k++)
    all[k] = b === negative || (a < above.length && above[a] <= below[b]) ? above[a++] : below[b++];
  return { all, above, below };
}

/** Quantile of values in ascending order, linear between neighbours; NaN for none. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  if (n === 0) return NaN;
  const place = share * (n - 1);
  const rank = Math.floor(place);
  return rank + 1 < n ? sorted[rank] + (place - rank) * (sorted[rank + 1] - sorted[rank]) : sorted[n - 1];
}
