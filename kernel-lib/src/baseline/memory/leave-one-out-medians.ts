import { select } from "../../numeric/order/select.js";

/** Two others that differ by more than this are not averaged: the nearer one counts. */
const DISAGREE = 3;
/** From so many on, leaving one out hardly moves the median. */
const MANY = 40;

let sorted = new Float64Array(64);

/**
 * What the OTHERS of a group say about each value: their median, drawn towards 0 by its own uncertainty,
 * e × max(0, 1 − 2 / ((m − 1) e²)). Of two that disagree the one nearer to the value counts: it has happened before.
 * Medians without each one in turn are read from the sorted group. `out` receives the first `m` results. O(m log m).
 */
export function leaveOneOutMedians(values: Float64Array, m: number, out: Float64Array): void {
  if (m === 2) {
    out[0] = values[1];
    out[1] = values[0];
  } else if (m === 3) {
    for (let i = 0; i < 3; i++) out[i] = ofTwo(values[i === 0 ? 1 : 0], values[i === 2 ? 1 : 2], values[i]);
  } else mediansOfOthers(values, m, out);
  for (let i = 0; i < m; i++) out[i] *= Math.max(0, 1 - 2 / (m - 1) / Math.max(out[i] * out[i], 1e-9));
}

function ofTwo(a: number, b: number, value: number): number {
  if (Math.abs(a - b) < DISAGREE) return (a + b) / 2;
  return Math.abs(b - value) < Math.abs(a - value) ? b : a;
}

function mediansOfOthers(values: Float64Array, m: number, out: Float64Array): void {
  if (sorted.length < m) sorted = new Float64Array(2 * m);
  for (let i = 0; i < m; i++) sorted[i] = values[i];
  const half = m >> 1;
  if (m >= MANY) {
    const upper = select(sorted, half, 0, m);
    let lower = upper;
    if (m % 2 === 0) {
      lower = -Infinity;
      for (let i = 0; i < half; i++) if (sorted[i] > lower) lower = sorted[i];
    }
    out.fill((lower + upper) / 2, 0, m);
    return;
  }
  for (let i = 1; i < m; i++) {
    const value = sorted[i];
    let place = i;
    for (; place > 0 && sorted[place - 1] > value; place--) sorted[place] = sorted[place - 1];
    sorted[place] = value;
  }
  if (m % 2 === 0) {
    // Without one of the lower half the upper middle one is the median, and the other way about.
    for (let i = 0; i < m; i++) out[i] = values[i] < sorted[half] ? sorted[half] : sorted[half - 1];
    return;
  }
  const middle = sorted[half];
  for (let i = 0; i < m; i++)
    out[i] =
      values[i] < middle
        ? (middle + sorted[half + 1]) / 2
        : values[i] > middle
          ? (sorted[half - 1] + middle) / 2
          : (sorted[half - 1] + sorted[half + 1]) / 2;
}
