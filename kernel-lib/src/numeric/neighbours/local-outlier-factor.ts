import type { Neighbours } from "./neighbours.js";

/** Added to a mean reachability distance, as scikit-learn does, so that heaps of duplicates have a finite density. */
const FLOOR = 1e-10;

/**
 * Local outlier factor of each row from its nearest neighbours: how much thinner it is around a row than around the rows
 * next to it; about 1 inside a cluster, larger outside (Breunig, Kriegel, Ng, Sander 2000, with exactly `count`
 * neighbours a row as in scikit-learn). A row beside a heap of more than `count` duplicates gets a very large factor,
 * also as in scikit-learn. `asked`: the neighbours, among the same rows, of other rows, which are judged instead.
 * O(rows × count).
 */
export function localOutlierFactors(neighbours: Neighbours, asked: Neighbours = neighbours): Float64Array {
  const density = densities(neighbours, neighbours);
  const own = asked === neighbours ? density : densities(neighbours, asked);
  const { count, index } = asked;
  return own.map((value, row) => {
    let sum = 0;
    for (let i = row * count; i < (row + 1) * count; i++) sum += density[index[i]];
    return sum / count / value;
  });
}

/** Local reachability density: the inverse of the mean distance to the neighbours, none shorter than their own reach. */
function densities(searched: Neighbours, { count, index, distance }: Neighbours): Float64Array {
  return Float64Array.from({ length: index.length / count }, (_, row) => {
    let sum = 0;
    for (let i = row * count; i < (row + 1) * count; i++)
      sum += Math.max(distance[i], searched.distance[(index[i] + 1) * count - 1]);
    return 1 / (sum / count + FLOOR);
  });
}
