import type { ScoreWeight } from "../../detectors/detector.js";
import { centredMean } from "../../numeric/windows/centred-window.js";
import { inUnits, positive } from "../../numeric/elementwise.js";
import { unitScores } from "../../numeric/scaling/robust-deviation.js";
import { median, quantiles } from "../../numeric/statistics.js";
import type { Rhythm, Season } from "../../season/season.js";
import { alarmLevel } from "./alarm-level.js";
import { anniversaryDiscount } from "./anniversary-discount.js";
import { novelty } from "./novelty.js";
import { recurrenceDiscount } from "./recurrence-discount.js";
import { memoize } from "../../numeric/memoize.js";

/** One detector's scores and how they enter. */
export interface ScoredShare {
  readonly share: ScoreWeight;
  readonly scores: Float64Array;
}

/** How detectors that judge rows join: a sum, to which all that are a little unusual add up, or the root of the sum of squares, in which one strong voice is enough. */
export type Join = "sum" | "root";

/** Detectors of cycles score in deviations; in usual series their unit is 0.5 to 1.5 of them. */
const LEAST_UNIT = 0.5;

/** Each detector's scores in its own unit (median 0, 90 % quantile 1); those of a floor are in units of the sum already. O(detectors * n). */
export function inOwnUnits<Part extends ScoredShare>(parts: readonly Part[]): Part[] {
  return parts.map((part) => {
    const { share, scores } = part;
    if (share.rule === "floor") return part;
    return { ...part, scores: unitScores(scores, share.rule === "cycle" ? LEAST_UNIT : share.least) };
  });
}

/** Context: an event lifts the score of what is near it, within so many rows or that part of the series, by so much. */
const CONTEXT: Readonly<Record<Rhythm, { readonly rows: number; readonly part: number; readonly weight: number }>> = {
  minutes: { rows: 400, part: 8, weight: 0.5 },
  hours: { rows: 16, part: 16, weight: 0.8 },
  days: { rows: 0, part: 1, weight: 0 },
};

/**
 * One score from many detectors, each in its own unit. Those that judge single rows are joined and smoothed a little over
 * the rows around, what returns in every cycle is taken off, and those that judge whole cycles join as the root of the sum
 * of squares. In units of the level from which a stretch is an alarm: 0 is usual, 1 is worth a look. O(detectors * n).
 *
 * @param parts from `inOwnUnits`
 */
export function combinedScore(season: Season, parts: readonly ScoredShare[], join: Join): Float64Array {
  return combinedTrace(season, parts, join).scores;
}

/** The combined score and the stages on its way: what `scoreWithout` takes a detector out of. */
export interface CombinedTrace {
  readonly scores: Float64Array;
  /** The sum of the detectors that judge rows, with its context; the same with the floors; the same less what recurs. */
  readonly total: Float64Array;
  readonly floored: Float64Array;
  readonly discounted: Float64Array;
  /** The usual of the last one, and its unit. */
  readonly middle: number;
  readonly scale: number;
  /** Of series that are judged by whole cycles: the score by row in their units, and joined with them. */
  readonly whole: { readonly byRow: Float64Array; readonly joined: Float64Array } | null;
}

/** As `combinedScore`, with the stages on its way. */
export function combinedTrace(season: Season, parts: readonly ScoredShare[], join: Join): CombinedTrace {
  const ruled = (rule: ScoreWeight["rule"]): ScoredShare[] => parts.filter(({ share }) => share.rule === rule);
  const rows = rowScore(
    season,
    join === "sum" ? added(ruled("sum"), season.filled.length) : rootOfSquares(ruled("sum"), season.filled.length),
    ruled("floor"),
  );
  const cycles = season.cycles ? ruled("cycle") : [];
  const whole = cycles.length > 0 && season.cycles ? withCycles(season, rows.scores, cycles) : null;
  const combined = whole?.fresh ?? rows.scores;
  const level = alarmLevel(season);
  const middle = median(judgedOnly(combined, season));
  const scores = new Float64Array(combined.length);
  for (let i = 0; i < scores.length; i++)
    scores[i] = (season.missing[i] || season.known[i] ? Math.min(combined[i], middle) : combined[i]) / level;
  return { ...rows, scores, whole };
}

/** Rows around one that its context is told from, and its weight. */
export function contextOf({ rhythm }: Pick<Season, "rhythm">, n: number): { width: number; weight: number } {
  const { rows, part, weight } = CONTEXT[rhythm];
  const width = Math.min(rows, Math.floor(n / part));
  return width > 1 ? { width, weight } : { width: 0, weight: 0 };
}

/** Detectors that judge rows, with their context, flat runs and what recurs. Changes `total`. */
function rowScore(season: Season, total: Float64Array, floors: readonly ScoredShare[]): Omit<CombinedTrace, "whole"> {
  const n = total.length;
  const { width, weight } = contextOf(season, n);
  if (width > 0) {
    const around = centredMean(positive(total), width);
    for (let i = 0; i < n; i++) total[i] += weight * around[i];
  }
  const floored = floors.length > 0 ? total.slice() : total;
  for (const { share, scores } of floors)
    for (let i = 0; i < n; i++) floored[i] = Math.max(floored[i], share.weight * scores[i] || 0);
  const judged = judgedOnly(floored, season);
  const middle = median(judged);
  const scale = usualSpread(judged, middle);
  const discounted = recurrenceDiscount(floored, season);
  return { total, floored, discounted, middle, scale, scores: inUnits(discounted, middle, scale) };
}

/**
 * How far the upper tenth of the scores lies above the middle. Events can make up that tenth: what the upper quarter of
 * skewed noise lets expect (2.3 times its distance) brings it down, by three tenths at most.
 */
function usualSpread(scores: Float64Array, middle: number): number {
  const [quarter, tenth] = quantiles(scores, [0.75, 0.9]).map((value) => value - middle);
  return Math.max(Math.min(tenth, 2.3 * quarter), 0.7 * tenth, 1e-9);
}

/** Detectors that judge whole cycles join by squares, so that one strong voice is enough. */
function withCycles(
  season: Season,
  scores: Float64Array,
  cycles: readonly ScoredShare[],
): { byRow: Float64Array; joined: Float64Array; fresh: Float64Array } {
  const byRow = unitScores(judgedOnly(scores, season));
  const joined = rootOfSquares([{ share: { rule: "cycle", weight: 1 }, scores: byRow }, ...cycles], scores.length);
  const fresh = anniversaryDiscount(joined, season).slice();
  const news = season.cycles ? memoizedNovelty(season.cycles) : null;
  if (news) for (let i = 0; i < fresh.length; i++) fresh[i] *= news[i];
  return { byRow, joined, fresh };
}

/** Asked for each join. */
const memoizedNovelty = memoize(novelty);

function added(parts: readonly ScoredShare[], length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const { share, scores } of parts) for (let i = 0; i < length; i++) sums[i] += share.weight * (scores[i] || 0);
  return sums;
}

function rootOfSquares(parts: readonly ScoredShare[], length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const { share, scores } of parts)
    for (let i = 0; i < length; i++) if (scores[i] > 0) sums[i] += share.weight * scores[i] * scores[i];
  for (let i = 0; i < length; i++) sums[i] = Math.sqrt(sums[i]);
  return sums;
}

/** The scores of what has a value: rows that were filled look usual and would make everything else look rare. */
function judgedOnly(scores: Float64Array, { missing }: Season): Float64Array {
  if (!missing.includes(1)) return scores;
  const judged = scores.slice();
  for (let i = 0; i < judged.length; i++) if (missing[i]) judged[i] = NaN;
  return judged;
}
