import { DATES_OF_YEAR } from "../../baseline/dates/date-keys.js";
import { log, pow, log10 } from "../../numeric/math.js";
import { gather, scatter } from "../../numeric/gather.js";
import type { NormalFacts, NormalFinding, Pattern } from "../../report.js";
import type { DateKey } from "../../baseline/types.js";
import type { Season } from "../../season/season.js";
import { calibrationFor, type PaceCalibration } from "../evidence/calibration.js";
import { EVENT_ROWS } from "../evidence/block-maxima.js";
import { evidenceOf, evidenceTrace, type EvidenceTrace, type Voice } from "../evidence/evidence.js";
import { POWERS_PER_DOUBLING, scoresOf } from "../evidence/expected-alarms.js";
import { below, orderedOf } from "./ordered-score.js";
import { stepUpLevel } from "./own-level.js";

/** Several alarms help each other up to this many. */
const MOST_HELPING = 10;

/** From this score of a finding on, a further one counts by its logarithm. */
const STEADY_FROM = 4;
const STEADY = 1.2;

/**
 * How unusual each point is, from all detectors and the model of what is normal together, on the scale of how often so much
 * comes by chance (1: as often as the usual sensitivity allows). O(detectors * n).
 *
 * @param former score of the detectors alone, one a point, 1 = alarm level
 * @returns one a point; NaN where the value is missing
 */
export function jointScore(
  season: Season,
  pattern: Pattern,
  voices: readonly Voice[],
  former: Float64Array,
): { readonly joint: Float64Array; readonly evidence: EvidenceTrace } {
  const evidence = evidenceTrace(season, voices, formerOfRows(former, season));
  const calibration = calibrationFor(season.rhythm);
  const rows = evidenceOf(evidence, calibration.weights);
  return { joint: jointScoreOf(rows, season, pattern, calibration), evidence };
}

/** Where the points of a series stand among so many rows of the grid. */
interface FormerPlaces extends Pick<Season, "rows"> {
  readonly filled: { readonly length: number };
}

/** The former score of each row of the grid, 0 where it says nothing. */
export function formerOfRows(former: Float64Array, { rows, filled }: FormerPlaces): Float64Array {
  const scores = scatter(former, rows, filled.length, NaN).slice();
  for (let row = 0; row < scores.length; row++) if (!(scores[row] > 0)) scores[row] = 0;
  return scores;
}

/**
 * Evidence of rows as scores of points. Several peaks in a series need less each: the weakest of k may be k times as
 * frequent, up to ten times (Benjamini and Hochberg 1995). Changes `evidence`. O(n log n).
 */
export function jointScoreOf(
  evidence: Float64Array,
  { rows, missing, known, rhythm }: Pick<Season, "rows" | "missing" | "known" | "rhythm">,
  pattern: Pattern,
  calibration: Pick<PaceCalibration, "curve" | "usual">,
): Float64Array {
  let least = Infinity;
  for (let i = 0; i < evidence.length; i++) least = Math.min(least, evidence[i]);
  for (let i = 0; i < evidence.length; i++) if (missing[i] || known[i]) evidence[i] = least;
  const scores = gather(scoresOf(evidence, rhythm, calibration), rows).slice();
  const unknown = gather(missing, rows);
  for (let i = 0; i < scores.length; i++) if (unknown[i]) scores[i] = NaN;
  const level = stepUpLevel(scores, pattern, (count) =>
    pow(2, -log10(Math.min(MOST_HELPING, count)) / POWERS_PER_DOUBLING),
  );
  if (level !== 1) for (let i = 0; i < scores.length; i++) scores[i] /= level;
  return scores;
}

/** What is over the line keeps this part of its logarithm where nothing else is with it: a little order among its like. */
const OVER_THE_LINE = 0.05;

/**
 * A score over the line, no higher than the joint evidence has it: which rows alarm at the usual sensitivity stays as it is,
 * but a lower one asks both, and what both say ranks first.
 */
export function agreed(score: number, joint: number): number {
  return score > 1 ? Math.min(score, Math.max(1 + OVER_THE_LINE * log(score), joint)) : score;
}

/** What decides a score at one point. */
export interface DecidingTerms {
  /** Whether the series is a course: courses mean nothing in counts, states and totals. */
  readonly isContinuous: boolean;
  /** Whether it is near a learnt date of the year. */
  readonly isNearDate: boolean;
}

/**
 * The score that decides at one point: which rows alarm is told by the detectors that look at courses, which of the others is
 * the more unusual by the joint evidence. Near a date that is different each year the course is another one, which those do not
 * know: there no row alarms that the evidence does not alarm at. In counts, states and totals the findings of the model alone
 * decide, and the evidence ranks.
 */
export function decidingOf(former: number, joint: number, { isContinuous, isNearDate }: DecidingTerms): number {
  if (!isContinuous) return Number.isNaN(joint) ? NaN : below(joint);
  const own = isNearDate && former > 0 && joint < 1 ? former * Math.max(0, joint) : former;
  return agreed(orderedOf(own, joint), joint);
}

/** Dates of the month come too often to make a course another one. */
const OF_THE_YEAR: ReadonlySet<DateKey> = new Set<DateKey>([...DATES_OF_YEAR, "week"]);

/** 1 for rows of the grid within half an event of a learnt date of the year; null where none is learnt. O(n). */
export function nearDates({ baseline, rhythm }: Pick<Season, "baseline" | "rhythm">): Uint8Array | null {
  const dates = baseline.dates.filter(({ key }) => OF_THE_YEAR.has(key));
  if (dates.length === 0) return null;
  const near = new Uint8Array(baseline.z.length);
  const reach = EVENT_ROWS[rhythm] >> 1;
  for (const { rows } of dates) for (const row of rows) near.fill(1, Math.max(0, row - reach), row + reach + 1);
  return near;
}

/** Findings about single rows, neighbours and cycles; what a series of levels, runs or states does for good is another matter. */
const OF_ROWS: readonly NormalFinding["kind"][] = ["row", "rows", "cycle"];

/**
 * The findings of the model of what is normal with the weight that they have in the decision: one about rows of a continuous
 * series counts fully where the joint evidence is with it, else it has to be stronger by a factor. In series of fewer than 200
 * values, which the model takes exactly and detectors see little of, and in other kinds findings count as they are. O(rows of
 * the findings).
 *
 * @param joint from `jointScore`, one a point
 */
export function weighedFindings(
  { kind, findings }: Pick<NormalFacts, "kind" | "findings">,
  joint: Float64Array,
  needs: PaceCalibration["findings"],
): readonly NormalFinding[] {
  if (kind !== "long") return findings;
  return findings.map((finding) => {
    let top = 0;
    for (let i = finding.start; i <= finding.end; i++) if (joint[i] > top) top = joint[i];
    return weighedFinding(kind, finding, top, needs);
  });
}

/** The same of one finding, by the highest joint score in it. */
export function weighedFinding(
  kind: NormalFacts["kind"],
  finding: NormalFinding,
  top: number,
  { backed, alone }: PaceCalibration["findings"],
): NormalFinding {
  if (kind !== "long" || !OF_ROWS.includes(finding.kind)) return finding;
  return { ...finding, score: agreed(top >= backed ? finding.score : finding.score / alone, top) };
}

/**
 * Of a stretch that was found as a whole, the points that are farthest off score highest, the others half of it at least; where
 * none is off (a long stay at a usual value), in proportion to what they score already. Changes `scores`. O(rows of the findings).
 */
export function liftFindings(scores: Float64Array, findings: readonly NormalFinding[], z: Float64Array): void {
  for (const { start, end, score } of findings) {
    const own = liftedScore(score);
    let [farthest, highest] = [0, 0];
    for (let i = start; i <= end; i++) {
      farthest = Math.max(farthest, Math.abs(z[i]));
      if (scores[i] > highest) highest = scores[i];
    }
    for (let i = start; i <= end; i++) {
      const part = farthest > 0 ? (1 + Math.abs(z[i]) / farthest) / 2 : highest > 0 ? scores[i] / highest : 1;
      const lifted = end > start ? own * part : own;
      if (lifted > scores[i]) scores[i] = lifted;
    }
  }
}

/** The score that the farthest point of a finding has: itself, from a height on ever more slowly. */
export function liftedScore(score: number): number {
  return score < STEADY_FROM ? score : STEADY_FROM + STEADY * log(score / STEADY_FROM);
}
