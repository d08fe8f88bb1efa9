import { log } from "../numeric/math.js";
import { quantiles } from "../numeric/statistics.js";
import { medianDeviation } from "./noise/spread.js";
import { SUSPICIOUS } from "./suspicious.js";

/** In the mean of a cycle no row counts more than this. */
const MOST = 4;
/** Rows of a far cycle are left out beyond this, on its side. */
const WITH_THE_CYCLE = 0.8;
/** Cycles needed before a whole cycle can be far. */
const LEAST_CYCLES = 8;
/** Width of the middle 95 % of a normal distribution. */
const MIDDLE_WIDTH = 3.92;
/** Rows of a window that are known may be so many times fewer before it counts as unknown. */
const GAP = 1.5;

const cycleRows = (unit: number): number => Math.max(3, unit);

/**
 * Rows that are events, 1, and shall not be in their own baseline: rows beyond chance, |z| > √(2 ln n), with the suspicious
 * rows around them on the same side, and the rows of cycles whose mean is far from that of all others. O(n).
 *
 * @param z in normal deviations; @param unit rows of one cycle
 */
export function growEvents(z: Float64Array, w: Float64Array, unit: number): Uint8Array {
  const n = z.length;
  const event = new Uint8Array(n);
  const limit = Math.sqrt(2 * log(Math.max(n, 10)));
  for (let i = 0; i < n; i++) {
    if (!(Math.abs(z[i]) > limit && w[i] > 0)) continue;
    event[i] = 1;
    const side = z[i] > 0 ? 1 : -1;
    for (let j = i + 1; j < n && (z[j] * side > SUSPICIOUS || !(w[j] > 0)); j++) event[j] = 1;
    for (let j = i - 1; j >= 0 && (z[j] * side > SUSPICIOUS || !(w[j] > 0)); j--) event[j] = 1;
  }
  addFarCycles(z, w, cycleRows(unit), event);
  for (let i = 0; i < n; i++) if (!(w[i] > 0)) event[i] = 0;
  return event;
}

function addFarCycles(z: Float64Array, w: Float64Array, width: number, event: Uint8Array): void {
  const n = z.length;
  if (n <= LEAST_CYCLES * width) return;
  const means = windowMeans(z, w, width);
  const [low, high] = quantiles(means, [0.025, 0.975]);
  const spread = Math.max(medianDeviation(means), (high - low) / MIDDLE_WIDTH);
  if (!(spread > 0)) return;
  const limit = spread * (Math.sqrt(2 * log(n / width)) + 2);
  let [above, below] = [-1, -1];
  for (let i = 0; i < n; i++) {
    if (i < means.length && means[i] > limit) above = i + width;
    if (i < means.length && means[i] < -limit) below = i + width;
    if ((i < above && z[i] > WITH_THE_CYCLE) || (i < below && -z[i] > WITH_THE_CYCLE)) event[i] = 1;
  }
}

/** Means of `width` cut values from each row on. */
function windowMeans(z: Float64Array, w: Float64Array, width: number): Float64Array {
  const n = z.length;
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i] + (w[i] > 0 ? Math.max(-MOST, Math.min(MOST, z[i])) : 0);
  const means = new Float64Array(n - width + 1);
  for (let i = 0; i < means.length; i++) means[i] = (sums[i + width] - sums[i]) / width;
  return means;
}

/** Share of the rows of the cycle around each row that taught nothing. O(n). */
export function unknownShare(known: Uint8Array, unit: number): Float64Array {
  const share = knownShare(known, unit);
  for (let i = 0; i < share.length; i++) share[i] = 1 - share[i];
  return share;
}

/** 1 in the middle of an unknown cycle, 0 beside known rows. O(n). */
export function nearUnknown(w: Float64Array, unit: number): Float64Array {
  const known = new Uint8Array(w.length);
  for (let i = 0; i < w.length; i++) if (w[i] > 0) known[i] = 1;
  const share = knownShare(known, unit);
  for (let i = 0; i < share.length; i++) share[i] = Math.max(0, Math.min(1, 1 - share[i] * GAP));
  return share;
}

function knownShare(known: Uint8Array, unit: number): Float64Array {
  const n = known.length;
  const half = cycleRows(unit) >> 1;
  const result = new Float64Array(n);
  let count = 0;
  for (let i = 0; i < Math.min(n, half); i++) count += known[i];
  for (let i = 0; i < n; i++) {
    if (i + half < n) count += known[i + half];
    if (i > half) count -= known[i - half - 1];
    result[i] = count / (Math.min(n, i + half + 1) - Math.max(0, i - half));
  }
  return result;
}
