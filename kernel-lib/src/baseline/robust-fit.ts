import { backfit, clearParts, emptyParts, type Parts, type Plan } from "./seasons/backfit.js";
import { bisquare, scaleAboutZero } from "./noise/spread.js";
import type { YearHarmonics } from "./seasons/year.js";

/** Parts with their sum, and the weight of each row by how well it fits: 0 for rows that are far off. */
export interface RobustFit extends Parts {
  /** Sum of all parts. */
  readonly fit: Float64Array;
  readonly weights: Float64Array;
}

/** Steps of the ladder from the stiffest to the planned level: 8 and 2.7 times its half-power period. */
const STIFFEST = 8;
const STEP = 3;
/** Scales at which a row loses all weight, on the ladder and on the planned level. */
const FAR_FIRST = 6;
const FAR = 5;

/**
 * Backfitting that rows far off do not bend: fits from stiff to loose, after each of which a row keeps the weight that its
 * distance allows (bisquare), so that an event stands out before the level could follow it. O(n).
 *
 * @param iterations fits on the planned level
 * @param room a fit of as many rows that nobody needs any more: its columns are overwritten by the new one
 */
export function robustFit(
  x: Float64Array,
  w: Float64Array,
  periods: readonly number[],
  plan: Plan,
  year: YearHarmonics | null = null,
  iterations: number = 3,
  room: RobustFit | null = null,
): RobustFit {
  const ladder: number[] = [];
  for (let h = plan.levelPeriod * STIFFEST; h > plan.levelPeriod * 1.5; h /= STEP) ladder.push(h);
  for (let k = 0; k < iterations; k++) ladder.push(plan.levelPeriod);
  const { parts, weights, fit } = roomFor(x, periods, room);
  weights.set(w);
  for (const levelPeriod of ladder) {
    backfit(parts, weights, periods, { ...plan, levelPeriod }, year, 2);
    reweigh(parts.residual, w, levelPeriod > plan.levelPeriod ? FAR_FIRST : FAR, weights);
  }
  for (let i = 0; i < x.length; i++) fit[i] = x[i] - parts.residual[i];
  return { ...parts, fit, weights };
}

interface Room {
  readonly parts: Parts;
  readonly weights: Float64Array;
  readonly fit: Float64Array;
}

function roomFor(x: Float64Array, periods: readonly number[], known: RobustFit | null): Room {
  if (known === null)
    return { parts: emptyParts(x, periods), weights: new Float64Array(x.length), fit: new Float64Array(x.length) };
  const { weights, fit, level, seasons, year, residual } = known;
  const parts = { level, seasons, year, residual };
  clearParts(parts, x);
  return { parts, weights, fit };
}

/** Sets `weights` to `w` times the bisquare of the residual, `far` scales being too far. */
export function reweigh(residual: Float64Array, w: Float64Array, far: number, weights: Float64Array): void {
  const limit = far * scaleAboutZero(residual, w);
  for (let i = 0; i < residual.length; i++) weights[i] = w[i] > 0 ? w[i] * bisquare(residual[i], limit) : 0;
}
