import { log, log2, pow } from "../../numeric/math.js";
import type { Rhythm } from "../../season/season.js";
import { blockRows } from "./block-maxima.js";
import { calibrationFor, type ChanceCurve, type PaceCalibration } from "./calibration.js";

/** A score twice as high is so many powers of ten rarer. */
export const POWERS_PER_DOUBLING = 0.75;

/** From this score on it grows by steps, no longer by factors: what is rarer than any dial asks need not run away. */
const STEADY_FROM = 2;

/** ln of the expected number of stretches with so much evidence or more in a series without events. */
export function lnExpected(evidence: number, curve: ChanceCurve, blocks: number): number {
  return lnOnCurve(evidence, curve) + curve.growth * log(Math.max(1, blocks / curve.blocks));
}

function lnOnCurve(evidence: number, { evidence: places, lnExpected: values, slope }: ChanceCurve): number {
  const last = places.length - 1;
  if (evidence >= places[last]) return values[last] - slope * (evidence - places[last]);
  if (evidence <= places[0]) return values[0] + slope * (places[0] - evidence);
  let k = 0;
  while (evidence > places[k + 1]) k++;
  return values[k] + ((values[k + 1] - values[k]) * (evidence - places[k])) / (places[k + 1] - places[k]);
}

/**
 * Evidence as a score on the scale of the dial: 1 where a series without events reaches it as often as the usual sensitivity
 * allows, 2 where it is 5.6 times rarer, 4 where it is 32 times rarer. Monotone, so both rank alike. O(n).
 */
export function scoresOf(
  evidence: Float64Array,
  rhythm: Rhythm,
  { curve, usual }: Pick<PaceCalibration, "curve" | "usual"> = calibrationFor(rhythm),
): Float64Array {
  const blocks = evidence.length / blockRows(evidence.length, rhythm);
  const scores = new Float64Array(evidence.length);
  for (let i = 0; i < scores.length; i++) scores[i] = scoreOf(evidence[i], blocks, { curve, usual });
  return scores;
}

/** The same of one row, in a series of so many blocks. */
export function scoreOf(
  evidence: number,
  blocks: number,
  { curve, usual }: Pick<PaceCalibration, "curve" | "usual">,
): number {
  const doublings = (log(usual) - lnExpected(evidence, curve, blocks)) / (Math.LN10 * POWERS_PER_DOUBLING);
  return doublings < STEADY_FROM ? pow(2, doublings) : pow(2, STEADY_FROM) * (1 + Math.LN2 * (doublings - STEADY_FROM));
}

/** How often a score has doubled from 1 on, the steps in which it grows beyond `STEADY_FROM` counted as doublings: the way back of `scoresOf`. */
export function doublingsOf(score: number): number {
  const top = pow(2, STEADY_FROM);
  return score < top ? log2(Math.max(Number.MIN_VALUE, score)) : STEADY_FROM + (score / top - 1) / Math.LN2;
}
