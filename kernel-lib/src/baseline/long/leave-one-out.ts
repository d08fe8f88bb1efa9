import { exp } from "../../numeric/math.js";
import { quantiles } from "../../numeric/statistics.js";
import type { Plan } from "../seasons/backfit.js";
import { ownWeight } from "../seasons/seasonal-profile.js";

/** Share of a moving season's stiffness that its places rest on. */
const EFFECTIVE = 0.55;
/** A row bends its own fit at most so much, through the level at most so much. */
const MOST = 0.6;
const MOST_OF_LEVEL = 0.4;
const MOST_OF_SEASON = 0.8;
/** Effective weight of a row in the level, in rows of its half-power period, and how much more it is at the ends. */
const LEVEL = 2.2;
const AT_ENDS = 3;
const REACH = 6;

/**
 * By how much each row bends its own fit (hat value): through the season, and through the level, more at both ends. A row that
 * taught is √(1 − hat) of its own distance away.
 */
export function hatValues(n: number, periods: readonly number[], { levelPeriod, stiffness }: Plan): Float64Array {
  let season = 0;
  for (let j = 0; j < periods.length; j++)
    season = Math.max(season, 1 / Math.max(1, Math.min(n / periods[j], stiffness[j] * EFFECTIVE)));
  const level = LEVEL / Math.max(levelPeriod, 3);
  const reach = Math.min(levelPeriod, n) / REACH;
  const hat = new Float64Array(n);
  for (let i = 0; i < n; i++)
    hat[i] = Math.min(
      MOST,
      season + Math.min(MOST_OF_LEVEL, level * (1 + AT_ENDS * exp(-Math.min(i, n - 1 - i) / reach))),
    );
  return hat;
}

/**
 * What deviation of a row its own season takes for itself, 0 to .8: a row that taught nothing deviates by 1 / (1 − share) of what
 * those around it do, whose seasons have followed them in part.
 */
export function seasonShare(n: number, periods: readonly number[], { stiffness }: Plan): number {
  const left = periods.reduce((rest, period, j) => rest * (1 - ownWeight(n, period, stiffness[j])), 1);
  return Math.min(MOST_OF_SEASON, 1 - left);
}

/** How much wider errors on hidden units are than those on known rows. */
export interface GapFactors {
  /** By the median. */
  readonly middle: number;
  /** Size below which 97 % lie. */
  readonly far: number;
}

/** Hidden errors that tell something. */
const LEAST = 20;

/**
 * Compares errors on hidden units with the noise of known rows.
 *
 * @param clean rows of weight above 0 count
 */
export function gapFactors(errors: Float64Array, noise: Float64Array, clean: Float64Array): GapFactors {
  const sizes = new Float64Array(errors.length);
  let count = 0;
  for (let i = 0; i < errors.length; i++) {
    const size = Math.abs(errors[i] / noise[i]);
    if (clean[i] > 0 && size < Infinity) sizes[count++] = size;
  }
  if (count <= LEAST) return { middle: 1, far: 0 };
  const [middle, far] = quantiles(sizes.subarray(0, count), [0.5, 0.97]);
  return { middle: Math.max(1, middle * 1.4826), far };
}
