import type { Pattern } from "../../report.js";
import { alarms } from "../incident/alarms.js";

/** Rows that a single far value spans at most, by the windows that cover it, and from which on an event surely lasts. */
const BRIEF = 12;
const LASTING = 24;

/** What a brief stretch keeps of its score, and what a lasting one gains. */
const BRIEF_FACTOR = 0.91;
const LASTING_FACTOR = 1.27;

/** Stretches that reach this part of the alarm level are weighed: lower ones are no alarm even when they last. */
const WEIGHED = 0.7;

/** A stretch lasts as many rows as score more than this part of its highest. */
const LOUD = 0.6;

/**
 * Weighs a score by how long it stays high. In minutes chance makes single far values, which the shortest window smears
 * over a dozen rows; noise hardly keeps a score high for two dozen. So the loud rows of a lasting stretch count for more and
 * those of a brief one for less, which leaves series without events as silent as before. Hours and days are left as they
 * are: there events are as short as chance. O(n).
 *
 * @param scores 1 = general alarm level
 */
export function lastingScore(scores: Float64Array, pattern: Pattern): Float64Array {
  if (pattern.rhythm !== "minutes") return scores;
  const weighed = scores.slice();
  for (const { start, end } of alarms(scores, pattern, WEIGHED)) {
    const stretch = scores.subarray(start, end + 1);
    const loud = LOUD * stretch.reduce((top, score) => (score > top ? score : top), 0);
    const rows = stretch.reduce((count, score) => count + Number(score > loud), 0);
    const lasting = Math.max(0, Math.min(1, (rows - BRIEF) / (LASTING - BRIEF)));
    const factor = BRIEF_FACTOR + (LASTING_FACTOR - BRIEF_FACTOR) * lasting;
    stretch.forEach((score, k) => (weighed[start + k] = score > loud ? factor * score : score));
  }
  return weighed;
}
