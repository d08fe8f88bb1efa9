import { orderStatistics } from "../numeric/order-statistic.js";
import { medianInPlace } from "./spread.js";

/**
 * Quantile of sizes in which each cluster of far neighbours on one side counts once, by its farthest row, and the other rows
 * 1 / median length of such clusters. O(n).
 *
 * @param z signed values and @param w weights of all rows, neighbours side by side; @param above, below spread of each side
 * @param sizes size of each row of weight above 0; @param far size from which a row is far: its 95 % quantile
 */
export function declusteredQuantile(z: Float64Array, w: Float64Array, above: number, below: number, sizes: Float64Array, far: number, share: number): number {
  const { tops, length } = clusters(z, w, above, below, far, sizes.length);
  let near = 0;
  for (let i = 0; i < sizes.length; i++) if (sizes[i] <= far) near++;
  const target = share * (near / length + tops.length);
  const last = (near - 0.5) / length;
  const at = (rank: number): number => orderStatistics(sizes, [rank])[0].at;
  if (target <= last) {
    const place = Math.max(0, target * length - 0.5);
    const rank = Math.floor(place);
    const { at: lower, next } = orderStatistics(sizes, [rank])[0];
    return rank + 1 < near ? lower + (place - rank) * (next - lower) : lower;
  }
  if (tops.length === 0) return at(near - 1);
  const first = near / length + 0.5;
  if (target < first) {
    const lower = at(near - 1);
    return lower + ((target - last) / (first - last)) * (tops[0] - lower);
  }
  const place = target - first;
  const rank = Math.floor(place);
  return rank + 1 < tops.length ? tops[rank] + (place - rank) * (tops[rank + 1] - tops[rank]) : tops[tops.length - 1];
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
