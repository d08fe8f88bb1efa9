/**
 * What a point tells about a later one beyond what the points between them tell: the last coefficient of the autoregression
 * of each order, by the recursion of Levinson and Durbin on the autocorrelation (Brockwell and Davis, Time Series: Theory and
 * Methods, section 5.2). Index 0 is 1; NaN from where the recursion cannot go on, as for a constant. O(lags²).
 *
 * @param autocorrelation index is the lag, from 0
 * @param longest lag up to which it is wanted
 * @example partialAutocorrelation(Float64Array.of(1, 0.5, 0.25), 2) // 1, 0.5, 0
 */
export function partialAutocorrelation(autocorrelation: Float64Array, longest: number): Float64Array {
  const lags = Math.min(longest, autocorrelation.length - 1);
  const partial = new Float64Array(Math.max(0, lags + 1)).fill(NaN);
  if (partial.length > 0) partial[0] = autocorrelation[0];
  let coefficients = new Float64Array(0);
  let variance = 1;
  for (let lag = 1; lag <= lags; lag++) {
    let rest = autocorrelation[lag];
    for (let k = 0; k < lag - 1; k++) rest -= coefficients[k] * autocorrelation[lag - 1 - k];
    const reflection = rest / variance;
    // Beyond 1 only by pairs that are missing: no autoregression has such correlations.
    if (!(Math.abs(reflection) <= 1)) break;
    const next = new Float64Array(lag);
    for (let k = 0; k < lag - 1; k++) next[k] = coefficients[k] - reflection * coefficients[lag - 2 - k];
    next[lag - 1] = partial[lag] = reflection;
    coefficients = next;
    variance *= 1 - reflection * reflection;
  }
  return partial;
}

/**
 * 95 % of the autocorrelations of pure noise are smaller than this (Bartlett 1946, https://doi.org/10.2307/2983611).
 *
 * @param known points that have a value
 */
export function chanceBand(known: number): number {
  return 1.96 / Math.sqrt(Math.max(4, known));
}
