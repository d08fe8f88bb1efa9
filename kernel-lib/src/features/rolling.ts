import { rollingQuantile, RollingWalk, type RollingMoments } from "../numeric/windows/rolling.js";
import { defineFeature, type Feature, type FeatureColumn } from "./feature.js";
import { seasonalSteps } from "../season/seasonal-steps.js";

const params = {
  windows: {
    type: "array",
    items: { type: "integer", minimum: 2 },
    default: [],
    maxItems: 100,
    countsRows: true,
    description: "Window lengths in points. Empty: chosen from the cadence (a day and a week, or 7 points).",
    translations: {
      de: "Fensterlängen in Werten. Leer: nach dem Takt gewählt (ein Tag und eine Woche, oder 7 Werte).",
    },
  },
  quantiles: {
    type: "array",
    items: { type: "number", minimum: 0 },
    default: [],
    maxItems: 100,
    description:
      "Quantiles of each window besides, for example [0.5] for the median. From 0 to 1; what is larger counts as 1.",
    translations: {
      de: "Dazu Quantile jedes Fensters, zum Beispiel [0.5] für den Median. Von 0 bis 1; Größeres zählt als 1.",
    },
  },
} as const;

const SHORTEST = 7;

/**
 * Mean and standard deviation of the points before this one, and where they are asked for quantiles, which a spike in the
 * window hardly moves. The point itself is never in its own window: a value must not be judged by a baseline that contains
 * it. Half a window of values is enough; fewer leave the point unjudged. O(points), quantiles O(points × log window).
 */
export const rolling: Feature<typeof params> = defineFeature({
  title: "Rolling statistics",
  summary: "Mean and deviation of the last day, the last week.",
  translations: {
    de: { title: "Gleitende Statistik", summary: "Mittelwert und Abweichung des letzten Tages und der letzten Woche." },
  },
  params,
  columns(series, { windows, quantiles = [] }) {
    const lengths = windows.length > 0 ? windows : seasonalSteps(series).filter((step) => step >= SHORTEST);
    return (lengths.length > 0 ? lengths : [SHORTEST]).flatMap((window): FeatureColumn[] => {
      const least = Math.ceil(window / 2);
      const moments = momentsByPart(series.values, window, least);
      return [
        {
          name: `rolling_mean_${window}`,
          recipe: { make: "rollingMean", window, least },
          fill: (target, from) => target.set(moments(from, target.length).mean),
        },
        {
          name: `rolling_deviation_${window}`,
          recipe: { make: "rollingDeviation", window, least },
          fill: (target, from) => target.set(moments(from, target.length).deviation),
        },
        ...quantiles.map((share) => quantileColumn(series.values, window, Math.min(1, share), least)),
      ];
    });
  },
});

function quantileColumn(values: Float64Array, window: number, share: number, least: number): FeatureColumn {
  let whole: Float64Array | undefined;
  return {
    name: share === 0.5 ? `rolling_median_${window}` : `rolling_quantile_${share}_${window}`,
    fill: (target, from) =>
      target.set((whole ??= rollingQuantile(values, window, share, least)).subarray(from, from + target.length)),
  };
}

/** Moments of any part of the series; worked out once for both columns, and fast when each part follows the last. */
function momentsByPart(
  values: Float64Array,
  window: number,
  least: number,
): (from: number, length: number) => RollingMoments {
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
