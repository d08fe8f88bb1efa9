import { rollingQuantile } from "./rolling-quantile.js";

/**
 * Median of the `width` values centred on each point (made odd): a trend that spikes and short outages do not move
 * (Tukey 1977). Beyond the ends the first and last value go on, or, with a `period`, copies of the first and last whole
 * period, so that the newest points see whole periods too. `values` must be finite. O(n log width).
 */
export function runningMedian(values: Float64Array, width: number, period = 0): Float64Array {
  const n = values.length;
  const odd = Math.max(1, Math.floor(width)) | 1;
  if (odd === 1 || n === 0) return values.slice();
  const half = odd >> 1;
  const padded = new Float64Array(n + 2 * half + 1);
  padded.set(values, half);
  const span = Math.min(period, n);
  for (let i = 1; i <= half; i++) {
    const back = span > 0 ? (span - (i % span)) % span : 0;
    const ahead = span > 0 ? n - span + ((i - 1) % span) : n - 1;
    padded[half - i] = values[back];
    padded[half + n - 1 + i] = values[ahead];
  }
  return rollingQuantile(padded, odd, 0.5, odd).slice(odd, odd + n);
}
