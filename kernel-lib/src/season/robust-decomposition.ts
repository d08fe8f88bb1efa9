import { absolute, subtract, add } from "../numeric/elementwise.js";
import { ROUNDING } from "../numeric/rounding.js";
import { runningMedian } from "../numeric/windows/running-median.js";
import { rollingMedian } from "../numeric/windows/rolling.js";
import { median, medianAbsoluteDeviation } from "../numeric/statistics.js";
import { rowsOf, type CandidatePeriod, type TestedPeriod } from "./candidate-periods.js";
import { cycleProfile } from "./cycle-profile.js";
import type { RegularGrid } from "./even-grid.js";

/** A series as trend + seasonal + remainder. */
export interface Decomposition {
  readonly trend: Float64Array;
  /** All zero when no season was accepted. */
  readonly seasonal: Float64Array;
  readonly remainder: Float64Array;
  readonly periods: readonly TestedPeriod[];
}

/** A season has to bring the usual remainder down by at least this share of it. */
const LEAST_GAIN = 0.05;

/**
 * Splits a series into a slow trend (running median over three of the shortest periods, over one of a longer one), the
 * profile of the best period (median of the other cycles) and what remains. Medians throughout, so anomalies do not drag
 * the baseline along. A period is accepted only when it explains cycles that its profile has not seen; of periods set by
 * hand the one that explains most is taken in any case. O(n log n) a period.
 */
export function robustDecomposition(
  values: Float64Array,
  grid: RegularGrid,
  candidates: readonly CandidatePeriod[],
  leftOut: Uint8Array | null,
  byHand = false,
): Decomposition {
  const n = values.length;
  const shortest = candidates[0] ? rowsOf(candidates[0].steps, grid) : 0;
  const plainWidth = Math.max(15, Math.min(Math.floor(n / 3), shortest ? 3 * shortest : 61));
  const plain = runningMedian(values, plainWidth, shortest);
  let best = split(values, plain, new Float64Array(n));
  const withoutSeason = usualSize(best.remainder, leftOut);
  let least = byHand ? Infinity : withoutSeason * (1 - LEAST_GAIN);
  let chosen = -1;
  const explained = candidates.map((candidate, c) => {
    const rows = rowsOf(candidate.steps, grid);
    const width = Math.min(c === 0 || candidate.found ? 3 * rows : rows, n >> 1);
    const trend = width === plainWidth && rows === shortest ? plain : runningMedian(values, width, rows);
    const parts = split(values, trend, cycleProfile(subtract(values, trend), grid.place, candidate.steps, leftOut));
    const size = usualSize(parts.remainder, leftOut);
    // Of seasons that explain the same, the first is taken.
    if (size < least * (1 - ROUNDING)) [best, least, chosen] = [parts, size, c];
    return withoutSeason > 0 ? 1 - size / withoutSeason : 0;
  });
  const half = Math.max(8, Math.min(n >> 2, shortest ? Math.round(1.5 * shortest) : 30));
  return {
    ...fairAtTheEnds(best, half),
    periods: candidates.map((candidate, c) => ({ ...candidate, explained: explained[c], accepted: c === chosen })),
  };
}

function split(values: Float64Array, trend: Float64Array, seasonal: Float64Array): Omit<Decomposition, "periods"> {
  return { trend, seasonal, remainder: subtract(subtract(values, trend), seasonal) };
}

/**
 * Near the ends the trend knows one side only and fits less well, the more so the more a series wanders. There the
 * remainder is divided by how much worse one side alone fits everywhere, so that no series is alarming where it begins or
 * ends only.
 */
function fairAtTheEnds(
  { trend, seasonal, remainder }: Omit<Decomposition, "periods">,
  half: number,
): Omit<Decomposition, "periods"> {
  const n = trend.length;
  const level = add(remainder, trend);
  const behind = rollingMedian(level, half, half);
  const usual = medianAbsoluteDeviation(remainder);
  const oneSided = medianAbsoluteDeviation(subtract(level, behind));
  const worse = usual > ROUNDING * oneSided && oneSided > usual ? oneSided / usual : 1;
  const fair = new Float64Array(n);
  for (let i = 0; i < n; i++)
    fair[i] = remainder[i] / (1 + (worse - 1) * Math.max(0, 1 - Math.min(i, n - 1 - i) / half));
  return { trend: subtract(level, fair), seasonal, remainder: fair };
}

function usualSize(remainder: Float64Array, leftOut: Uint8Array | null): number {
  const sizes = absolute(remainder);
  if (leftOut) for (let i = 0; i < sizes.length; i++) if (leftOut[i]) sizes[i] = NaN;
  const size = median(sizes);
  // Where most rows are exactly as usual, rounding is all that is left of them.
  return size > ROUNDING * meanSize(sizes) ? size : 0;
}

/** Mean of the numbers that are not NaN, each divided before it is added, so that large ones do not overflow. */
function meanSize(sizes: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) if (sizes[i] >= 0) sum += sizes[i] / sizes.length;
  return sum;
}
