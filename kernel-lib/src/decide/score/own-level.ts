import { log } from "../../numeric/math.js";
import type { Pattern } from "../../report.js";
import { calibrationFor, type PaceCalibration } from "../evidence/calibration.js";
import { alarms } from "../incident/alarms.js";

/**
 * The alarm level of one series, as a factor to the general one: high for a lone alarm, lower when there are several. The
 * highest of many scores is high by chance, the third highest hardly is; so a series in which nothing happens stays silent,
 * and one with several events shows the weaker ones too. This is the step-up rule of Benjamini and Hochberg (1995) for
 * scores with exponential tails, where a chance of k / m lies ln k below one of 1 / m: the most alarms of which even the
 * weakest passes the level for so many. O(n log n).
 *
 * @param scores 1 = general alarm level
 * @param steps found on generated series
 */
export function ownLevel(
  scores: Float64Array,
  pattern: Pattern,
  { points, cycles }: PaceCalibration["steps"] = calibrationFor(pattern.rhythm).steps,
): number {
  const { lone, slope, least } = pattern.wholeCycles ? cycles : points;
  return stepUpLevel(scores, pattern, (count) => Math.max(least, lone - slope * log(count)), least);
}

/**
 * The level of the most alarms of which even the weakest passes the level for so many. O(n log n).
 *
 * @param levelFor level that the weakest of so many alarms has to pass, falling
 * @param least the lowest level
 */
export function stepUpLevel(
  scores: Float64Array,
  pattern: Pattern,
  levelFor: (count: number) => number,
  least: number = levelFor(Infinity),
): number {
  const peaks = alarms(scores, pattern, least).map(({ start, end }) =>
    scores.subarray(start, end + 1).reduce((top, score) => (score > top ? score : top), 0),
  );
  peaks.sort((a, b) => b - a);
  let count = peaks.length;
  while (count > 0 && !(peaks[count - 1] > levelFor(count))) count--;
  return levelFor(Math.max(1, count));
}
