import { quantileOfSorted } from "./sizes-by-side.js";
import { medianInPlace } from "./spread.js";

/** Beyond this quantile a row is far. */
const FAR = 0.95;

/**
 * Quantile of sizes in which each cluster of far neighbours on one side counts once, by its farthest row, and the other rows
 * 1 / median length of such clusters. O(n).
 *
 * @param z signed values and @param w weights of all rows, neighbours side by side; @param above, below spread of each side
 * @param sizes size of each row of weight above 0, in ascending order
 */
export function declusteredQuantile(z: Float64Array, w: Float64Array, above: number, below: number, sizes: Float64Array, share: number): number {
  const far = quantileOfSorted(sizes, FAR);
  let near = Math.floor(FAR * (sizes.length - 1));
  while (near < sizes.length && sizes[near] <= far) near++;
  const { tops, length } = clusters(z, w, above, below, far, sizes.length - near);
  const target = share * (near / length + tops.length);
  const last = (near - 0.5) / length;
  if (target <= last) return atPlace(sizes.subarray(0, near), target * length - 0.5);
  const first = near / length + 0.5;
  if (target >= first) return atPlace(tops, target - first);
  const lower = sizes[near - 1];
  return tops.length === 0 ? lower : lower + ((target - last) / (first - last)) * (tops[0] - lower);
}

/** The value at a place among sorted ones, linear between neighbours, the ends going on. */
function atPlace(sorted: Float64Array, place: number): number {
  const at = Math.max(0, place);
  const rank = Math.floor(at);
  return rank + 1 < sorted.length ? sorted[rank] + (at - rank) * (sorted[rank + 1] - sorted[rank]) : sorted[sorted.length - 1];
}

/** The farthest size of each cluster, ascending, and their median length, at least 1. */
function clusters(z: Float64Array, w: Float64Array, above: number, below: number, far: number, most: number): { readonly tops: Float64Array; readonly length: number } {
  const tops = new Float64Array(most);
  const lengths = new Float64Array(most);
  let count = 0;
  let before = 0;
  for (let i = 0; i < z.length; i++) {
    const value = w[i] > 0 ? (z[i] > 0 ? z[i] / above : z[i] / below) : 0;
    const size = Math.abs(value);
    if (!(size > far)) {
      before = 0;
      continue;
    }
    if (value * before > 0) {
      lengths[count - 1]++;
      if (size > tops[count - 1]) tops[count - 1] = size;
    } else {
      tops[count] = size;
      lengths[count++] = 1;
    }
    before = value;
  }
  return { tops: tops.slice(0, count).sort(), length: count > 0 ? Math.max(1, medianInPlace(lengths, count)) : 1 };
}
