import { RollingWalk, type RollingMoments } from "../numeric/rolling.js";
import { defineFeature, type Feature, type FeatureColumn } from "./feature.js";
import { seasonalSteps } from "../season/seasonal-steps.js";

const params = {
  windows: {
    type: "array",
    items: { type: "integer", minimum: 2 },
    default: [],
    description: "Window lengths in points. Empty: chosen from the cadence (a day and a week, or 7 points).",
  },
} as const;

const SHORTEST = 7;

/**
 * Mean and standard deviation of the points before this one. The point itself is never in its own window: a value must
 * not be judged by a baseline that contains it. Half a window of values is enough; fewer leave the point unjudged.
 */
export const rolling: Feature<typeof params> = defineFeature({
  title: "Rolling statistics",
  summary: "Mean and deviation of the last day, the last week.",
  params,
  columns(series, { windows }) {
    const lengths = windows.length > 0 ? windows : seasonalSteps(series).filter((step) => step >= SHORTEST);
    return (lengths.length > 0 ? lengths : [SHORTEST]).flatMap((window): FeatureColumn[] => {
      const least = Math.ceil(window / 2);
      const moments = momentsByPart(series.values, window, least);
      return [
        { name: `rolling_mean_${window}`, recipe: { make: "rollingMean", window, least }, fill: (target, from) => target.set(moments(from, target.length).mean) },
        { name: `rolling_deviation_${window}`, recipe: { make: "rollingDeviation", window, least }, fill: (target, from) => target.set(moments(from, target.length).deviation) },
      ];
    });
  },
});

/** Moments of any part of the series; worked out once for both columns, and fast when each part follows the last. */
function momentsByPart(values: Float64Array, window: number, least: number): (from: number, length: number) => RollingMoments {
  let walk: RollingWalk | null = null;
  let known: RollingMoments = { mean: new Float64Array(0), deviation: new Float64Array(0) };
  let start = 0;
  return (from, length) => {
    if (walk && from === start && length === known.mean.length) return known;
    if (!walk || from !== start + known.mean.length) walk = new RollingWalk(values, window, least, from);
    if (length !== known.mean.length) known = { mean: new Float64Array(length), deviation: new Float64Array(length) };
    walk.next(known);
    start = from;
    return known;
  };
}
