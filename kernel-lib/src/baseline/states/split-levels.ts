import { sortValues } from "../../numeric/order/sort-values.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { median, medianDeviation } from "../noise/spread.js";

/** Rows that a split needs, and each of its parts, with the least share of the part. */
const LEAST = 60;
const PART = { rows: 8, share: 0.03 };
/** Spreads inside the parts that must lie between their middles. */
const APART = 6;
/** What of the distance between the middles is "between", and which share of the rows may be there. */
const BETWEEN = { from: 0.35, to: 0.65, ofSmaller: 0.02, more: 0.01 };
/** Stays that both parts need; the smaller part needs more when it is rare. */
const STAYS = { usual: 4, rare: 5, rareShare: 0.2 };
/** Switches, as a share of what independent rows would show, from which on rows do not stay. */
const SWITCHES = 0.75;
/** How often a part may be split again. */
const DEEPEST = 2;

/**
 * Thresholds between levels that a series really visits, ascending: middles far apart against the spread inside, next to
 * nothing between them, several stays in each, longer than chance. The place of a split is Otsu's (1979). O(n log n).
 *
 * @param values known values in the order of their rows
 * @param rows their places among all values: a gap, where the other part was visited, ends a stay
 */
export function splitLevels(values: Float64Array, rows: Int32Array, depth: number = 0): number[] {
  const n = values.length;
  if (n < LEAST) return [];
  const sorted = sortValues(values.slice());
  const split = otsu(sorted);
  const smaller = Math.min(split, n - split);
  if (smaller < Math.max(PART.rows, PART.share * n)) return [];
  const middles = farApart(sorted, split);
  if (middles === null) return [];
  const distance = middles.high - middles.low;
  const between = countBetween(sorted, middles.low + BETWEEN.from * distance, middles.low + BETWEEN.to * distance);
  if (between / n > (BETWEEN.ofSmaller * smaller) / n + BETWEEN.more) return [];
  const threshold = (middles.low + middles.high) / 2;
  if (!staysIn(values, rows, threshold)) return [];
  if (depth >= DEEPEST) return [threshold];
  const part = (above: boolean): number[] => {
    const own = rows.filter((_, i) => values[i] > threshold === above);
    return splitLevels(
      values.filter((value) => value > threshold === above),
      own,
      depth + 1,
    );
  };
  return [threshold, ...part(false), ...part(true)].sort((a, b) => a - b);
}

/** How many of the sorted values lie below the split with the largest variance between its parts. */
function otsu(sorted: Float64Array): number {
  const n = sorted.length;
  let total = 0;
  for (let k = 0; k < n; k++) total += sorted[k];
  let [below, best, most] = [0, 1, -Infinity];
  for (let k = 1; k < n; k++) {
    below += sorted[k - 1];
    const difference = below / k - total / n;
    const gain = (difference * difference * k) / (n - k);
    if (gain > most) {
      most = gain;
      best = k;
    }
  }
  return best;
}

/** Medians of both parts, or null when the spreads inside them are too large for two levels. */
function farApart(sorted: Float64Array, split: number): { readonly low: number; readonly high: number } | null {
  const n = sorted.length;
  const [below, above] = [sorted.subarray(0, split), sorted.subarray(split)];
  const [low, high] = [median(below), median(above)];
  const [lowSpread, highSpread] = [medianDeviation(below), medianDeviation(above)];
  const spread = Math.max((split * lowSpread + (n - split) * highSpread) / n, 0.7 * lowSpread, 0.7 * highSpread);
  return high - low > APART * spread ? { low, high } : null;
}

/** How many sorted values lie inside, without the bounds. */
function countBetween(sorted: Float64Array, from: number, to: number): number {
  let first = lowerBound(sorted, from);
  while (first < sorted.length && sorted[first] === from) first++;
  return Math.max(0, lowerBound(sorted, to) - first);
}

/** Whether both sides of the threshold are visited several times, for longer than chance. */
function staysIn(values: Float64Array, rows: Int32Array, threshold: number): boolean {
  const n = values.length;
  let [above, aboveStays, belowStays, switches] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const up = values[i] > threshold;
    if (up) above++;
    const switched = i > 0 && values[i - 1] > threshold !== up;
    if (switched) switches++;
    if (i > 0 && !switched && rows[i] - rows[i - 1] === 1) continue;
    if (up) aboveStays++;
    else belowStays++;
  }
  const share = above / n;
  const needed = Math.min(share, 1 - share) < STAYS.rareShare ? STAYS.rare : STAYS.usual;
  return Math.min(aboveStays, belowStays) >= needed && switches / (n - 1) <= 2 * share * (1 - share) * SWITCHES;
}
