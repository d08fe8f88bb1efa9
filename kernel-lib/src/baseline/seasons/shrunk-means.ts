/** Variance of the logarithm of the size of a normal number, about (π²/8 = 1.234). */
export const LOG_SIZE_VARIANCE = 1.2;

/**
 * Means of ln |residual| by group, each drawn towards 0 by how little the groups differ beyond their own uncertainty
 * (empirical Bayes; James and Stein 1961): m τ² / (τ² + 1.2 / count), τ² = weighted mean of m² less that of 1.2 / count.
 *
 * @param most rows of a group that count at most, where rows remember each other
 */
export function shrunkMeans(total: Float64Array, count: Float64Array, most: number = Infinity): Float64Array {
  const groups = total.length;
  const means = new Float64Array(groups);
  let weights = 0;
  let squares = 0;
  let uncertain = 0;
  for (let k = 0; k < groups; k++) {
    means[k] = count[k] > 0 ? total[k] / Math.max(count[k], 1e-9) : 0;
    const weight = Math.min(count[k], most);
    weights += weight;
    squares += weight * means[k] * means[k];
    uncertain += (weight * LOG_SIZE_VARIANCE) / Math.max(weight, 1);
  }
  const between = weights > 0 ? Math.max(0, (squares - uncertain) / weights) : 0;
  for (let k = 0; k < groups; k++)
    means[k] *= between > 0 ? between / (between + LOG_SIZE_VARIANCE / Math.max(Math.min(count[k], most), 0.1)) : 0;
  return means;
}
