import { sortValues } from "../../numeric/order/sort-values.js";
import { heldFinite } from "../../numeric/scaling/usual-size.js";
import { absolute, subtract } from "../../numeric/elementwise.js";
import { finiteValues } from "../../numeric/finite.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import type { Detection, Explanation, Pattern } from "../../report.js";
import { memoize } from "../../numeric/memoize.js";
import { highestTop, sharesWithin } from "../score/score-tops.js";
import type { Stretch } from "./stretches.js";

/** What an explanation is made from: one entry a point everywhere. */
export interface Explained {
  readonly time: Float64Array;
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pattern: Pattern;
  readonly detections: readonly Detection[];
  /** Distances from expected, ascending: how rare a distance is. */
  readonly distances: Float64Array;
  /** The score that decided. */
  readonly scores: Float64Array;
}

/** Earlier cycles that a sentence compares with. */
const COMPARED = 4;

/** Distances from expected in ascending order. O(n log n), once a series: they are the same for every cut. */
export function sortedDistances(values: Float64Array, expected: Float64Array): Float64Array {
  return distancesFrom(expected)(values);
}

const distancesFrom = memoize((expected: Float64Array) =>
  memoize((values: Float64Array) => sortValues(finiteValues(absolute(subtract(values, expected))))),
);

/**
 * Whether a part of the expected value says how far another one is off: it is not tiny beside it, and has its sign. Of a base
 * below zero at most the whole of it is said: nobody understands "700% below" of a loss.
 */
export function isPercentTelling(value: number, expected: number): boolean {
  const most = expected < 0 ? 1 : 10;
  return expected !== 0 && value * Math.sign(expected) >= 0 && Math.abs((value - expected) / expected) <= most;
}

/** How far a value is from the expected one, in its unit and in percent of it; NaN where there is none to compare with. */
export function deviationFrom(expected: number, value: number): Pick<Explanation, "deviation" | "deviationPercent"> {
  const deviation = heldFinite(value - expected);
  return { deviation, deviationPercent: expected !== 0 ? heldFinite(100 * (deviation / Math.abs(expected))) : NaN };
}

/** Why a stretch is an incident, as data. O(length + detectors). */
export function explain(stretch: Stretch, peak: number, from: Explained): Explanation {
  const { values, expected, lower, upper, pattern, distances } = from;
  const { deviation, deviationPercent } = deviationFrom(expected[peak], values[peak]);
  let total = 0;
  for (let i = stretch.start; i <= stretch.end; i++)
    if (Number.isFinite(values[i] - expected[i])) total = heldFinite(total + (values[i] - expected[i]));
  return {
    lower: lower[peak],
    upper: upper[peak],
    deviation,
    deviationPercent,
    totalDeviation: heldFinite(total),
    rarity: { rank: distances.length - lowerBound(distances, Math.abs(deviation)), of: distances.length },
    compared: { label: pattern.cycleLabel, points: earlierPoints(peak, pattern.cycle, values) },
    shares: sharesOf(stretch, from),
  };
}

function earlierPoints(peak: number, cycle: number, values: Float64Array): number[] {
  if (cycle < 2) return [];
  return Array.from({ length: COMPARED }, (_, k) => peak - (k + 1) * cycle).filter(
    (point) => point >= 0 && Number.isFinite(values[point]),
  );
}

/** What made the score: where KPIs that no longer move together raised it above all else, they did; else what was taken apart. */
function sharesOf({ start, end }: Stretch, { detections, pattern, scores }: Explained): Explanation["shares"] {
  let top = start;
  for (let i = start; i <= end; i++) if (scores[i] > scores[top] || Number.isNaN(scores[top])) top = i;
  const raised = detections.find(
    ({ detector, weight, scores: own, skipped }) =>
      skipped === null && weight > 0 && !pattern.tops?.voices.includes(detector) && weight * own[top] >= scores[top],
  );
  if (!raised) return sharesWithin(pattern, start, end);
  const others = highestTop(pattern, start, end);
  return [{ detector: raised.detector, share: 1, lost: Math.max(0, 1 - others / scores[top]) }];
}
