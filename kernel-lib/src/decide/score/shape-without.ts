import type { Season } from "../../season/season.js";
import { contextOf, ownScore, type CombinedTrace, type ScoredShare } from "./combined-score.js";

/** A detector's scores in its own units, and who it is. */
export interface NamedShare extends ScoredShare {
  readonly detector: string;
}

/**
 * What part of the detectors' combined score a row keeps without one of them, 0 to 1, all that is told from the whole series
 * (units, what recurs, how new a cycle is, the alarm level) left as it is. O(detectors * rows of the context) for each.
 *
 * @param parts those that the trace was made from, in their own units
 */
export function shapeWithout(
  season: Season,
  parts: readonly NamedShare[],
  { scores, total, floored, discounted, middle, scale, whole }: CombinedTrace,
): (row: number, detector: string) => number {
  const n = scores.length;
  const { width, weight } = contextOf(season, n);
  const ruled = (rule: ScoredShare["share"]["rule"]): NamedShare[] => parts.filter(({ share }) => share.rule === rule);
  const [sums, floors, cycles] = [ruled("sum"), ruled("floor"), ruled("cycle")];
  const unit = whole?.unit ?? scale;
  const summed = (row: number, without = ""): number =>
    sums.reduce(
      (sum, part) => (part.detector === without ? sum : sum + part.share.weight * (ownScore(part, row) || 0)),
      0,
    );
  const contextLost = (row: number, detector: string): number => {
    let lost = 0;
    const from = row - (width >> 1);
    for (let i = Math.max(0, from); i < Math.min(n, from + width); i++)
      lost += Math.max(0, summed(i)) - Math.max(0, summed(i, detector));
    return (weight * lost) / Math.max(1, width);
  };
  return (row, detector) => {
    let left = total[row];
    if (sums.some((part) => part.detector === detector))
      left -= summed(row) - summed(row, detector) + contextLost(row, detector);
    for (const part of floors)
      if (part.detector !== detector) left = Math.max(left, part.share.weight * ownScore(part, row) || 0);
    const fallen = Math.max(0, floored(row) - left) / unit;
    if (!whole) return kept((discounted(row) - middle) / scale - fallen, (discounted(row) - middle) / scale);
    const byRow = Math.max(0, whole.byRow(row) - fallen);
    const squares = cycles.reduce((sum, part) => {
      const score = ownScore(part, row);
      return part.detector !== detector && score > 0 ? sum + part.share.weight * score * score : sum;
    }, byRow * byRow);
    return kept(Math.sqrt(squares), whole.joined(row));
  };
}

const kept = (left: number, before: number): number => (before > 0 ? Math.max(0, Math.min(1, left / before)) : 1);
