import { add } from "../../numeric/elementwise.js";
import { LONG_CYCLE, PlaceSmoother } from "./place-smoother.js";

/** Share of `stiffness` cycles that the mean of a moving place rests on. */
const EFFECTIVE = 0.55;

let room = new Float64Array(0);

/** Room for the columns of one call, overwritten by the next. */
function roomFor(length: number): Float64Array {
  if (room.length < length) room = new Float64Array(Math.ceil(length * 1.25));
  return room;
}

/**
 * Season of one period: for each place of the cycle a level that moves slowly from cycle to cycle, made to average zero over
 * a cycle and shrunk towards nothing by what the cycles tell about its own uncertainty (James and Stein 1961), so that a
 * season that is not there vanishes without a test.
 *
 * Per place Σ w (r − s)² + (q/2π)² Σ (s of one cycle − s of the one before)² is minimal, q = `stiffness` in cycles; with
 * Infinity, or fewer than 4 cycles, it is the weighted mean. O(n).
 *
 * @param r values less all other parts; those of weight 0 are not looked at
 * @param out where to put the season, one value a row; a new column when absent
 */
export function smoothSeason(
  r: Float64Array,
  w: Float64Array,
  period: number,
  stiffness: number,
  out: Float64Array = new Float64Array(r.length),
): Float64Array {
  out.fill(0);
  refitSeason(r.slice(), w, period, stiffness, out);
  return out;
}

/**
 * The same for one part of several: fits `season` anew to what it and the residual hold together, and leaves the rest in the
 * residual. Both are overwritten.
 */
export function refitSeason(
  residual: Float64Array,
  w: Float64Array,
  period: number,
  stiffness: number,
  season: Float64Array,
): void {
  const cycles = Math.ceil(residual.length / period);
  if (stiffness < Infinity && cycles > 3) movingSeason(residual, w, period, stiffness, season);
  else constantSeason(residual, w, period, season);
}

/**
 * Weight of a row in the season at its own place: that of one of the cycles where the season stays, and inside a long series the
 * diagonal of (I + (q/2π)² D'D)⁻¹ where it moves. A long cycle takes the rows beside a place along, so that a row on its own has no weight to
 * speak of.
 */
export function ownWeight(n: number, period: number, stiffness: number): number {
  const cycles = Math.ceil(n / period);
  if (period >= LONG_CYCLE) return 0;
  const constant = Math.min(1, period / n);
  if (!(stiffness < Infinity && cycles > 3)) return constant;
  const pull = stiffness / (2 * Math.PI);
  return Math.max(constant, 1 / Math.sqrt(1 + 4 * pull * pull));
}

function constantSeason(residual: Float64Array, w: Float64Array, period: number, out: Float64Array): void {
  const n = residual.length;
  const space = roomFor(3 * period);
  const weight = space.subarray(0, period).fill(0);
  const sum = space.subarray(period, 2 * period).fill(0);
  let squares = 0;
  for (let start = 0; start < n; start += period) {
    const end = Math.min(period, n - start);
    for (let place = 0, i = start; place < end; place++, i++) {
      const wi = w[i];
      if (!(wi > 0)) continue;
      const value = residual[i] + out[i];
      weight[place] += wi;
      sum[place] += wi * value;
      squares += wi * value * value;
    }
  }
  const season = space.subarray(2 * period, 3 * period);
  for (let place = 0; place < period; place++)
    season[place] = weight[place] > 0 ? sum[place] / Math.max(weight[place], 1e-12) : 0;
  const smoother =
    period < LONG_CYCLE ? null : new PlaceSmoother(season, n, () => alternateMeans(add(residual, out), w, period));
  const fewer = smoother?.smooth(season, 0) ?? 1;
  centre(season, 0, period);
  let error = squares;
  let weights = 0;
  let power = 0;
  let uncertainty = 0;
  for (let place = 0; place < period; place++) {
    const s = season[place];
    error += s * (s * weight[place] - 2 * sum[place]);
    weights += weight[place];
    power += s * s;
    uncertainty += 1 / Math.max(weight[place] / fewer, 0.5);
  }
  const noise = (Math.max(0, error) / Math.max(1, weights - period)) * (uncertainty / period);
  const kept = power > 0 ? Math.max(0, 1 - noise / (power / period)) : 1;
  for (let place = 0; place < period; place++) season[place] *= kept;
  for (let start = 0; start < n; start += period) {
    const end = Math.min(period, n - start);
    for (let place = 0, i = start; place < end; place++, i++) {
      residual[i] += out[i] - season[place];
      out[i] = season[place];
    }
  }
}

function movingSeason(
  residual: Float64Array,
  w: Float64Array,
  period: number,
  stiffness: number,
  out: Float64Array,
): void {
  const n = residual.length;
  for (let i = 0; i < n; i++) residual[i] += out[i];
  const cells = Math.ceil(n / period) * period;
  const space = roomFor(2 * cells + 2 * period);
  const season = space.subarray(0, cells);
  const weight = space.subarray(2 * cells, 2 * cells + period);
  weighPlaces(residual, w, weight, space.subarray(2 * cells + period, 2 * cells + 2 * period));
  solvePlaces(
    residual,
    w,
    season,
    space.subarray(cells, 2 * cells),
    space.subarray(2 * cells + period, 2 * cells + 2 * period),
    stiffness,
  );
  const smoother =
    period < LONG_CYCLE
      ? null
      : new PlaceSmoother(space.subarray(2 * cells + period, 2 * cells + 2 * period), n, () =>
          alternateMeans(residual, w, period),
        );
  let fewer = 1;
  let power = 0;
  for (let start = 0; start < cells; start += period) {
    fewer = smoother?.smooth(season, start) ?? 1;
    power += centre(season, start, period);
  }
  let error = 0;
  let weights = 0;
  for (let i = 0; i < n; i++) {
    if (!(w[i] > 0)) continue;
    const rest = residual[i] - season[i];
    error += w[i] * rest * rest;
    weights += w[i];
  }
  const most = Math.max(2, stiffness * EFFECTIVE);
  let uncertainty = 0;
  for (let place = 0; place < period; place++) uncertainty += 1 / Math.max(Math.min(weight[place], most) / fewer, 0.5);
  const noise = (error / Math.max(1, weights - period)) * (uncertainty / period);
  const kept = power > 0 ? Math.max(0, 1 - noise / (power / cells)) : 1;
  for (let i = 0; i < n; i++) {
    out[i] = season[i] * kept;
    residual[i] -= out[i];
  }
}

/** Sums of the weights, and weighted means, by place. */
function weighPlaces(r: Float64Array, w: Float64Array, weight: Float64Array, mean: Float64Array): void {
  const period = weight.length;
  weight.fill(0);
  mean.fill(0);
  for (let i = 0, place = 0; i < r.length; i++) {
    if (w[i] > 0) {
      weight[place] += w[i];
      mean[place] += w[i] * r[i];
    }
    if (++place === period) place = 0;
  }
  for (let place = 0; place < period; place++)
    mean[place] = weight[place] > 0 ? mean[place] / Math.max(weight[place], 1e-12) : 0;
}

/** Means of each place over every other cycle, and over those between them. */
function alternateMeans(r: Float64Array, w: Float64Array, period: number): readonly Float64Array[] {
  const means = [new Float64Array(period), new Float64Array(period)];
  const weights = [new Float64Array(period), new Float64Array(period)];
  for (let start = 0, part = 0; start < r.length; start += period, part = 1 - part) {
    const [mean, weight] = [means[part], weights[part]];
    const end = Math.min(period, r.length - start);
    for (let place = 0, i = start; place < end; place++, i++) {
      if (!(w[i] > 0)) continue;
      weight[place] += w[i];
      mean[place] += w[i] * r[i];
    }
  }
  for (const [part, mean] of means.entries())
    for (let place = 0; place < period; place++)
      mean[place] = weights[part][place] > 0 ? mean[place] / Math.max(weights[part][place], 1e-12) : 0;
  return means;
}

/** Weight that draws places without values to the mean of their place. */
const LEAST_WEIGHT = 1e-6;

/** Tridiagonal systems over the cycles (Thomas 1949), all places side by side; `factor` is scratch. */
function solvePlaces(
  r: Float64Array,
  w: Float64Array,
  season: Float64Array,
  factor: Float64Array,
  mean: Float64Array,
  stiffness: number,
): void {
  const period = mean.length;
  const cells = season.length;
  const half = stiffness / (2 * Math.PI);
  const penalty = half * half;
  for (let start = 0; start < cells; start += period) {
    const ends = start === 0 || start === cells - period ? penalty : 2 * penalty;
    for (let place = 0, i = start; place < period; place++, i++) {
      const wi = i < r.length && w[i] > 0 ? w[i] : 0;
      const before = start > 0 ? penalty * factor[i - period] : 0;
      const carried = start > 0 ? penalty * season[i - period] : 0;
      const diagonal = wi + LEAST_WEIGHT + ends - before;
      factor[i] = penalty / diagonal;
      season[i] = ((wi > 0 ? wi * r[i] : 0) + LEAST_WEIGHT * mean[place] + carried) / diagonal;
    }
  }
  for (let i = cells - period - 1; i >= 0; i--) season[i] += factor[i] * season[i + period];
}

/** Subtracts the mean of one cycle; returns the sum of squares that is left. */
function centre(season: Float64Array, start: number, period: number): number {
  let mean = 0;
  for (let i = start; i < start + period; i++) mean += season[i];
  mean /= period;
  let squares = 0;
  for (let i = start; i < start + period; i++) {
    season[i] -= mean;
    squares += season[i] * season[i];
  }
  return squares;
}
