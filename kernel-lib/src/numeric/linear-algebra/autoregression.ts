/** What an autoregressive model needs to predict a value from those before it. */
export interface Autoregression {
  /** `coefficients[k]` weighs the value k + 1 steps back. */
  readonly coefficients: Float64Array;
  /** Partial autocorrelations by order (reflection coefficients), each within (-1, 1). */
  readonly reflection: Float64Array;
  /** Variance of the prediction error by order; entry 0 is the variance itself. */
  readonly errors: Float64Array;
}

/** Autocovariance at lags 0 to `lags`, dividing by n, which keeps it positive definite. O(n lags). */
export function autocovariance(values: Float64Array, lags: number): Float64Array {
  const n = values.length;
  const covariance = new Float64Array(lags + 1);
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += values[i] * values[i - lag];
    covariance[lag] = sum / n;
  }
  return covariance;
}

/**
 * Solves the Yule-Walker equations for all orders up to `covariance.length - 1` by the recursion of Levinson (1947) and
 * Durbin (1960). A covariance that is not quite positive definite is mended by holding the reflection coefficients
 * inside the unit circle. O(order²).
 */
export function levinsonDurbin(covariance: Float64Array): Autoregression {
  const order = covariance.length - 1;
  const coefficients = new Float64Array(order);
  const reflection = new Float64Array(order);
  const errors = new Float64Array(order + 1);
  errors[0] = Math.max(covariance[0], 1e-300);
  for (let m = 0; m < order; m++) {
    let rest = covariance[m + 1];
    for (let k = 0; k < m; k++) rest -= coefficients[k] * covariance[m - k];
    const partial = Math.max(-0.9999, Math.min(0.9999, rest / errors[m]));
    reflection[m] = partial;
    coefficients[m] = partial;
    for (let k = 0; k < m >> 1; k++) {
      const left = coefficients[k];
      const right = coefficients[m - 1 - k];
      coefficients[k] = left - partial * right;
      coefficients[m - 1 - k] = right - partial * left;
    }
    if (m & 1) coefficients[m >> 1] -= partial * coefficients[m >> 1];
    errors[m + 1] = errors[m] * (1 - partial * partial);
  }
  return { coefficients, reflection, errors };
}
