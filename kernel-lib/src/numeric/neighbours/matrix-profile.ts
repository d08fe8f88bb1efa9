import { windowMoments } from "../windows/window-moments.js";

/**
 * Distance of each window of `width` values to the most similar other window, both brought to mean 0 and deviation 1, so
 * that only the shape counts (matrix profile; Yeh et al. 2016). Windows closer than half a width do not count. Along each
 * diagonal the product sums follow from one another (STOMP and SCRIMP; Zhu et al. 2016, 2018), so the cost is one step a
 * pair: O(n²), cut to `budget` pairs by leaving out diagonals evenly, which only makes distances larger.
 * A window without any movement is as far as a window can be from one that moves.
 */
export function matrixProfile(values: Float64Array, width: number, budget = 5e7): Float64Array {
  const count = values.length - width + 1;
  if (count <= 0) return new Float64Array(0);
  const { mean, variance } = windowMoments(values, width);
  const deviation = variance.map(Math.sqrt);
  const best = new Float64Array(count).fill(-1);
  const first = Math.max(1, width >> 1);
  const stride = Math.max(1, Math.ceil(((count - first) * count) / 2 / budget));
  for (let lag = first; lag < count; lag += stride) {
    let product = 0;
    for (let k = 0; k < width; k++) product += values[k] * values[k + lag];
    for (let i = 0; i + lag < count; i++) {
      const j = i + lag;
      const scale = width * deviation[i] * deviation[j];
      const correlation =
        scale > 0 ? (product - width * mean[i] * mean[j]) / scale : deviation[i] === deviation[j] ? 1 : 0;
      if (correlation > best[i]) best[i] = correlation;
      if (correlation > best[j]) best[j] = correlation;
      product += values[i + width] * values[j + width] - values[i] * values[j];
    }
  }
  return best.map((correlation) => Math.sqrt(2 * width * (1 - Math.min(1, correlation))));
}
