import type { Neighbours } from "./neighbours.js";

/** Added to a mean reachability distance, as scikit-learn does, so that heaps of duplicates have a finite density. */
const FLOOR = 1e-10;

/**
 * Local outlier factor of each row from its nearest neighbours: how much thinner it is around a row than around the rows
 * next to it; about 1 inside a cluster, larger outside (Breunig, Kriegel, Ng, Sander 2000, with exactly `count`
 * neighbours a row as in scikit-learn). A row beside a heap of more than `count` duplicates gets a very large factor,
 * also as in scikit-learn. O(rows × count).
 */
export function localOutlierFactors(neighbours: Neighbours): Float64Array {
  const { count, index, distance } = neighbours;
  const rows = index.length / count;
  const density = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = row * count; i < (row + 1) * count; i++) sum += Math.max(distance[i], distance[(index[i] + 1) * count - 1]);
    density[row] = 1 / (sum / count + FLOOR);
  }
  const factors = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = row * count; i < (row + 1) * count; i++) sum += density[index[i]];
    factors[row] = sum / count / density[row];
  }
  return factors;
}
