import { blockMaxima, blockRows } from "../../../kernel-lib/src/decide/evidence/block-maxima.js";
import type { ChanceCurve } from "../../../kernel-lib/src/decide/evidence/calibration.js";
import { median } from "../../../kernel-lib/src/numeric/statistics.js";
import { centredMaximum } from "../../../kernel-lib/src/numeric/windows/centred-window.js";
import type { Rhythm } from "../../../kernel-lib/src/season/season.js";
import { digits, growthOf, mean, MOST_OF_ONE } from "./growth.js";

/** Highest places of the evidence in series without events, each once: how many there are a series at or above each height. */
export function curveFrom(nulls: readonly { readonly evidence: Float64Array; readonly rhythm: Rhythm }[]): ChanceCurve {
  const series = nulls.length;
  const blocks = nulls.map(({ evidence, rhythm }) => evidence.length / blockRows(evidence.length, rhythm));
  const own = nulls.map(({ evidence, rhythm }) => peakHeights(evidence, blockRows(evidence.length, rhythm)));
  const usualBlocks = mean(blocks);
  const heights = own.flat().sort((a, b) => b - a);
  const at = (expected: number): number =>
    heights[Math.min(heights.length, Math.max(1, Math.round(expected * series))) - 1];
  // A line through the rare part: the very rarest are single series.
  const rare = Array.from({ length: 12 }, (_, k) => 0.12 * (2 / 0.12) ** (k / 11));
  const { slope, zero } = line(rare.map(at), rare.map(Math.log));
  const usual = [8, 4].map((expected) => [at(expected), Math.log(expected)] as const);
  const far = [2, 1].map((expected) => [(zero - Math.log(expected)) / slope, Math.log(expected)] as const);
  const points = [...usual, ...far].filter(([place], k, all) => k === 0 || place > all[k - 1][0]);
  return {
    evidence: points.map(([place]) => digits(place, 3)),
    lnExpected: points.map(([, value]) => digits(value, 4)),
    slope: digits(slope, 3),
    blocks: digits(usualBlocks, 1),
    growth: growthOf(
      [2, 1, 0.5].map((expected) =>
        own.map((peaks) => Math.min(MOST_OF_ONE, peaks.filter((height) => height >= at(expected)).length)),
      ),
      blocks.map((each) => each / usualBlocks),
    ),
  };
}

/** Falling line by least squares: y = zero - slope * x. */
function line(x: readonly number[], y: readonly number[]): { slope: number; zero: number } {
  const [mx, my] = [mean(x), mean(y)];
  const slope =
    -x.reduce((sum, value, k) => sum + (value - mx) * (y[k] - my), 0) /
    x.reduce((sum, value) => sum + (value - mx) * (value - mx), 0);
  return { slope, zero: my + slope * mx };
}

/** Peaks beyond so many are a series' habit. */
const MOST = 80;

function peakHeights(evidence: Float64Array, block: number): number[] {
  const apart = Math.max(2, block >> 1);
  const highest = centredMaximum(evidence, apart);
  const usual = median(blockMaxima(evidence, block));
  const rows: number[] = [];
  for (let i = 0; i < evidence.length; i++) if (evidence[i] === highest[i] && evidence[i] > usual) rows.push(i);
  rows.sort((a, b) => evidence[b] - evidence[a] || a - b);
  const kept: number[] = [];
  for (const row of rows) {
    if (kept.length === MOST) break;
    if (kept.every((other) => Math.abs(other - row) > apart)) kept.push(row);
  }
  return kept.map((row) => evidence[row]);
}
