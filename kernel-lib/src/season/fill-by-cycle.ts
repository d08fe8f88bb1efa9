/**
 * A first guess at values that nobody knows, from which trend and season can be told: the same place in the nearest known
 * cycle before and in the one after, the nearer one counting for more. A straight line across a weekend, or from one evening
 * to the next, would bend both. Rows without a known cycle on either side keep what they have. O(n).
 *
 * @param values holes already filled somehow
 * @param unknown 1 for the rows to fill
 * @param cycle rows in a cycle; below 2 nothing is changed
 */
export function fillByCycle(values: Float64Array, unknown: Uint8Array, cycle: number): Float64Array {
  if (cycle < 2) return values;
  const n = values.length;
  const filled = values.slice();
  for (let start = 0; start < n; start++) {
    if (!unknown[start]) continue;
    let end = start;
    while (end + 1 < n && unknown[end + 1]) end++;
    for (let i = start; i <= end; i++) {
      const before = knownFrom(unknown, i, -cycle);
      const after = knownFrom(unknown, i, cycle);
      if (before >= 0 && after >= 0)
        filled[i] = values[before] + ((values[after] - values[before]) * (i - before)) / (after - before);
      else if (before >= 0 || after >= 0) filled[i] = values[Math.max(before, after)];
    }
    start = end;
  }
  return filled;
}

/** The first known row in steps of whole cycles; -1 when there is none. */
function knownFrom(unknown: Uint8Array, from: number, step: number): number {
  for (let i = from + step; i >= 0 && i < unknown.length; i += step) if (!unknown[i]) return i;
  return -1;
}
