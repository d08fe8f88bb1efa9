import { isContinuous } from "../../baseline/kind.js";
import type { ScoreWeight } from "../../detectors/detector.js";
import type { Detection, Pattern } from "../../report.js";
import { gather, scatter } from "../../numeric/gather.js";
import { inUnits } from "../../numeric/elementwise.js";
import type { ExpectedBand } from "../../season/expected-band.js";
import { expectedBand, type BaselineChoice } from "../../season/expected-value.js";
import { patternOf } from "../../season/pattern.js";
import { parseWrittenEvents, type WrittenEvent } from "../../season/parse-events.js";
import type { Season } from "../../season/season.js";
import type { Series } from "../../table.js";
import { calibrationFor } from "../evidence/calibration.js";
import { combinedScore, inOwnUnits, type ScoredShare } from "./combined-score.js";
import { agreed, jointScore, liftFindings, weighedFindings } from "./joint-score.js";
import { lastingScore } from "./lasting-score.js";
import { missingStretches } from "./missing-stretches.js";
import { below, orderedScore } from "./ordered-score.js";
import { ownLevel } from "./own-level.js";

/** What all detectors say together about a series, and what would have been usual. */
export interface Combination extends ExpectedBand {
  /** Combined score, 1 = alarm level; NaN where the value is missing or nothing can be said. */
  readonly combined: Float64Array;
  readonly pattern: Pattern | null;
}

/** How usual values are told from the series. */
export interface BandOptions {
  readonly baseline: BaselineChoice;
  /** Share of usual points inside the range. */
  readonly coverage: number;
  /** Known events, in which values may be missing. */
  readonly events?: readonly WrittenEvent[];
}

/**
 * Combines what the detectors found; nothing is decided yet, so it is done once a run. O(detectors * n).
 *
 * @param shares part of each detector in the combined score, by id; detectors without one only vote
 */
export function combineDetections(
  series: Series,
  season: Season | null,
  detections: readonly Detection[],
  shares: ReadonlyMap<string, ScoreWeight>,
  options: BandOptions,
): Combination {
  const n = series.values.length;
  const parts = detections.flatMap(({ detector, scores, skipped }) => {
    const share = shares.get(detector);
    return share && skipped === null
      ? [{ detector, share, scores: season ? scatter(scores, season.rows, season.filled.length, NaN) : scores }]
      : [];
  });
  const pattern = season && patternOf(season, missingStretches(series, parseWrittenEvents(options.events ?? [])));
  const band = expectedBand(series, season, options.baseline, options.coverage);
  if (!season || !pattern || parts.length === 0) return { ...band, combined: new Float64Array(n).fill(NaN), pattern };
  const voices = parts.map(({ detector, share, scores }) => ({ detector, scores, isRoot: share.rule === "floor" }));
  const former = shapeScore(season, pattern, parts);
  const joint = jointScore(season, pattern, voices, former);
  const judged = decided(pattern, joint, season);
  const combined = decidingScore(former, joint, season);
  liftFindings(combined, judged.normal?.findings ?? [], gather(season.baseline.z, season.rows));
  return { ...band, combined, pattern: judged };
}

/** The pattern with its findings as they count beside the joint evidence. */
function decided(pattern: Pattern, joint: Float64Array, season: Season): Pattern {
  const { normal } = pattern;
  if (!normal) return pattern;
  const { findings } = calibrationFor(season.rhythm);
  return { ...pattern, normal: { ...normal, findings: weighedFindings(normal, joint, findings) } };
}

/**
 * The score that decides: which rows alarm is told by the detectors that look at courses, which of the others is the more
 * unusual by the joint evidence. Courses mean nothing in counts, states and totals: there the findings of the model alone
 * decide, and the evidence ranks.
 */
export function decidingScore(
  former: Float64Array,
  joint: Float64Array,
  { baseline }: Pick<Season, "baseline">,
): Float64Array {
  if (isContinuous(baseline)) return orderedScore(former, joint).map((score, i) => agreed(score, joint[i]));
  return joint.map((score) => (Number.isNaN(score) ? NaN : below(score)));
}

/** What the detectors that look at courses say together, one a point. */
export function shapeScore(season: Season, pattern: Pattern, parts: readonly ScoredShare[]): Float64Array {
  const { rows, missing } = season;
  const units = inOwnUnits(parts);
  const general = gather(combinedScore(season, units, "sum"), rows);
  const unknown = gather(missing, rows);
  for (let i = 0; i < general.length; i++) if (unknown[i]) general[i] = NaN;
  const weighed = lastingScore(general, pattern);
  return inUnits(weighed, 0, ownLevel(weighed, pattern));
}
