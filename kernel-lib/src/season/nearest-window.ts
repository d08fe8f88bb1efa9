import { nearestAlongLags } from "../numeric/neighbours/nearest-along-lags.js";

/** Work the search may do, in window comparisons; beyond it lags are thinned out. */
const BUDGET = 3e7;

/**
 * Distance of each window of `width` values to the most similar window elsewhere (more than `width` starts away): a window
 * with a twin is nothing new, however unusual it looks. Along one lag each distance follows from the one before it in one
 * step, as in SCRIMP (Zhu et al. 2018), so the cost does not depend on the width. In long series the whole multiples of
 * `width` are tried first, then an even choice of other lags. O(n²) up to some 8,000 values, then O(n).
 */
export function nearestWindows(values: Float64Array, width: number): Float64Array {
  const count = Math.max(0, values.length - width + 1);
  const nearest = nearestAlongLags(values, width, lagsToTry(count, width).sort());
  for (let s = 0; s < count; s++) nearest[s] = nearest[s] < Infinity ? Math.sqrt(Math.max(0, nearest[s])) : 0;
  return nearest;
}

function lagsToTry(count: number, width: number): Int32Array {
  const all = Math.max(0, count - width - 1);
  if ((all * count) / 2 <= BUDGET) {
    const every = new Int32Array(all);
    for (let k = 0; k < all; k++) every[k] = k + width + 1;
    return every;
  }
  const many = Math.max(8, Math.floor(BUDGET / count / 2));
  const whole = Array.from({ length: many }, (_, k) => (k + 2) * width).filter((lag) => lag < count);
  const stride = Math.max(1, Math.floor(all / many));
  const others: number[] = [];
  for (let k = stride >> 1; k < all; k += stride) others.push(k + width + 1);
  return Int32Array.from([...whole, ...others]);
}
