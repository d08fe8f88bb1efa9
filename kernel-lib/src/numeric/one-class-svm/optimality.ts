/** Largest violation of the optimality conditions, and the largest kernel sum of a row that carries weight. */
export function optimality(
  alpha: Float64Array,
  sums: Float64Array,
): { readonly gap: number; readonly highest: number } {
  let highest = -Infinity;
  let least = Infinity;
  for (let row = 0; row < alpha.length; row++) {
    if (alpha[row] > 0 && sums[row] > highest) highest = sums[row];
    if (alpha[row] < 1 && sums[row] < least) least = sums[row];
  }
  return { gap: Math.max(0, highest - least), highest };
}

/** ρ as in libsvm: the mean sum at rows strictly between the bounds, else midway between the bounded ones. */
export function boundary(alpha: Float64Array, sums: Float64Array): number {
  let free = 0;
  let total = 0;
  let above = Infinity;
  let below = -Infinity;
  for (let row = 0; row < alpha.length; row++) {
    if (alpha[row] >= 1) below = Math.max(below, sums[row]);
    else if (alpha[row] <= 0) above = Math.min(above, sums[row]);
    else {
      free++;
      total += sums[row];
    }
  }
  if (free > 0) return total / free;
  if (above === Infinity) return below;
  return below === -Infinity ? above : (above + below) / 2;
}
