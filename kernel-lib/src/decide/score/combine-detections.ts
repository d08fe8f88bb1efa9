import type { ScoreWeight } from "../../detectors/detector.js";
import type { Detection, Pattern } from "../../report.js";
import { gather, scatter } from "../../numeric/gather.js";
import { inUnits } from "../../numeric/elementwise.js";
import type { ExpectedBand } from "../../season/expected-band.js";
import { expectedBand, type Baseline } from "../../season/expected-value.js";
import { patternOf } from "../../season/pattern.js";
import { parseWrittenEvents, type WrittenEvent } from "../../season/parse-events.js";
import type { Season } from "../../season/season.js";
import type { Series } from "../../table.js";
import { alarms } from "../incident/alarms.js";
import { combinedScore, inOwnUnits } from "./combined-score.js";
import { lastingScore } from "./lasting-score.js";
import { lonePeaks } from "./lone-peaks.js";
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
  readonly baseline: Baseline;
  /** Share of usual points inside the range. */
  readonly coverage: number;
  /** Known events, in which values may be missing. */
  readonly events?: readonly WrittenEvent[];
}

/** How much higher than the sum the root of squares comes in series without events; found on generated ones, test/bench/generated. */
const RANKING_LEVEL = 1.3;

/**
 * Combines what the detectors found; nothing is decided yet, so it is done once a run. Points that alarm at the usual
 * sensitivity do not widen the usual range. O(detectors * n).
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
  if (!season || !pattern || parts.length === 0) {
    return {
      ...expectedBand(series, season, options.baseline, options.coverage),
      combined: new Float64Array(n).fill(NaN),
      pattern,
    };
  }
  const { rows } = season;
  const units = inOwnUnits(parts);
  const general = gather(combinedScore(season, units, "sum"), rows);
  const missing = gather(season.missing, rows);
  for (let i = 0; i < n; i++) if (missing[i]) general[i] = NaN;
  const weighed = lastingScore(general, pattern);
  const own = ownLevel(weighed, pattern);
  const combined = orderedScore(
    inUnits(weighed, 0, own),
    inUnits(gather(combinedScore(season, units, "root"), rows), 0, RANKING_LEVEL * own),
  );
  const lone = gather(lonePeaks(season), rows);
  for (let i = 0; i < n; i++) if (lone[i] > Math.max(0, combined[i])) combined[i] = lone[i];
  const suspicious = new Uint8Array(n);
  for (const { start, end } of alarms(combined, pattern, 1)) suspicious.fill(1, start, end + 1);
  return { ...expectedBand(series, season, options.baseline, options.coverage, suspicious), combined, pattern };
}
