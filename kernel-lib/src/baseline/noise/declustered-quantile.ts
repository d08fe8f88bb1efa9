import { sortValues } from "../../numeric/order/sort-values.js";
import { quantileOfSorted } from "./sizes-by-side.js";
import { medianInPlace } from "./spread.js";

/** Beyond this quantile a row is far. */
const FAR = 0.95;

/** Which rows are looked at, and how. */
export interface Sides {
  readonly above: number;
  readonly below: number;
  /** The side that is looked at, 0 for both. */
  readonly side: 1 | -1 | 0;
}

/** A quantile, and the median length of clusters of far rows that it was found with. */
export interface DeclusteredQuantile {
  readonly size: number;
  readonly length: number;
}

/**
 * Quantile of sizes in which each cluster of far neighbours on one side counts once, by its farthest row, and the other rows
 * 1 / median length of such clusters. O(n).
 *
 * @param z signed values and @param w weights of all rows, neighbours side by side
 * @param sides spread of each side, and which of them is looked at
 * @param sizes size of each row of weight above 0 on the sides looked at, in ascending order
 * @param known length of the clusters, where it is known from both sides
 */
export function declusteredQuantile(
  z: Float64Array,
  w: Float64Array,
  sides: Sides,
  sizes: Float64Array,
  share: number,
  known?: number,
): DeclusteredQuantile {
  const far = quantileOfSorted(sizes, FAR);
  let near = Math.floor(FAR * (sizes.length - 1));
  while (near < sizes.length && sizes[near] <= far) near++;
  const { tops, length: seen } = clusters(z, w, sides, far, sizes.length - near);
  const length = known ?? seen;
  const target = share * (near / length + tops.length);
  const last = (near - 0.5) / length;
  if (target <= last) return { size: atPlace(sizes.subarray(0, near), target * length - 0.5), length };
  const first = near / length + 0.5;
  if (target >= first) return { size: atPlace(tops, target - first), length };
  const lower = sizes[near - 1];
  return { size: tops.length === 0 ? lower : lower + ((target - last) / (first - last)) * (tops[0] - lower), length };
}

/** The value at a place among sorted ones, linear between neighbours, the ends going on. */
function atPlace(sorted: Float64Array, place: number): number {
  const at = Math.max(0, place);
  const rank = Math.floor(at);
  return rank + 1 < sorted.length
    ? sorted[rank] + (at - rank) * (sorted[rank + 1] - sorted[rank])
    : sorted[sorted.length - 1];
}

/** The farthest size of each cluster, ascending, and their median length, at least 1. */
function clusters(
  z: Float64Array,
  w: Float64Array,
  { above, below, side }: Sides,
  far: number,
  most: number,
): { readonly tops: Float64Array; readonly length: number } {
  const tops = new Float64Array(most);
  const lengths = new Float64Array(most);
  let count = 0;
  let before = 0;
  for (let i = 0; i < z.length; i++) {
    const value = w[i] > 0 && z[i] * side >= 0 ? (z[i] > 0 ? z[i] / above : z[i] / below) : 0;
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
  return { tops: sortValues(tops.slice(0, count)), length: count > 0 ? Math.max(1, medianInPlace(lengths, count)) : 1 };
}
