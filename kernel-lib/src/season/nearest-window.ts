/** Work the search may do, in window comparisons; beyond it lags are thinned out. */
const BUDGET = 3e7;

/**
 * Distance of each window of `width` values to the most similar window elsewhere (more than `width` starts away): a window
 * with a twin is nothing new, however unusual it looks. Along one lag each distance follows from the one before it in one
 * step, as in SCRIMP (Zhu et al. 2018), so the cost does not depend on the width. In long series the whole multiples of
 * `width` are tried first, then an even choice of other lags. O(n²) up to some 8,000 values, then O(n).
 */
export function nearestWindows(values: Float64Array, width: number): Float64Array {
  const count = values.length - width + 1;
  const nearest = new Float64Array(Math.max(0, count)).fill(Infinity);
  for (const lag of lagsToTry(count, width)) alongLag(values, width, lag, nearest);
  return nearest.map((square) => (square < Infinity ? Math.sqrt(Math.max(0, square)) : 0));
}

function alongLag(values: Float64Array, width: number, lag: number, nearest: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (values[k] - values[k + lag]) ** 2;
  for (let s = 0; s + lag < nearest.length; s++) {
    if (sum < nearest[s]) nearest[s] = sum;
    if (sum < nearest[s + lag]) nearest[s + lag] = sum;
    const next = s + width;
    const gone = values[s] - values[s + lag];
    const come = values[next] - values[next + lag];
    sum += come * come - gone * gone;
  }
}

function lagsToTry(count: number, width: number): number[] {
  const all = Array.from({ length: Math.max(0, count - width - 1) }, (_, k) => k + width + 1);
  if ((all.length * count) / 2 <= BUDGET) return all;
  const many = Math.max(8, Math.floor(BUDGET / count / 2));
  const whole = Array.from({ length: many }, (_, k) => (k + 2) * width).filter((lag) => lag < count);
  const stride = Math.max(1, Math.floor(all.length / many));
  return [...whole, ...all.filter((_, k) => k % stride === stride >> 1)];
}
