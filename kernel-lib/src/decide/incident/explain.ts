import { heldFinite } from "../../numeric/scaling/usual-size.js";
import { absolute, subtract } from "../../numeric/elementwise.js";
import { finiteValues } from "../../numeric/finite.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { quantiles } from "../../numeric/statistics.js";
import type { Detection, Explanation, Pattern } from "../../report.js";
import { memoize } from "../../numeric/memoize.js";
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
  /** Unit of each detector that takes part, by id. */
  readonly units: ReadonlyMap<string, ScoreUnit>;
}

/** Where a detector's scores usually lie: its median and how far up a tenth of them reach. */
export interface ScoreUnit {
  readonly centre: number;
  readonly scale: number;
  readonly weight: number;
}

/** Earlier cycles that a sentence compares with. */
const COMPARED = 4;

/** Distances from expected in ascending order. O(n log n), once a series: they are the same for every cut. */
export function sortedDistances(values: Float64Array, expected: Float64Array): Float64Array {
  return distancesFrom(expected)(values);
}

const distancesFrom = memoize((expected: Float64Array) =>
  memoize((values: Float64Array) => finiteValues(absolute(subtract(values, expected))).sort()),
);

/** Points that are enough to tell where the scores of a detector usually lie. */
const ENOUGH = 10_000;

/** Units of the scores of the detectors that feed the combined score, from an even choice of points. */
export function scoreUnits(detections: readonly Detection[]): Map<string, ScoreUnit> {
  const units = new Map<string, ScoreUnit>();
  for (const { detector, scores, skipped, weight } of detections) {
    if (!(weight > 0) || skipped !== null) continue;
    units.set(detector, { ...unitOf(scores), weight });
  }
  return units;
}

const unitOf = memoize((scores: Float64Array): Omit<ScoreUnit, "weight"> => {
  const stride = Math.max(1, Math.floor(scores.length / ENOUGH));
  const some = new Float64Array(Math.ceil(scores.length / stride));
  for (let i = 0; i < some.length; i++) some[i] = scores[i * stride];
  const [centre, tenth] = quantiles(some, [0.5, 0.9]);
  return { centre, scale: Math.max(tenth - centre, 1e-12) };
});

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
    shares: sharesAt(peak, from),
  };
}

function earlierPoints(peak: number, cycle: number, values: Float64Array): number[] {
  if (cycle < 2) return [];
  return Array.from({ length: COMPARED }, (_, k) => peak - (k + 1) * cycle).filter(
    (point) => point >= 0 && Number.isFinite(values[point]),
  );
}

/** Part of each detector in the peak of the incident, largest first. */
function sharesAt(peak: number, { detections, units }: Explained): Explanation["shares"] {
  const parts = detections.flatMap(({ detector, scores }) => {
    const unit = units.get(detector);
    if (!unit) return [];
    const excess = Math.max(0, (scores[peak] - unit.centre) / unit.scale);
    return [{ detector, share: unit.weight * excess * excess }];
  });
  const sum = parts.reduce((total, { share }) => total + (Number.isFinite(share) ? share : 0), 0);
  if (!(sum > 0)) return [];
  return parts
    .map(({ detector, share }) => ({ detector, share: share / sum }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
