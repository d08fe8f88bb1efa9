import { rollingMoments, type RollingMoments } from "../numeric/rolling.js";
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
      let moments: RollingMoments | undefined;
      const both = (): RollingMoments => (moments ??= rollingMoments(series.values, window, Math.ceil(window / 2)));
      return [column(`rolling_mean_${window}`, () => both().mean), column(`rolling_deviation_${window}`, () => both().deviation)];
    });
  },
});

function column(name: string, compute: () => Float64Array): FeatureColumn {
  return { name, fill: (target, from) => target.set(compute().subarray(from, from + target.length)) };
}
