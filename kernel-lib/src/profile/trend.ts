import { median as medianSlope, sampleRankCorrelation } from "simple-statistics";
import { finiteValues } from "../numeric/finite.js";
import { median } from "../numeric/statistics.js";
import type { Series } from "../table.js";

/** Whether a KPI rises or falls in the long run. */
export interface Trend {
  readonly direction: "up" | "down" | "none";
  /** Change from the first to the last moment along the trend line, in units of the KPI. */
  readonly change: number;
  /** Rank correlation of level and time, -1 to 1. */
  readonly strength: number;
}

const STRETCHES = 60;

/**
 * The long-run direction: the medians of up to 60 equal stretches, through them the line with the median of all slopes
 * between two of them (Theil 1950, Sen 1968, https://doi.org/10.1080/01621459.1968.10480934). It is called a trend when
 * level and time correlate beyond 0.6 in rank. O(n).
 */
export function trend({ values }: Series): Trend {
  const count = Math.min(STRETCHES, Math.floor(values.length / 3));
  const levels = Float64Array.from({ length: Math.max(0, count) }, (_, stretch) => {
    const known = finiteValues(
      values.subarray(
        Math.floor((stretch * values.length) / count),
        Math.floor(((stretch + 1) * values.length) / count),
      ),
    );
    return known.length > 0 ? median(known) : NaN;
  });
  const slopes: number[] = [];
  for (let i = 0; i < levels.length; i++)
    for (let j = i + 1; j < levels.length; j++)
      if (!Number.isNaN(levels[i] + levels[j])) slopes.push((levels[j] - levels[i]) / (j - i));
  if (slopes.length < 3) return { direction: "none", change: 0, strength: 0 };
  const known = Array.from(levels.keys()).filter((stretch) => !Number.isNaN(levels[stretch]));
  const correlation = sampleRankCorrelation(
    known.map((stretch) => levels[stretch]),
    known,
  );
  // Rounding can lead a hair beyond 1.
  const strength = Number.isNaN(correlation) ? 0 : Math.max(-1, Math.min(1, correlation));
  const change = medianSlope(slopes) * (levels.length - 1);
  return {
    direction: Math.abs(strength) < 0.6 || change === 0 ? "none" : change > 0 ? "up" : "down",
    change,
    strength,
  };
}
