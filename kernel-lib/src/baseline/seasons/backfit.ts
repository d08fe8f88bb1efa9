import { refitLevel, smoothLevel } from "../level.js";
import { refitSeason } from "./seasonal-profile.js";
import type { YearHarmonics } from "./year.js";

/** How stiff each part of a series is. */
export interface Plan {
  /** Half-power period of the level, in rows. */
  readonly levelPeriod: number;
  /** Cycles within which each season may change its shape, by period; Infinity when it never does. */
  readonly stiffness: readonly number[];
  /** Whether there is a season of the year. */
  readonly year: boolean;
}

/** The parts of a series and what they leave, one value a row each: they add up to the series. */
export interface Parts {
  readonly level: Float64Array;
  /** By period, as in the plan. */
  readonly seasons: readonly Float64Array[];
  /** Season of the year. */
  readonly year: Float64Array;
  readonly residual: Float64Array;
}

/** Parts that say nothing yet: all is left. */
export function emptyParts(x: Float64Array, periods: readonly number[]): Parts {
  const n = x.length;
  return {
    level: new Float64Array(n),
    seasons: periods.map(() => new Float64Array(n)),
    year: new Float64Array(n),
    residual: x.slice(),
  };
}

/** Makes parts say nothing again, so that all of `x` is left. */
export function clearParts({ level, seasons, year, residual }: Parts, x: Float64Array): void {
  level.fill(0);
  year.fill(0);
  for (const season of seasons) season.fill(0);
  residual.set(x);
}

/** Half-power period of the stiff level below a season of the year, in years. */
const STIFF_YEARS = 3;

let local = new Float64Array(0);

/**
 * Level, season of the year and seasons in turn, each on what the others leave (backfitting: Breiman and Friedman 1985;
 * Hastie and Tibshirani 1986). With a year a level of three years' half-power period comes first and a local one after
 * it, so that the level does not take the year away. O(n) a round.
 *
 * @param w weights; rows of weight 0 are not looked at
 * @param parts where to start from; overwritten by the result
 * @returns `parts`
 */
export function backfit(
  parts: Parts,
  w: Float64Array,
  periods: readonly number[],
  plan: Plan,
  year: YearHarmonics | null,
  rounds: number,
): Parts {
  for (let round = 0; round < rounds; round++) {
    if (plan.year && year !== null) refitLevelAndYear(parts, w, plan, year);
    else refitLevel(parts.residual, w, plan.levelPeriod, parts.level);
    for (let j = 0; j < periods.length; j++)
      refitSeason(parts.residual, w, periods[j], plan.stiffness[j], parts.seasons[j]);
  }
  return parts;
}

function refitLevelAndYear(
  { residual, level, year }: Parts,
  w: Float64Array,
  plan: Plan,
  harmonics: YearHarmonics,
): void {
  refitLevel(residual, w, STIFF_YEARS * harmonics.rowsPerYear, level);
  harmonics.refit(residual, w, year);
  if (!(plan.levelPeriod < 2 * harmonics.rowsPerYear)) return;
  if (local.length !== residual.length) local = new Float64Array(residual.length);
  smoothLevel(residual, w, plan.levelPeriod, local);
  for (let i = 0; i < level.length; i++) {
    level[i] += local[i];
    residual[i] -= local[i];
  }
}
