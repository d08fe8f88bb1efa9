import type { Season } from "../../season/season.js";
import { contextOf, type CombinedTrace, type ScoredShare } from "./combined-score.js";

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
  const unit = whole ? unitOf(discounted, whole.byRow) : scale;
  const summed = (row: number, without = ""): number =>
    sums.reduce(
      (sum, { detector, share, scores: own }) => (detector === without ? sum : sum + share.weight * (own[row] || 0)),
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
      if (part.detector !== detector) left = Math.max(left, part.share.weight * part.scores[row] || 0);
    const fallen = Math.max(0, floored[row] - left) / unit;
    if (!whole) return kept((discounted[row] - middle) / scale - fallen, (discounted[row] - middle) / scale);
    const byRow = Math.max(0, whole.byRow[row] - fallen);
    const squares = cycles.reduce(
      (sum, part) =>
        part.detector !== detector && part.scores[row] > 0
          ? sum + part.share.weight * part.scores[row] * part.scores[row]
          : sum,
      byRow * byRow,
    );
    return kept(Math.sqrt(squares), whole.joined[row]);
  };
}

const kept = (left: number, before: number): number => (before > 0 ? Math.max(0, Math.min(1, left / before)) : 1);

/** How far scores rise for one more of their image by a straight line. */
function unitOf(scores: Float64Array, image: Float64Array): number {
  let [low, high] = [0, 0];
  for (let i = 0; i < image.length; i++) {
    if (image[i] < image[low] || Number.isNaN(image[low])) low = i;
    if (image[i] > image[high] || Number.isNaN(image[high])) high = i;
  }
  const span = image[high] - image[low];
  return span > 0 ? (scores[high] - scores[low]) / span : Infinity;
}
