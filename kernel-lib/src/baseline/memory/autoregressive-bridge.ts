import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";
import { log } from "../../numeric/math.js";
import {
  autocorrelations,
  fitAutoregression,
  movingAverageWeights,
  type FittedAutoregression,
} from "./autoregression.js";
import { fillUnknown, precisionBands, timesBands, bandAt, type PrecisionBands } from "./precision-bands.js";
import { scaleAboutZero } from "../noise/spread.js";
import type { OneFactorMemory } from "../types.js";

/** The first fit is made on values cut at so many scales. */
const CUT = 5;
/** A row beyond so many scales of its innovation teaches nothing. */
const CONTRADICTED = 4.5;
/** An event is one when a row of it or beside it has an innovation beyond so many scales. */
const SUDDEN = 4;
const ROUNDS = 4;
/**
 * Order at most, under 400 rows and from there on. More coefficients from few rows learn what the level's own fit leaves behind,
 * which rows that are left out of it do not follow.
 */
const MOST = { few: 2, rows: 400, more: 6 };
/** What N ln(error of one factor / own error) must exceed, beside p ln N. */
const CLEARLY_BETTER = 10;
const MOST_VARIANCE = 1e4;
const [LEAST_REST, MOST_REST] = [0.02, 1];

/** Mean and remaining spread of every row given the others, and the coefficients. */
export interface AutoregressiveBridge {
  readonly mean: Float64Array;
  readonly rest: Float64Array;
  readonly phi: Float64Array;
}

/**
 * Memory by an autoregression of up to six rows (two in a short series), taken when it forecasts clearly better than the one factor `memory` does,
 * else null. Rows that their neighbours contradict teach nothing and are filled; events that their neighbours lead up to and
 * away from (rows of `teachable` that are not `ok`) teach again. O(n) per round, four rounds.
 *
 * @param z values, NaN where missing
 */
export function autoregressiveBridge(
  z: Float64Array,
  ok: Uint8Array,
  memory: OneFactorMemory,
  teachable: Uint8Array,
): AutoregressiveBridge | null {
  const n = z.length;
  const taught = ok.slice();
  const good = ok.slice();
  const x = cutAtScales(z, taught);
  const mean = new Float64Array(n);
  const rest = new Float64Array(n);
  const innovation = new Float64Array(n);
  let phi = new Float64Array(0);
  for (let round = 0; round < ROUNDS; round++) {
    const fitted = fitAutoregression(x, good, n < MOST.rows ? MOST.few : MOST.more);
    if (fitted === null) return null;
    if ((round === 0 || round === ROUNDS - 1) && !isBetter(fitted, memory)) return null;
    phi = Float64Array.from(fitted.phi);
    const weights = movingAverageWeights(phi);
    const bands = bandsOf(phi, n, weights);
    if (round === 0) readmitEvents(z, bands, taught, good, teachable, mean);
    for (let i = 0; i < n; i++) x[i] = taught[i] ? z[i] : 0;
    fillUnknown(bands, good, x);
    meansOfOthers(bands, x, mean);
    spreads(bands, fitted, weights, good, rest);
    leaveOut(z, taught, good, mean, rest, innovation);
  }
  for (let i = 0; i < n; i++) rest[i] = Math.max(LEAST_REST, Math.min(MOST_REST, rest[i]));
  return { mean, rest, phi };
}

const diagonalAt = (bands: PrecisionBands, row: number): number =>
  row >= bands.order && row < bands.rows - bands.order ? bands.core[0] : bandAt(bands, row, 0);

/** x less (Q x) over the diagonal: the mean of each row given the others. */
function meansOfOthers(bands: PrecisionBands, x: Float64Array, mean: Float64Array): void {
  const n = x.length;
  const inside = bands.core[0];
  const last = n - bands.order;
  timesBands(bands, x, mean);
  for (let i = 0; i < bands.order; i++) mean[i] = x[i] - mean[i] / bandAt(bands, i, 0);
  for (let i = bands.order; i < last; i++) mean[i] = x[i] - mean[i] / inside;
  for (let i = last; i < n; i++) mean[i] = x[i] - mean[i] / bandAt(bands, i, 0);
}

function cutAtScales(z: Float64Array, ok: Uint8Array): Float64Array {
  const limit = CUT * scaleAboutZero(z, ok);
  const x = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) if (ok[i]) x[i] = Math.max(-limit, Math.min(limit, z[i]));
  return x;
}

/** Beside the best forecast from six rows that one decaying factor in white noise allows. */
function isBetter(fitted: FittedAutoregression, { factor, share }: OneFactorMemory): boolean {
  let error = fitted.power;
  if (share > 0) {
    const m = fitted.most;
    const correlation = new Float64Array(m + 1);
    correlation[0] = 1;
    for (let k = 1, power = factor; k <= m; k++, power *= factor) correlation[k] = share * power;
    const matrix = new Float64Array(m * m);
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) matrix[i * m + j] = correlation[Math.abs(i - j)];
    const lower = cholesky(matrix, m);
    if (lower !== null) error = fitted.errorOf(choleskySolve(lower, m, correlation.subarray(1)));
  }
  return fitted.rows * log(error / fitted.variance) >= fitted.phi.length * log(fitted.rows) + CLEARLY_BETTER;
}

function bandsOf(phi: Float64Array, rows: number, weights: Float64Array): PrecisionBands {
  let variance = 0;
  for (const weight of weights) variance += weight * weight;
  const covariance = Float64Array.of(1, ...autocorrelations(phi, phi.length - 1, weights)).map(
    (x) => x * Math.min(variance, MOST_VARIANCE),
  );
  return precisionBands(phi, rows, covariance);
}

/** Marks as taught, and as good, the runs of events without a sudden row in them or at their edges. */
function readmitEvents(
  z: Float64Array,
  bands: PrecisionBands,
  taught: Uint8Array,
  good: Uint8Array,
  teachable: Uint8Array,
  room: Float64Array,
): void {
  const n = z.length;
  let any = false;
  for (let i = 0; i < n && !any; i++) any = teachable[i] === 1 && !taught[i];
  if (!any) return;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) if (teachable[i] && z[i] === z[i]) x[i] = z[i];
  timesBands(bands, x, room);
  for (let i = 0; i < n; i++) room[i] = Math.abs(room[i]) / Math.sqrt(diagonalAt(bands, i));
  const limit = SUDDEN * scaleAboutZero(room, taught);
  const event = teachable.map((may, i) => (may && !taught[i] ? 1 : 0));
  for (let start = 0; start < n; start++) {
    if (!event[start]) continue;
    let end = start + 1;
    while (end < n && event[end]) end++;
    let largest = 0;
    for (let i = Math.max(0, start - 1); i < Math.min(n, end + 1); i++) if (room[i] > largest) largest = room[i];
    if (largest < limit) {
      taught.fill(1, start, end);
      good.fill(1, start, end);
    }
    start = end;
  }
}

/** √ of the variance of each row given the others; beside gaps never below what forecasts from both sides leave. */
function spreads(
  bands: PrecisionBands,
  fitted: FittedAutoregression,
  weights: Float64Array,
  good: Uint8Array,
  rest: Float64Array,
): void {
  const n = good.length;
  const far = weights.length;
  const s2 = fitted.variance;
  const most = Math.max(fitted.power, s2);
  const forecast = new Float64Array(far);
  for (let k = 0, sum = 0; k < far; k++) {
    sum += weights[k] * weights[k];
    forecast[k] = Math.min(sum * s2, most);
  }
  const whole = forecast[far - 1];
  const precision = bands.core[0];
  const order = bands.order;
  // First the distance to the known row before, then, from the end, what both distances mean.
  for (let i = 0, distance = far; i < n; i++) {
    rest[i] = distance;
    distance = good[i] ? 1 : Math.min(far, distance + 1);
  }
  for (let i = n - 1, after = far; i >= 0; i--) {
    const before = rest[i];
    let variance = s2 / (i >= order && i < n - order ? precision : bandAt(bands, i, 0));
    if (before > 1 || after > 1 || !good[i])
      variance = Math.max(
        variance,
        1 / Math.max(1 / forecast[before - 1] + 1 / forecast[after - 1] - 1 / whole, 1 / whole),
      );
    rest[i] = Math.sqrt(variance);
    after = good[i] ? 1 : Math.min(far, after + 1);
  }
}

function leaveOut(
  z: Float64Array,
  taught: Uint8Array,
  good: Uint8Array,
  mean: Float64Array,
  rest: Float64Array,
  innovation: Float64Array,
): void {
  const n = z.length;
  for (let i = 0; i < n; i++) {
    const value = z[i];
    innovation[i] = ((value === value ? value : 0) - mean[i]) / rest[i];
  }
  const limit = CONTRADICTED * scaleAboutZero(innovation, good);
  for (let i = 0; i < n; i++) good[i] = taught[i] === 1 && Math.abs(innovation[i]) < limit ? 1 : 0;
}
