import { smoothLevel } from "./level.js";
import { smoothSeason } from "./seasonal-profile.js";
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

/** The parts of a series, one value a row each. */
export interface Parts {
  readonly level: Float64Array;
  /** By period, as in the plan. */
  readonly seasons: readonly Float64Array[];
  readonly year: Float64Array;
  /** Sum of all parts. */
  readonly fit: Float64Array;
}

/** Parts that say nothing yet. */
export function emptyParts(n: number, periods: readonly number[]): Parts {
  return { level: new Float64Array(n), seasons: periods.map(() => new Float64Array(n)), year: new Float64Array(n), fit: new Float64Array(n) };
}

/** Half-power period of the stiff level below a season of the year, in years. */
const STIFF_YEARS = 3;

let target = new Float64Array(0);
let local = new Float64Array(0);

/**
 * Level, season of the year and seasons in turn, each on what the others leave (backfitting: Breiman and Friedman 1985;
 * Hastie and Tibshirani 1986). With a year a level of three years' half-power period comes first and a local one after
 * it, so that the level does not take the year away. O(n) a round.
 *
 * @param x values; those of weight 0 are not looked at
 * @param parts where to start from; overwritten by the result
 * @returns `parts`
 */
export function backfit(x: Float64Array, w: Float64Array, periods: readonly number[], plan: Plan, year: YearHarmonics | null, rounds: number, parts: Parts): Parts {
  const n = x.length;
  if (target.length !== n) {
    target = new Float64Array(n);
    local = new Float64Array(n);
  }
  for (let round = 0; round < rounds; round++) {
    if (plan.year && year !== null) levelAndYear(x, w, plan, year, parts);
    else {
      target.set(x);
      for (const season of parts.seasons) subtract(target, season);
      smoothLevel(target, w, plan.levelPeriod, parts.level);
    }
    for (let j = 0; j < periods.length; j++) {
      rest(x, parts, j);
      smoothSeason(target, w, periods[j], plan.stiffness[j], parts.seasons[j]);
    }
  }
  total(parts);
  return parts;
}

function levelAndYear(x: Float64Array, w: Float64Array, plan: Plan, harmonics: YearHarmonics, { level, seasons, year }: Parts): void {
  const n = x.length;
  target.set(x);
  for (const season of seasons) subtract(target, season);
  for (let i = 0; i < n; i++) local[i] = target[i] - year[i];
  smoothLevel(local, w, STIFF_YEARS * harmonics.rowsPerYear, level);
  subtract(target, level);
  harmonics.fit(target, w, year);
  if (!(plan.levelPeriod < 2 * harmonics.rowsPerYear)) return;
  subtract(target, year);
  smoothLevel(target, w, plan.levelPeriod, local);
  for (let i = 0; i < n; i++) level[i] += local[i];
}

/** Values less all parts but season `own`, into `target`. */
function rest(x: Float64Array, { level, year, seasons }: Parts, own: number): void {
  for (let i = 0; i < x.length; i++) target[i] = x[i] - level[i] - year[i];
  for (let j = 0; j < seasons.length; j++) if (j !== own) subtract(target, seasons[j]);
}

function subtract(from: Float64Array, part: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i] -= part[i];
}

function total({ fit, level, year, seasons }: Parts): void {
  for (let i = 0; i < fit.length; i++) fit[i] = level[i] + year[i];
  for (const season of seasons) for (let i = 0; i < fit.length; i++) fit[i] += season[i];
}
