import { log } from "../numeric/math.js";
import { scaleAboutZero } from "./noise/spread.js";
import { countAbove, gatherStretches, stretchesOf } from "./noise/stretches.js";

/** Fewer rows than those of a long series tell no bursts. */
const LEAST_ROWS = 200;
/** Same-sided runs of three rows beyond this many scales are events, not restlessness. */
const RUN = 2.5;
const [SMALLEST, LARGEST] = [0.1, 4];
/** Lags whose autocorrelations are added up, and what their sum must exceed in standard errors. */
const LAGS = 12;
const LEAST_CLUSTERING = 2.5;
/** Decay from row to row, and rows that the prior weighs: chosen by the squared error. */
const DECAYS = [0.7, 0.85, 0.93, 0.97, 0.985];
const PRIORS = [1, 3, 8, 20, 60];
/** So many rows are enough to choose by. */
const ENOUGH = 40_000;
/** Rows of a stretch of a long series: thirty times as long as the slowest memory. */
const STRETCH = 2048;
/** By so many squared errors the choice must gain: it has been chosen among many. */
const LEAST_GAIN = 6;

/**
 * Restless and quiet times: ln of the size of the noise at each row as its OTHER neighbours show it, or null when there are no
 * such times (volatility that clusters, Engle 1982). A single far row changes its neighbours little and itself not at all.
 * O(n).
 *
 * @param z innovations in deviations; @param w rows of weight above 0 tell
 */
export function clusteredVolatility(z: Float64Array, w: Float64Array): Float64Array | null {
  const { ok, scale } = usable(z, w);
  let rows = 0;
  for (const one of ok) rows += one;
  if (rows < LEAST_ROWS) return null;
  const { u, squares } = logSizes(z, ok, scale, rows);
  const stretches = stretchesOf(z.length, 1, STRETCH);
  const [told, tells] = stretches === null ? [u, ok] : [u, ok].map((column) => gatherStretches(column, stretches));
  if (clustering(told, tells, squares / rows) < LEAST_CLUSTERING) return null;
  const total = new Float64Array(z.length);
  const count = new Float64Array(z.length);
  const best = stretches === null ? bestDecay(u, ok, total, count) : bestDecay(told, tells, total, count);
  aroundWithoutItself(u, best.decay, total);
  aroundWithoutItself(ok, best.decay, count);
  const error =
    stretches === null && z.length < 2 * ENOUGH ? best.error : squaredError(u, ok, total, count, best.prior, 1);
  if (error > squares * (1 - LEAST_GAIN / rows)) return null;
  for (let i = 0; i < total.length; i++) total[i] /= count[i] + best.prior;
  return total;
}

interface Decay {
  readonly error: number;
  readonly decay: number;
  readonly prior: number;
}

/** What tells most of a row; `total` and `count` are room. */
function bestDecay(u: Float64Array, ok: Float64Array, total: Float64Array, count: Float64Array): Decay {
  const step = Math.max(1, Math.floor(u.length / ENOUGH));
  let best: Decay = { error: Infinity, decay: NaN, prior: NaN };
  for (const decay of DECAYS) {
    aroundWithoutItself(u, decay, total);
    aroundWithoutItself(ok, decay, count);
    for (const prior of PRIORS) {
      const error = squaredError(u, ok, total, count, prior, step);
      if (error < best.error) best = { error, decay, prior };
    }
  }
  return best;
}

/** Squared error of every `step`-th row as its neighbours show it. */
function squaredError(
  u: Float64Array,
  ok: Float64Array,
  total: Float64Array,
  count: Float64Array,
  prior: number,
  step: number,
): number {
  let error = 0;
  for (let i = 0; i < u.length; i += step) {
    if (ok[i] === 0) continue;
    const rest = u[i] - total[i] / (count[i] + prior);
    error += rest * rest;
  }
  return error;
}

/** 1 for rows that tell: known and not in a same-sided run; and the scale of all that are known. */
function usable(z: Float64Array, w: Float64Array): { readonly ok: Float64Array; readonly scale: number } {
  const n = z.length;
  const ok = new Float64Array(n);
  for (let i = 0; i < n; i++) if (w[i] > 0 && Number.isFinite(z[i])) ok[i] = 1;
  const scale = scaleAboutZero(z, ok);
  const limit = RUN * scale;
  const run = new Uint8Array(n);
  const side = (i: number): number => (ok[i] > 0 && Math.abs(z[i]) > limit ? (z[i] > 0 ? 1 : -1) : 0);
  for (let i = 1; i + 1 < n; i++) {
    const here = side(i);
    if (here !== 0 && side(i - 1) === here && side(i + 1) === here) run[i - 1] = run[i] = run[i + 1] = 1;
  }
  for (let i = 0; i < n; i++) if (run[i]) ok[i] = 0;
  return { ok, scale };
}

/** ln of each size less their mean, 0 for rows that do not tell, and the sum of squares. */
function logSizes(
  z: Float64Array,
  ok: Float64Array,
  scale: number,
  rows: number,
): { readonly u: Float64Array; readonly squares: number } {
  const n = z.length;
  const u = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (ok[i] === 0) continue;
    u[i] = log(Math.max(SMALLEST, Math.min(LARGEST, Math.abs(z[i]) / scale)));
    sum += u[i];
  }
  let squares = 0;
  for (let i = 0; i < n; i++) {
    if (ok[i] === 0) continue;
    u[i] -= sum / rows;
    squares += u[i] * u[i];
  }
  return { u, squares };
}

/** Sum of the autocorrelations, in standard errors of independent rows. */
function clustering(u: Float64Array, ok: Float64Array, variance: number): number {
  let sum = 0;
  for (let lag = 1; lag <= LAGS; lag++) {
    let products = 0;
    let pairs = 0;
    for (let i = lag; i < u.length; i++) {
      products += u[i] * u[i - lag];
      pairs += ok[i] * ok[i - lag];
    }
    sum += products / Math.max(1, pairs) / variance;
  }
  return sum * Math.sqrt(countAbove(ok, 0) / LAGS);
}

/** Σ decay^|k| value of the row k away, k ≠ 0, on both sides. */
function aroundWithoutItself(values: Float64Array, decay: number, out: Float64Array): void {
  const n = values.length;
  for (let i = 0, sum = 0; i < n; i++) {
    out[i] = sum;
    sum = decay * (sum + values[i]);
  }
  for (let i = n - 1, sum = 0; i >= 0; i--) {
    out[i] += sum;
    sum = decay * (sum + values[i]);
  }
}
