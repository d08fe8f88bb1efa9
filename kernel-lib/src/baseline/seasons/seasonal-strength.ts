import type { RobustFit } from "../robust-fit.js";
import type { Season } from "../types.js";

/**
 * The seasons as facts: strength is the share of the variance that the season explains of season and remainder together
 * (Wang, Smith and Hyndman 2006), rows weighed by how well they fit.
 *
 * @param residual values less all parts
 */
export function seasonsOf(
  { seasons, weights }: Pick<RobustFit, "seasons" | "weights">,
  residual: Float64Array,
  periods: readonly number[],
  stiffness: readonly number[],
): Season[] {
  return periods.map((period, j) => ({
    period,
    strength: strengthOf(seasons[j], residual, weights),
    stiffness: stiffness[j],
    profile: lastCycle(seasons[j], period),
  }));
}

/** Share of the variance of a season and the residual together that the season explains, 0 to 1. */
export function strengthOf(season: Float64Array, residual: Float64Array, weights: Float64Array): number {
  const both = season.slice();
  for (let i = 0; i < both.length; i++) both[i] += residual[i];
  const whole = weightedVariance(both, weights);
  return whole > 0 ? Math.min(1, Math.max(0, 1 - weightedVariance(residual, weights) / whole)) : 0;
}

function weightedVariance(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i] * values[i];
    total += weights[i];
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += weights[i] * (values[i] - mean) * (values[i] - mean);
  return total > 0 ? squares / total : 0;
}

/** The last value at each place of the cycle. */
function lastCycle(season: Float64Array, period: number): Float64Array {
  const profile = new Float64Array(period);
  for (let i = Math.max(0, season.length - period); i < season.length; i++) profile[i % period] = season[i];
  return profile;
}
