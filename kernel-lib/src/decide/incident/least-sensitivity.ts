import { alarmsAt, type AutoOptions, type Judged } from "./auto-decision.js";
import { USUAL_SENSITIVITY } from "./nested-levels.js";

/**
 * The least whole sensitivity, 0 to 100, at which a point is flagged in mode `auto`; NaN when none does it: its score is too
 * low, a rule silences it, or what is wrong there is told by a stretch beside it. At every higher one it is flagged too.
 * O(n) for each sensitivity between the usual one and the answer, once a series.
 */
export function leastSensitivity(point: number, judged: Judged, options: Omit<AutoOptions, "sensitivity">): number {
  if (!Number.isFinite(judged.scores[point])) return NaN;
  const isFlagged = (sensitivity: number): boolean =>
    alarmsAt(judged, { ...options, sensitivity }).some(({ start, end }) => start <= point && point <= end);
  let at = USUAL_SENSITIVITY;
  if (isFlagged(at)) {
    while (at > 0 && isFlagged(at - 1)) at--;
    return at;
  }
  while (at < 100) if (isFlagged(++at)) return at;
  return NaN;
}
