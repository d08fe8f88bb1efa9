import { poissonQuantile } from "../../numeric/distributions/poisson.js";
import { log, log1p } from "../../numeric/math.js";
import { quantile } from "../../numeric/statistics.js";
import { judgeCount } from "./count-law.js";
import { cyclesFor } from "../seasons/cycles.js";
import { smoothLevel } from "../level.js";
import { differs, sumByPlace } from "./place-factors.js";
import { plainModel, teachingWeights } from "../plain-model.js";
import type { BaselineInput, FittedModel } from "../types.js";
import { zeroRuns } from "./zero-runs.js";

/** Half-power period of the level: so many units, and no fewer rows than hold so many counts (their sum then varies by 6 %). */
const LEVEL = { units: 20, counts: 300 };
/** The level never falls below this share of the mean, and is constant when stiffer than so many lengths. */
const LOWEST = 0.1;
const CONSTANT = 4;
/** Most dispersion beyond Poisson that is believed, as its inverse. */
const LEAST_DISPERSION = 1e-4;
const ROUNDS = 3;
/** A count beyond its mean and so many deviations, and some more, teaches nothing. */
const FAR = { deviations: 8, more: 4 };
/** The share of rows that does not tell the dispersion. */
const TOP = 0.995;

/** Means and dispersion of small counts. */
interface CountFit {
  readonly mean: Float64Array;
  /** Variance beyond Poisson in squares of the mean. */
  readonly dispersion: number;
}

/**
 * Small whole numbers: negative binomial about a slow mean times the season. O(n).
 *
 * @returns of the "count" kind; `stays` are the runs of zeros
 */
export function countSeries(input: BaselineInput): FittedModel {
  const { values, excluded } = input;
  const n = values.length;
  const { periods, unit } = cyclesFor(input);
  const weight = teachingWeights(values, excluded);
  const counts = values.map((value, row) => (weight[row] > 0 ? Math.round(value) : 0));
  const { mean, dispersion } = fitCounts(counts, weight, periods, unit);
  const size = 1 / Math.max(dispersion, LEAST_DISPERSION);
  const [expected, lower, upper, z, logZero] = Array.from({ length: 5 }, () => new Float64Array(n));
  const verdict = { lower: 0, median: 0, upper: 0, z: 0 };
  for (let i = 0; i < n; i++) {
    judgeCount(counts[i], size, mean[i], verdict);
    expected[i] = verdict.median;
    lower[i] = verdict.lower;
    upper[i] = verdict.upper;
    z[i] = weight[i] > 0 ? verdict.z : 0;
    logZero[i] = Math.min(Math.max(-size * log1p(mean[i] / size), log(1e-12)), log1p(-1e-12));
  }
  const ranges = { expected, lower, upper, usual: expected, usualLower: lower, usualUpper: upper };
  return plainModel({ kind: "count", ...ranges, z, weight, stays: zeroRuns(counts, weight, logZero), unit });
}

function fitCounts(counts: Float64Array, weight: Float64Array, periods: readonly number[], unit: number): CountFit {
  const n = counts.length;
  const known = weight.reduce((sum, w) => sum + w, 0);
  const overall = Math.max(counts.reduce((sum, count) => sum + count, 0) / known, 1e-6);
  const halfPower = Math.max(LEVEL.units * Math.max(unit, 1), LEVEL.counts / overall);
  const cap = poissonQuantile(1 - 1e-4, Math.max(overall, 0.2)) * 3 + 3;
  let teaching: Float64Array = counts.slice();
  let fit: CountFit = { mean: new Float64Array(n).fill(overall), dispersion: 0 };
  let factors: Float64Array = new Float64Array(n).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const capped = round === 0 ? teaching.map((count) => Math.min(count, cap)) : teaching;
    const level = levelOf(capped, factors, weight, halfPower, overall);
    factors = seasonFactors(capped, level, weight, periods);
    const mean = level.map((value, i) => Math.max(value * factors[i], 1e-6));
    fit = { mean, dispersion: dispersionOf(capped, mean, weight) };
    if (round === ROUNDS - 1) break;
    const { dispersion } = fit;
    teaching = teaching.map((count, i) =>
      count > mean[i] + FAR.deviations * Math.sqrt(mean[i] + dispersion * mean[i] * mean[i]) + FAR.more
        ? mean[i]
        : count,
    );
  }
  return fit;
}

function levelOf(
  counts: Float64Array,
  factors: Float64Array,
  weight: Float64Array,
  halfPower: number,
  overall: number,
): Float64Array {
  const n = counts.length;
  const weights = weight.map((w, i) => w * factors[i]);
  if (halfPower < CONSTANT * n) {
    const rates = counts.map((count, i) => count / factors[i]);
    return smoothLevel(rates, weights, halfPower).map((level) => Math.max(level, LOWEST * overall));
  }
  const sum = counts.reduce((total, count, i) => total + weight[i] * count, 0);
  return new Float64Array(n).fill(sum / weights.reduce((total, w) => total + w, 0));
}

/** For each row the product of its factors by period; each shrunk towards 1 by how far the places differ beyond Poisson. */
function seasonFactors(
  counts: Float64Array,
  level: Float64Array,
  weight: Float64Array,
  periods: readonly number[],
): Float64Array {
  const factors = new Float64Array(counts.length).fill(1);
  for (const period of periods) {
    const expected = sumByPlace(
      level.map((value, i) => weight[i] * value * factors[i]),
      period,
    );
    const seen = sumByPlace(
      counts.map((count, i) => weight[i] * count),
      period,
    );
    const excess =
      expected.reduce((sum, e, place) => sum + ((seen[place] - e) * (seen[place] - e)) / Math.max(e, 1e-12), 0) /
        period -
      1;
    if (!differs(excess, period)) continue;
    const prior = expected.reduce((sum, e) => sum + e, 0) / period / excess;
    for (let i = 0; i < factors.length; i++) factors[i] *= (seen[i % period] + prior) / (expected[i % period] + prior);
  }
  return factors;
}

function dispersionOf(counts: Float64Array, mean: Float64Array, weight: Float64Array): number {
  const excess = counts.map((count, i) => (count - mean[i]) * (count - mean[i]) - mean[i]);
  const most = Math.max(
    0,
    quantile(
      excess.filter((_, i) => weight[i] > 0),
      TOP,
    ),
  );
  let [sum, squares] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    sum += weight[i] * Math.min(excess[i], most);
    squares += weight[i] * mean[i] * mean[i];
  }
  return Math.max(0, sum / squares);
}
