/** Variance of the logarithm of the size of a normal number, about (π²/8 = 1.234). */
export const LOG_SIZE_VARIANCE = 1.2;

/**
 * Means of ln |residual| by group, each drawn towards 0 by how little the groups differ beyond their own uncertainty
 * (empirical Bayes; James and Stein 1961): m τ² / (τ² + 1.2 / count), τ² = weighted mean of m² less that of 1.2 / count.
 *
 * @param most rows of a group that count at most, where rows remember each other
 */
export function shrunkMeans(total: Float64Array, count: Float64Array, most: number = Infinity): Float64Array {
  const draw = drawOf(total, count, most);
  return total.map((sum, k) => draw(sum, count[k]));
}

/** What so many rows of a group with that sum of logarithms say, drawn towards 0. */
export type Draw = (total: number, count: number) => number;

/** The same as a function of a group, which may also be one without some of its rows. */
export function drawOf(total: Float64Array, count: Float64Array, most: number = Infinity): Draw {
  const meanOf = (sum: number, rows: number): number => (rows > 0 ? sum / Math.max(rows, 1e-9) : 0);
  let weights = 0;
  let squares = 0;
  let uncertain = 0;
  for (let k = 0; k < total.length; k++) {
    const mean = meanOf(total[k], count[k]);
    const weight = Math.min(count[k], most);
    weights += weight;
    squares += weight * mean * mean;
    uncertain += (weight * LOG_SIZE_VARIANCE) / Math.max(weight, 1);
  }
  const between = weights > 0 ? Math.max(0, (squares - uncertain) / weights) : 0;
  return (sum, rows) =>
    meanOf(sum, rows) *
    (between > 0 ? between / (between + LOG_SIZE_VARIANCE / Math.max(Math.min(rows, most), 0.1)) : 0);
}
