import { rankOrder } from "../order/rank-order.js";

/** Ways to hand the score of a window (`windows[s]` covers rows s to s + width - 1) to the rows it covers. */

/** Each row gets the window centred on it; at the ends the first and last window repeat. Keeps short events sharp. O(n). */
export function centreOfWindows(windows: Float64Array, rows: number, width: number): Float64Array {
  const before = (width - 1) >> 1;
  const result = new Float64Array(rows);
  const last = windows.length - 1;
  for (let i = 0; i < rows; i++) result[i] = windows[Math.max(0, Math.min(last, i - before))];
  return result;
}

/** Each row gets the mean of all windows that cover it. Steady over long events. O(n). */
export function meanOfWindows(windows: Float64Array, rows: number, width: number): Float64Array {
  const sums = new Float64Array(windows.length + 1);
  for (let s = 0; s < windows.length; s++) sums[s + 1] = sums[s] + windows[s];
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const from = Math.max(0, i - width + 1);
    const to = Math.min(windows.length - 1, i) + 1;
    result[i] = (sums[to] - sums[from]) / (to - from);
  }
  return result;
}

/**
 * Windows are taken from the highest score down as long as they do not overlap one already taken, and give their score to
 * all their rows; other rows get the window centred on them when it is below zero, else zero (non-maximum suppression, as
 * for discords in Yeh et al. 2016). Shows an event at its own length. O(n log n).
 */
export function bestOfWindows(windows: Float64Array, rows: number, width: number): Float64Array {
  const result = centreOfWindows(windows, rows, width);
  for (let i = 0; i < rows; i++) result[i] = Math.min(result[i], 0);
  const used = new Uint8Array(rows);
  // Turned over, the highest come first and equal ones stay as they stand. In single precision, so that rounding decides nothing.
  const downwards = new Float64Array(windows.length);
  for (let s = 0; s < windows.length; s++) downwards[s] = windows[s] > 0 ? -Math.fround(windows[s]) : NaN;
  for (const s of rankOrder(downwards)) {
    if (used[s] || used[s + width - 1]) continue;
    result.fill(windows[s], s, s + width);
    used.fill(1, s, s + width);
  }
  return result;
}
