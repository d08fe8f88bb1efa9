import type { Evidence } from "../types.js";

/** Deviations beyond which a row is cut: one far row is no memory. */
const FARTHEST = 3;

/**
 * What the rows before each one say about it: one step ahead with the memory that a model has learnt, by its autoregression, or
 * by the filter of one decaying factor in white noise (Kalman 1960). Missing rows are passed over with their forecast. O(n).
 *
 * @param z residuals in deviations, NaN where missing
 */
export function memoryForecast(
  z: Float64Array,
  { memory, autoregression }: Pick<Evidence, "memory" | "autoregression">,
): Float64Array {
  if (autoregression !== null) return byAutoregression(z, autoregression);
  return memory.share > 0 ? byFactor(z, memory.factor, memory.share) : new Float64Array(z.length);
}

const cut = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, value));

function byAutoregression(z: Float64Array, coefficients: Float64Array): Float64Array {
  const forecast = new Float64Array(z.length);
  const known = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) {
    for (let k = 0; k < coefficients.length && k < i; k++) forecast[i] += coefficients[k] * known[i - 1 - k];
    known[i] = Number.isFinite(z[i]) ? forecast[i] + cut(z[i] - forecast[i]) : forecast[i];
  }
  return forecast;
}

function byFactor(z: Float64Array, factor: number, share: number): Float64Array {
  const forecast = new Float64Array(z.length);
  let part = 0;
  let variance = share;
  for (let i = 0; i < z.length; i++) {
    part *= factor;
    variance = factor * factor * variance + (1 - factor * factor) * share;
    forecast[i] = part;
    if (!Number.isFinite(z[i])) continue;
    const gain = variance / (variance + 1 - share);
    part += gain * cut(z[i] - part);
    variance *= 1 - gain;
  }
  return forecast;
}
