import { isContinuous } from "../../baseline/kind.js";
import type { ScoreWeight } from "../../detectors/detector.js";
import type { Detection, NormalFinding, Pattern } from "../../report.js";
import { gather, scatter } from "../../numeric/gather.js";
import { inUnits } from "../../numeric/elementwise.js";
import type { ExpectedBand } from "../../season/expected-band.js";
import { expectedBand, type BaselineChoice } from "../../season/expected-value.js";
import { patternOf } from "../../season/pattern.js";
import { parseWrittenEvents, type WrittenEvent } from "../../season/parse-events.js";
import type { Season } from "../../season/season.js";
import type { Series } from "../../table.js";
import { combinedScore, inOwnUnits, type ScoredShare } from "./combined-score.js";
import { lastingScore } from "./lasting-score.js";
import { missingStretches } from "./missing-stretches.js";
import { orderedScore } from "./ordered-score.js";
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

/** How much higher than the sum the root of squares comes in series without events; found on generated ones, test/bench/generated. */
const RANKING_LEVEL = 1.3;

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
      ? [{ share, scores: season ? scatter(scores, season.rows, season.filled.length, NaN) : scores }]
      : [];
  });
  const pattern = season && patternOf(season, missingStretches(series, parseWrittenEvents(options.events ?? [])));
  const band = expectedBand(series, season, options.baseline, options.coverage);
  if (!season || !pattern || parts.length === 0) return { ...band, combined: new Float64Array(n).fill(NaN), pattern };
  const combined = isContinuous(season.baseline) ? shapeScore(season, pattern, parts) : new Float64Array(n);
  const missing = gather(season.missing, season.rows);
  for (let i = 0; i < n; i++) if (missing[i]) combined[i] = NaN;
  liftFindings(combined, pattern.normal?.findings ?? [], gather(season.baseline.z, season.rows));
  return { ...band, combined, pattern };
}

/** Of a stretch that was found as a whole, the points that are farthest off score highest, the others half of it at least. */
function liftFindings(scores: Float64Array, findings: readonly NormalFinding[], z: Float64Array): void {
  for (const { start, end, score } of findings) {
    let farthest = 0;
    for (let i = start; i <= end; i++) farthest = Math.max(farthest, Math.abs(z[i]));
    for (let i = start; i <= end; i++) {
      const part = farthest > 0 && end > start ? (1 + Math.abs(z[i]) / farthest) / 2 : 1;
      if (score * part > scores[i]) scores[i] = score * part;
    }
  }
}

/** What the detectors that look at courses say together, one a point. */
function shapeScore(season: Season, pattern: Pattern, parts: readonly ScoredShare[]): Float64Array {
  const { rows, missing } = season;
  const units = inOwnUnits(parts);
  const general = gather(combinedScore(season, units, "sum"), rows);
  const unknown = gather(missing, rows);
  for (let i = 0; i < general.length; i++) if (unknown[i]) general[i] = NaN;
  const weighed = lastingScore(general, pattern);
  const own = ownLevel(weighed, pattern);
  return orderedScore(
    inUnits(weighed, 0, own),
    inUnits(gather(combinedScore(season, units, "root"), rows), 0, RANKING_LEVEL * own),
  );
}
