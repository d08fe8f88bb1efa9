import { cos, exp, log } from "../../numeric/math.js";
import { sortValues } from "../../numeric/order/sort-values.js";
import { DAY, YEAR_DAYS } from "../seasons/cycles.js";
import { smoothLevel } from "../level.js";
import { shareBelow } from "./share-below.js";
import { LOG_SIZE_VARIANCE, shrunkMeans } from "../seasons/shrunk-means.js";
import { scaleAboutZero } from "./spread.js";
import { everyRow, strideOf } from "./stretches.js";

/** Fewer rows tell only one size for all. */
const LEAST_ROWS = 150;
/** Sizes below and above these many scales tell no more. */
const [SMALLEST, LARGEST] = [0.05, 3.5];
/** Longest cycle whose places are not smoothed over. */
const SHORT_CYCLE = 48;
/** Cycles that the longest period needs before its places are told apart. */
const LEAST_CYCLES = 16;
const YEAR_BINS = 24;
/** Rows of one time of the year that count: they remember each other. */
const MOST_OF_A_TIME = 100;
/** Share of the half-power period that a smooth mean rests on. */
const EFFECTIVE = 0.3;

/**
 * Size of the noise at each row: ln |r| averaged by place in the cycle, by height of the fitted value, by time of the year and
 * over time, each after the one before and each shrunk by what it does not prove. Scaled so that the median |r| / size is a
 * normal number's. O(n).
 *
 * @param r residuals, NaN where missing; rows of weight 0 teach nothing
 * @param t epoch seconds when the series covers at least two years, else null
 */
export function noiseScale(
  r: Float64Array,
  fit: Float64Array,
  w: Float64Array,
  periods: readonly number[],
  t: Float64Array | null,
): Float64Array {
  const n = r.length;
  const scale = scaleAboutZero(r, w);
  if (n < LEAST_ROWS) return new Float64Array(n).fill(scale);
  const period = periods.length > 0 ? placesOf(periods, n) : 0;
  const ofThinned = scaleOfThinned({ r, fit, w, t }, period, scale);
  if (ofThinned !== null) return ofThinned;
  const { left, ok } = logSizes(r, w, scale);
  const f = new Float64Array(n);
  if (period > 0) addPlaces(left, ok, f, period);
  addHeights(left, ok, f, fit);
  if (t !== null) addTimesOfYear(left, ok, f, t);
  addTime(left, ok, f);
  for (let i = 0; i < n; i++) {
    f[i] = Math.max(scale * exp(f[i]), SMALLEST * scale);
    left[i] = r[i] / f[i];
  }
  const unit = scaleAboutZero(left, w);
  for (let i = 0; i < n; i++) f[i] *= unit;
  return f;
}

const placesOf = (periods: readonly number[], n: number): number => {
  const longest = periods[periods.length - 1];
  return n >= LEAST_CYCLES * longest ? longest : periods[0];
};

/** ln of the size of each residual less their mean; 0 where nothing is known. */
function logSizes(
  r: Float64Array,
  w: Float64Array,
  scale: number,
): { readonly left: Float64Array; readonly ok: Float64Array } {
  const n = r.length;
  const left = new Float64Array(n);
  const ok = new Float64Array(n);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    const size = Math.abs(r[i]) / scale;
    if (!(w[i] > 0) || size !== size) continue;
    ok[i] = 1;
    left[i] = log(size < SMALLEST ? SMALLEST : size > LARGEST ? LARGEST : size);
    sum += left[i];
    count++;
  }
  const mean = count > 0 ? sum / count : 0;
  for (let i = 0; i < n; i++) if (ok[i] > 0) left[i] -= mean;
  return { left, ok };
}

/** A column of residuals with what goes with each row. */
interface NoiseColumns {
  readonly r: Float64Array;
  readonly fit: Float64Array;
  readonly w: Float64Array;
  readonly t: Float64Array | null;
}

/** Steps of the fitted value between which the effect of its height is taken to be a line. */
const HEIGHTS = 1024;

/** The same of a long column, learnt from every k-th row; null where that is each of them. */
function scaleOfThinned({ r, fit, w, t }: NoiseColumns, period: number, scale: number): Float64Array | null {
  const n = r.length;
  const stride = strideOf(n, period);
  if (stride === 1) return null;
  const [some, heights, weights] = [r, fit, w].map((column) => everyRow(column, stride));
  const { left, ok } = logSizes(some, weights, scale);
  const f = new Float64Array(left.length);
  const places = period > 0 ? addPlaces(left, ok, f, period, stride % period) : Float64Array.of(0);
  const byHeight = alongHeights(heights, addHeights(left, ok, f, heights));
  const times = t === null ? null : addTimesOfYear(left, ok, f, everyRow(t, stride));
  const slow = addTime(left, ok, f);
  const sizes = new Float64Array(n);
  for (let i = 0, place = 0, of = 0, next = stride; i < n; i++) {
    if (i === next) {
      of++;
      next += stride;
    }
    const year = times === null || t === null ? 0 : times[yearBin(t[i])];
    sizes[i] = Math.max(scale * exp(places[place] + byHeight(fit[i]) + year + slow[of]), SMALLEST * scale);
    if (++place === places.length) place = 0;
  }
  for (let k = 0; k < some.length; k++) some[k] /= sizes[k * stride];
  const unit = scaleAboutZero(some, weights);
  for (let i = 0; i < n; i++) sizes[i] *= unit;
  return sizes;
}

/** The effect of the height of a fitted value, by lines between steps of it. */
function alongHeights(heights: Float64Array, effects: Float64Array): (value: number) => number {
  const sorted = sortValues(heights.slice());
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const step = (high - low) / HEIGHTS;
  const steps = new Float64Array(HEIGHTS + 2);
  for (let k = 0, rank = 0; k < steps.length; k++) {
    while (rank < sorted.length - 1 && sorted[rank] < low + k * step) rank++;
    steps[k] = effectAt(effects, rank / sorted.length);
  }
  if (!(step > 0)) return () => steps[0];
  return (value) => {
    const place = Math.max(0, Math.min(HEIGHTS, (value - low) / step));
    const k = Math.floor(place);
    return steps[k] + (place - k) * (steps[k + 1] - steps[k]);
  };
}

/** What was learnt at row i goes from what is left to what is known. */
function take(left: Float64Array, ok: Float64Array, f: Float64Array, i: number, effect: number): void {
  f[i] += effect;
  if (ok[i] > 0) left[i] -= effect;
}

/** @param step places from one row to the next, less than a period */
function addPlaces(
  left: Float64Array,
  ok: Float64Array,
  f: Float64Array,
  period: number,
  step: number = 1,
): Float64Array {
  let total: Float64Array = new Float64Array(period);
  let count: Float64Array = new Float64Array(period);
  for (let i = 0, place = 0; i < left.length; i++) {
    total[place] += left[i];
    count[place] += ok[i];
    place += step;
    if (place >= period) place -= period;
  }
  if (period > SHORT_CYCLE) {
    const half = Math.floor(period / SHORT_CYCLE);
    const bell = Float64Array.from(
      { length: 2 * half + 1 },
      (_, k) => 0.5 - 0.5 * cos((2 * Math.PI * (k + 1)) / (2 * half + 2)),
    );
    total = aroundTheCycle(total, bell);
    count = aroundTheCycle(count, bell);
  }
  const effects = shrunkMeans(total, count);
  for (let i = 0, place = 0; i < left.length; i++) {
    take(left, ok, f, i, effects[place]);
    place += step;
    if (place >= period) place -= period;
  }
  return effects;
}

/** Weights of a place of the year and its two neighbours: the smoothing of the year (section 2 of METHOD). */
const BELL = Float64Array.of(0.25, 0.5, 0.25);

function aroundTheCycle(values: Float64Array, weights: Float64Array): Float64Array {
  const n = values.length;
  const half = weights.length >> 1;
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let k = -half; k <= half; k++) result[i] += weights[k + half] * values[(((i - k) % n) + n) % n];
  return result;
}

function alongTheLine(values: Float64Array): Float64Array {
  const last = values.length - 1;
  return values.map(
    (value, i) => 0.25 * values[Math.max(0, i - 1)] + 0.5 * value + 0.25 * values[Math.min(last, i + 1)],
  );
}

/** By rank of the fitted value, in 3 to 12 bins with lines between their middles. */
function addHeights(left: Float64Array, ok: Float64Array, f: Float64Array, fit: Float64Array): Float64Array {
  const n = left.length;
  const bins = Math.floor(Math.max(3, Math.min(12, n / 60)));
  const share = shareBelow(fit);
  const total = new Float64Array(bins);
  const count = new Float64Array(bins);
  for (let i = 0; i < n; i++) {
    const bin = Math.min(bins - 1, Math.floor(share[i] * bins));
    total[bin] += left[i];
    count[bin] += ok[i];
  }
  const effects = shrunkMeans(alongTheLine(total), alongTheLine(count));
  for (let i = 0; i < n; i++) take(left, ok, f, i, effectAt(effects, share[i]));
  return effects;
}

/** The effect of the bins at a share of the values, by lines between their middles. */
function effectAt(effects: Float64Array, share: number): number {
  const bins = effects.length;
  const at = Math.max(0, Math.min(bins - 1, share * bins - 0.5));
  const bin = Math.min(bins - 2, Math.floor(at));
  return effects[bin] + (at - bin) * (effects[bin + 1] - effects[bin]);
}

/** The time of the year of a moment. */
function yearBin(t: number): number {
  const bin = Math.trunc((t / (YEAR_DAYS * DAY)) * YEAR_BINS) % YEAR_BINS;
  return bin < 0 ? bin + YEAR_BINS : bin;
}

function addTimesOfYear(left: Float64Array, ok: Float64Array, f: Float64Array, t: Float64Array): Float64Array {
  const n = left.length;
  const bins = new Uint8Array(n);
  const total = new Float64Array(YEAR_BINS);
  const count = new Float64Array(YEAR_BINS);
  for (let i = 0; i < n; i++) {
    bins[i] = yearBin(t[i]);
    total[bins[i]] += left[i];
    count[bins[i]] += ok[i];
  }
  const effects = shrunkMeans(aroundTheCycle(total, BELL), aroundTheCycle(count, BELL), MOST_OF_A_TIME);
  for (let i = 0; i < n; i++) take(left, ok, f, i, effects[bins[i]]);
  return effects;
}

function addTime(left: Float64Array, ok: Float64Array, f: Float64Array): Float64Array {
  const n = left.length;
  const halfPower = Math.max(n / 3, LEAST_ROWS);
  const smooth = smoothLevel(left, ok, halfPower);
  let mean = 0;
  for (let i = 0; i < n; i++) mean += smooth[i];
  mean /= n;
  let variance = 0;
  for (let i = 0; i < n; i++) variance += (smooth[i] - mean) * (smooth[i] - mean);
  const kept = Math.max(0, 1 - LOG_SIZE_VARIANCE / (halfPower * EFFECTIVE) / Math.max(1e-9, variance / n));
  for (let i = 0; i < n; i++) {
    smooth[i] *= kept;
    f[i] += smooth[i];
  }
  return smooth;
}
