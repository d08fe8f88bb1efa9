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
  const nearest = new Float64Array(count).fill(Infinity);
  const lags = lagsToTry(count, width).sort((a, b) => a - b);
  let at = 0;
  for (; at + 2 <= lags.length; at += 2) alongLags(values, width, lags[at], lags[at + 1], nearest);
  if (at < lags.length) alongLag(values, width, lags[at], 0, squaredDistance(values, lags[at], width), nearest);
  for (let s = 0; s < count; s++) nearest[s] = nearest[s] < Infinity ? Math.sqrt(Math.max(0, nearest[s])) : 0;
  return nearest;
}

/** Two lags side by side, the shorter one first: the sum of each waits for the one before it, and so both wait together. */
function alongLags(values: Float64Array, width: number, near: number, far: number, nearest: Float64Array): void {
  let one = squaredDistance(values, near, width);
  let other = squaredDistance(values, far, width);
  let s = 0;
  for (; s + far < nearest.length; s++) {
    const least = one < other ? one : other;
    if (least < nearest[s]) nearest[s] = least;
    if (one < nearest[s + near]) nearest[s + near] = one;
    if (other < nearest[s + far]) nearest[s + far] = other;
    const first = values[s];
    const last = values[s + width];
    const goneNear = first - values[s + near];
    const goneFar = first - values[s + far];
    const comeNear = last - values[s + width + near];
    const comeFar = last - values[s + width + far];
    one += comeNear * comeNear - goneNear * goneNear;
    other += comeFar * comeFar - goneFar * goneFar;
  }
  alongLag(values, width, near, s, one, nearest);
}

/** From window `from` on, whose squared distance is known. */
function alongLag(values: Float64Array, width: number, lag: number, from: number, distance: number, nearest: Float64Array): void {
  let sum = distance;
  for (let s = from; s + lag < nearest.length; s++) {
    if (sum < nearest[s]) nearest[s] = sum;
    if (sum < nearest[s + lag]) nearest[s + lag] = sum;
    const gone = values[s] - values[s + lag];
    const come = values[s + width] - values[s + width + lag];
    sum += come * come - gone * gone;
  }
}

/** Of the first window from the one a lag after it. */
function squaredDistance(values: Float64Array, lag: number, width: number): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (values[k] - values[k + lag]) ** 2;
  return sum;
}

function lagsToTry(count: number, width: number): number[] {
  const all = Math.max(0, count - width - 1);
  if ((all * count) / 2 <= BUDGET) return Array.from({ length: all }, (_, k) => k + width + 1);
  const many = Math.max(8, Math.floor(BUDGET / count / 2));
  const whole = Array.from({ length: many }, (_, k) => (k + 2) * width).filter((lag) => lag < count);
  const stride = Math.max(1, Math.floor(all / many));
  const others: number[] = [];
  for (let k = stride >> 1; k < all; k += stride) others.push(k + width + 1);
  return [...whole, ...others];
}
