import { inUnits } from "../elementwise.js";
import { ROUNDING } from "../rounding.js";
import { median, medianAbsoluteDeviation, quantiles } from "../statistics.js";

/**
 * Spread that anomalies do not inflate: the median absolute deviation, scaled to the standard deviation of normal data.
 * Where more than half of the values are equal, but for rounding, it falls back to the mean absolute deviation, and to 1 for
 * a constant, so that it is always above zero. O(n).
 *
 * @param centre the median, where it is known already
 */
export function robustScale(values: Float64Array, centre: number = median(values)): number {
  const spread = medianAbsoluteDeviation(values, true, centre);
  const average = meanDistance(values, centre);
  if (spread > ROUNDING * average) return spread;
  return average > 0 ? 1.2533141373155 * average : 1;
}

/** Mean distance of the finite values from a centre; each is divided before it is added, so that large ones do not overflow. */
function meanDistance(values: Float64Array, centre: number): number {
  const share = 1 / values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = Math.abs(values[i] - centre);
    if (distance < Infinity) sum += distance * share;
  }
  return sum;
}

/** Distance from the median in robust deviations: what a z-score is when the data are not clean. O(n). */
export function robustStandardise(values: Float64Array): Float64Array {
  const centre = median(values);
  return inUnits(values, centre, robustScale(values, centre));
}

/**
 * Scores on a common scale: the median becomes 0 and the 90 % quantile 1, so that scores of unlike detectors can be
 * added without losing how extreme they are (ranks and tail probabilities would lose it). Falls back to the root mean
 * square where nine tenths are equal. NaN stays NaN and tells nothing about the scale. O(n).
 *
 * @param least smallest unit, or how it follows from the median: where scores hardly vary, little is not much
 */
export function unitScores(scores: Float64Array, least: LeastUnit = 0): Float64Array {
  const { centre, unit } = scoreUnit(scores, least);
  return unit < Infinity ? inUnits(scores, centre, unit) : new Float64Array(scores.length);
}

/** Smallest unit of scores, or how it follows from their median. */
export type LeastUnit = number | ((centre: number) => number);

/** What becomes 0 on a common scale, and what 1 is; Infinity where scores tell nothing. */
export interface ScoreUnit {
  readonly centre: number;
  readonly unit: number;
}

/** The scale of `unitScores`: (score − centre) / unit. O(n). */
export function scoreUnit(scores: Float64Array, least: LeastUnit = 0): ScoreUnit {
  const [centre, tenth] = quantiles(scores, [0.5, 0.9]);
  let unit = Math.max(typeof least === "number" ? least : least(centre), tenth - centre);
  if (!(unit > 1e-9 * Math.max(Math.abs(centre), 1e-9))) {
    let squares = 0;
    let count = 0;
    for (const score of scores) {
      if (Number.isNaN(score)) continue;
      squares += (score - centre) * (score - centre);
      count++;
    }
    unit = Math.sqrt(squares / count);
  }
  return unit > 0 ? { centre, unit } : { centre: 0, unit: Infinity };
}
