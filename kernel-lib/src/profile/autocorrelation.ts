/**
 * Correlation of a series with itself, 0 to `longest` points earlier, over the pairs that are both known
 * (Box, Jenkins and Reinsel, Time Series Analysis, section 2.1). NaN for a constant series. O(n · longest).
 */
export function autocorrelation(values: Float64Array, longest: number): Float64Array {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    sum += value;
    known++;
  }
  const centre = sum / known;
  // A missing value at the mean adds nothing to any sum.
  const centred = values.map((value) => (Number.isFinite(value) ? value - centre : 0));
  const result = new Float64Array(longest + 1);
  for (let lag = 0; lag <= longest; lag++) {
    let product = 0;
    for (let i = lag; i < centred.length; i++) product += centred[i] * centred[i - lag];
    result[lag] = product;
  }
  const variance = result[0];
  return result.map((product) => product / variance);
}
