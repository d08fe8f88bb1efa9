import type { NormalFacts, Pattern, ScoreTops } from "../../report.js";
import type { Season } from "../../season/season.js";
import { isContinuous } from "../../baseline/kind.js";
import { calibrationFor } from "../evidence/calibration.js";
import { evidenceWithout, MODEL_OF_NORMAL } from "../evidence/evidence-without.js";
import type { EvidenceTrace } from "../evidence/evidence.js";
import { EVENT_ROWS } from "../evidence/block-maxima.js";
import { scoreOf } from "../evidence/expected-alarms.js";
import { blockRows } from "../evidence/block-maxima.js";
import type { CombinedTrace } from "./combined-score.js";
import { decidingOf, liftedScore, nearDates, weighedFinding } from "./joint-score.js";
import { shapeWithout, type NamedShare } from "./shape-without.js";

/** Scores below this part of the alarm level are told at no sensitivity. */
const LEAST = 0.25;

/** Tops beyond so many are not taken apart. */
const MOST = 60;

/** What a score that decided was made from. */
export interface ScoreMaking {
  readonly season: Season;
  readonly parts: readonly NamedShare[];
  /** Of the rows of the grid; all other arrays are of the points. */
  readonly trace: CombinedTrace;
  readonly evidence: EvidenceTrace;
  readonly former: Float64Array;
  readonly joint: Float64Array;
  readonly combined: Float64Array;
  /** The findings as the model has them, and as they count. */
  readonly found: NormalFacts["findings"];
  readonly counted: NormalFacts["findings"];
}

/**
 * The highest places of the score, and how high each would stand without one of the voices: what is told from the whole
 * series stays as it is, so this is what that voice brought there, not what a run without it would look like everywhere.
 * O(n), and O(detectors² * rows of a block) for each top.
 */
export function scoreTops(making: ScoreMaking): ScoreTops {
  const { combined, parts, season } = making;
  const voices = [...parts.map(({ detector }) => detector), MODEL_OF_NORMAL];
  const points = Uint32Array.from(topsOf(combined, season));
  const left = scoreWithout(making, points);
  const without = new Float64Array(points.length * voices.length);
  points.forEach((point, k) => {
    voices.forEach((voice, v) => (without[k * voices.length + v] = Math.min(combined[point], left(point, voice))));
  });
  return { voices, points, scores: Float64Array.from(points, (point) => combined[point]), without };
}

/** Local maxima, the highest first found of those that are close, in time order. */
function topsOf(scores: Float64Array, { rhythm }: Season): number[] {
  const near = EVENT_ROWS[rhythm] >> 2;
  const places: number[] = [];
  for (let i = 0; i < scores.length; i++)
    if (scores[i] > LEAST && !(scores[i - 1] > scores[i]) && !(scores[i + 1] >= scores[i])) places.push(i);
  places.sort((a, b) => scores[b] - scores[a] || a - b);
  const kept: number[] = [];
  for (const place of places) {
    if (kept.length === MOST) break;
    if (kept.every((other) => Math.abs(other - place) > near)) kept.push(place);
  }
  return kept.sort((a, b) => a - b);
}

/** The score of one of these points without one voice. */
function scoreWithout(making: ScoreMaking, points: Uint32Array): (point: number, voice: string) => number {
  const { season, parts, trace, evidence, former, joint, found, counted } = making;
  const { weights, curve, usual, findings: needs } = calibrationFor(season.rhythm);
  const shape = shapeWithout(season, parts, trace);
  const rowOf = (point: number): number => (season.rows ? season.rows[point] : point);
  const evident = evidenceWithout(evidence, weights, Array.from(points, rowOf));
  const rows = season.filled.length;
  const blocks = rows / blockRows(rows, season.rhythm);
  const score = (value: number): number => scoreOf(value, blocks, { curve, usual });
  const { kind } = season.baseline;
  const near = nearDates(season);
  return (point, voice) => {
    const row = rowOf(point);
    const isModel = voice === MODEL_OF_NORMAL;
    const left = isModel || !(former[point] > 0) ? former[point] : former[point] * shape(row, voice);
    const formerThere = former[point] > 0 ? former[point] : 0;
    const whole = score(evident(row, "", formerThere));
    const jointly = joint[point] * Math.min(1, score(evident(row, voice, Math.max(0, left))) / whole);
    const own = decidingOf(left, jointly, { isContinuous: isContinuous({ kind }), isNearDate: near?.[row] === 1 });
    if (isModel) return own;
    let highest = own;
    counted.forEach((finding, k) => {
      if (point < finding.start || point > finding.end) return;
      const lift = liftedScore(finding.score);
      // The part of it that this point has, which does not hang on the detectors.
      const part = lift > 0 ? Math.min(1, making.combined[point] / lift) : 0;
      const weighed = weighedFinding(kind, found[k], jointly, needs).score;
      highest = Math.max(highest, liftedScore(weighed) * part);
    });
    return highest;
  };
}

/** What the score loses without one of its voices: as a part of it, and as a part of all such losses. */
export interface VoiceShare {
  readonly detector: string;
  readonly share: number;
  readonly lost: number;
}

/** What made the score of the highest top within a stretch, largest first; none where none was taken apart. O(tops). */
export function sharesWithin({ tops }: Pattern, start: number, end: number): VoiceShare[] {
  if (!tops) return [];
  const { voices, scores, without } = tops;
  const most = topWithin(tops, start, end);
  if (most < 0) return [];
  const losses = voices.map((detector, v) => {
    const left = without[most * voices.length + v] / scores[most];
    return { detector, lost: Math.max(0, Math.min(1, 1 - left)) };
  });
  const sum = losses.reduce((total, { lost }) => total + lost, 0);
  return losses
    .filter(({ lost }) => lost > 0)
    .map(({ detector, lost }) => ({ detector, share: lost / sum, lost }))
    .sort((a, b) => b.share - a.share);
}

/** The highest score that was taken apart within a stretch, 0 where none was. */
export function highestTop({ tops }: Pattern, start: number, end: number): number {
  const most = tops ? topWithin(tops, start, end) : -1;
  return tops && most >= 0 ? tops.scores[most] : 0;
}

function topWithin({ points, scores }: ScoreTops, start: number, end: number): number {
  let most = -1;
  points.forEach((point, k) => {
    if (point >= start && point <= end && !(scores[most] >= scores[k])) most = k;
  });
  return most;
}
