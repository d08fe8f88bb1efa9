import type { ScoreWeight } from "../../detectors/detector.js";
import { centredMean } from "../../numeric/windows/centred-window.js";
import { inUnits, positive } from "../../numeric/elementwise.js";
import { scoreUnit, type ScoreUnit } from "../../numeric/scaling/robust-deviation.js";
import { median, quantiles } from "../../numeric/statistics.js";
import type { Rhythm, Season } from "../../season/season.js";
import { STRIP } from "../evidence/evidence-column.js";
import { alarmLevel } from "./alarm-level.js";
import { anniversaryDiscount } from "./anniversary-discount.js";
import { novelty } from "./novelty.js";
import { recurring, recurringAt } from "./recurrence-discount.js";

/** One detector's scores and how they enter. */
export interface ScoredShare {
  readonly share: ScoreWeight;
  readonly scores: Float64Array;
  /** The scale that the scores are to be told on; they are on theirs already where it is left out. */
  readonly unit?: ScoreUnit;
}

/** As they are. */
const AS_THEY_ARE: ScoreUnit = { centre: 0, unit: 1 };

/** A detector's score of a row, on its own scale. */
export function ownScore({ scores, unit: { centre, unit } = AS_THEY_ARE }: ScoredShare, row: number): number {
  return (scores[row] - centre) / unit;
}

/** How detectors that judge rows join: a sum, to which all that are a little unusual add up, or the root of the sum of squares, in which one strong voice is enough. */
export type Join = "sum" | "root";

/** Detectors of cycles score in deviations; in usual series their unit is 0.5 to 1.5 of them. */
const LEAST_UNIT = 0.5;

/** The unit of each detector's scores (median 0, 90 % quantile 1); those of a floor are in units of the sum already. O(detectors * n). */
export function inOwnUnits<Part extends ScoredShare>(parts: readonly Part[]): Part[] {
  return parts.map((part) => {
    const { share, scores } = part;
    if (share.rule === "floor") return part;
    return { ...part, unit: scoreUnit(scores, share.rule === "cycle" ? LEAST_UNIT : share.least) };
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

/** The combined score and the stages on its way, by row: what `shapeWithout` takes a detector out of. */
export interface CombinedTrace {
  readonly scores: Float64Array;
  /** The sum of the detectors that judge rows, with its context. */
  readonly total: Float64Array;
  /** The same with the floors; the same less what recurs. */
  readonly floored: (row: number) => number;
  readonly discounted: (row: number) => number;
  /** The usual of the last one, and its unit. */
  readonly middle: number;
  readonly scale: number;
  /** Of series that are judged by whole cycles: the score by row in their units, how much of the other score such a unit is, and joined with them. */
  readonly whole: {
    readonly byRow: (row: number) => number;
    readonly unit: number;
    readonly joined: (row: number) => number;
  } | null;
}

/** As `combinedScore`, with the stages on its way. */
export function combinedTrace(season: Season, parts: readonly ScoredShare[], join: Join): CombinedTrace {
  const ruled = (rule: ScoreWeight["rule"]): ScoredShare[] => parts.filter(({ share }) => share.rule === rule);
  const { discounts, ...rows } = rowScore(
    season,
    join === "sum" ? added(ruled("sum"), season.filled.length) : rootOfSquares(ruled("sum"), season.filled.length),
    ruled("floor"),
  );
  const { discounted, middle, scale } = rows;
  const cycles = season.cycles ? ruled("cycle") : [];
  const scores = inUnits(discounts, middle, scale);
  const whole = cycles.length > 0 && season.cycles ? withCycles(season, scores, discounts, cycles) : null;
  const combined = whole?.fresh ?? scores;
  const level = alarmLevel(season);
  const usual = median(judgedOnly(combined, season));
  for (let i = 0; i < combined.length; i++)
    combined[i] = (season.missing[i] || season.known[i] ? Math.min(combined[i], usual) : combined[i]) / level;
  if (whole === null) return { ...rows, scores: combined, whole };
  const byRow = (row: number): number =>
    (season.missing[row] ? NaN : (discounted(row) - middle) / scale - whole.unit.centre) / whole.unit.unit;
  const joined = (row: number): number => joinedAt(byRow(row), cycles, row);
  return { ...rows, scores: combined, whole: { byRow, unit: whole.span, joined } };
}

/** How far scores rise for one more of their image by a straight line. */
function unitBetween(scores: Float64Array, image: (row: number) => number): number {
  let [low, high] = [0, 0];
  let [least, most] = [image(0), image(0)];
  for (let i = 0; i < scores.length; i++) {
    const value = image(i);
    if (value < least || Number.isNaN(least)) [low, least] = [i, value];
    if (value > most || Number.isNaN(most)) [high, most] = [i, value];
  }
  const span = most - least;
  return span > 0 ? (scores[high] - scores[low]) / span : Infinity;
}

/** Rows around one that its context is told from, and its weight. */
export function contextOf({ rhythm }: Pick<Season, "rhythm">, n: number): { width: number; weight: number } {
  const { rows, part, weight } = CONTEXT[rhythm];
  const width = Math.min(rows, Math.floor(n / part));
  return width > 1 ? { width, weight } : { width: 0, weight: 0 };
}

/** Detectors that judge rows, with their context, flat runs and what recurs. Changes `total`. */
function rowScore(
  season: Season,
  total: Float64Array,
  floors: readonly ScoredShare[],
): Omit<CombinedTrace, "whole" | "scores"> & { readonly discounts: Float64Array } {
  const n = total.length;
  const { width, weight } = contextOf(season, n);
  if (width > 0) {
    const around = centredMean(positive(total), width);
    for (let i = 0; i < n; i++) total[i] += weight * around[i];
  }
  const floored = (row: number): number =>
    floors.reduce((score, part) => Math.max(score, part.share.weight * ownScore(part, row) || 0), total[row]);
  const scores = floors.length > 0 ? total.slice() : total;
  for (const part of floors)
    for (let i = 0; i < n; i++) scores[i] = Math.max(scores[i], part.share.weight * ownScore(part, i) || 0);
  const judged = judgedOnly(scores, season);
  const middle = median(judged);
  const scale = usualSpread(judged, middle);
  const usual = recurring(scores, season);
  const discounts = usual ? new Float64Array(n) : scores;
  const discounted = usual ? (row: number): number => floored(row) - recurringAt(usual, season, row) : floored;
  if (usual) for (let i = 0; i < n; i++) discounts[i] = scores[i] - recurringAt(usual, season, i);
  return { total, floored, discounted, discounts, middle, scale };
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
  discounts: Float64Array,
  cycles: readonly ScoredShare[],
): { readonly unit: ScoreUnit; readonly span: number; readonly fresh: Float64Array } {
  const judged = judgedOnly(scores, season);
  const unit = scoreUnit(judged);
  const span = unitBetween(discounts, (row) => (judged[row] - unit.centre) / unit.unit);
  const joined = rootOfSquares(
    [{ share: { rule: "cycle", weight: 1 }, scores: judged, unit }, ...cycles],
    scores.length,
  );
  const fresh = anniversaryDiscount(joined, season);
  const news = season.cycles ? novelty(season.cycles) : null;
  if (news) for (let i = 0; i < fresh.length; i++) fresh[i] *= news[i];
  return { unit, span, fresh };
}

/** Goes over rows so that the sums of one strip stay in the nearest caches while all parts are added. */
function inStrips(length: number, add: (start: number, end: number) => void): void {
  for (let start = 0; start < length; start += STRIP) add(start, Math.min(length, start + STRIP));
}

function added(parts: readonly ScoredShare[], length: number): Float64Array {
  const sums = new Float64Array(length);
  inStrips(length, (start, end) => {
    for (const { share, scores, unit: { centre, unit } = AS_THEY_ARE } of parts)
      for (let i = start; i < end; i++) sums[i] += share.weight * ((scores[i] - centre) / unit || 0);
  });
  return sums;
}

function rootOfSquares(parts: readonly ScoredShare[], length: number): Float64Array {
  const sums = new Float64Array(length);
  inStrips(length, (start, end) => {
    for (const { share, scores, unit: { centre, unit } = AS_THEY_ARE } of parts)
      for (let i = start; i < end; i++) {
        const score = (scores[i] - centre) / unit;
        if (score > 0) sums[i] += share.weight * score * score;
      }
    for (let i = start; i < end; i++) sums[i] = Math.sqrt(sums[i]);
  });
  return sums;
}

/** The same of one row, with its score beside the cycles. */
function joinedAt(own: number, cycles: readonly ScoredShare[], row: number): number {
  let sum = own > 0 ? own * own : 0;
  for (const part of cycles) {
    const score = ownScore(part, row);
    if (score > 0) sum += part.share.weight * score * score;
  }
  return Math.sqrt(sum);
}

/** The scores of what has a value: rows that were filled look usual and would make everything else look rare. */
function judgedOnly(scores: Float64Array, { missing }: Season): Float64Array {
  if (!missing.includes(1)) return scores;
  const judged = scores.slice();
  for (let i = 0; i < judged.length; i++) if (missing[i]) judged[i] = NaN;
  return judged;
}
