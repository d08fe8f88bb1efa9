import { isContinuous } from "../../baseline/kind.js";
import type { ScoreWeight } from "../../detectors/detector.js";
import type { Detection, NormalFinding, Pattern } from "../../report.js";
import { gather, scatter } from "../../numeric/gather.js";
import { inUnits } from "../../numeric/elementwise.js";
import type { ExpectedBand } from "../../season/expected-band.js";
import { expectedBand, type BaselineChoice } from "../../season/expected-value.js";
import { patternOf } from "../../season/facts/pattern.js";
import { parseWrittenEvents, type WrittenEvent } from "../../season/parse-events.js";
import type { Season } from "../../season/season.js";
import type { Series } from "../../table.js";
import { calibrationFor } from "../evidence/calibration.js";
import { combinedTrace, inOwnUnits, type CombinedTrace, type ScoredShare } from "./combined-score.js";
import { decidingOf, jointScore, liftFindings, nearDates, weighedFindings } from "./joint-score.js";
import { lastingScore } from "./lasting-score.js";
import { missingStretches } from "./missing-stretches.js";
import { ownLevel } from "./own-level.js";
import { withoutRecurring } from "./recurring-findings.js";
import { scoreTops } from "./score-tops.js";

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
  const pattern =
    season && patternOf(season, series, missingStretches(series, parseWrittenEvents(options.events ?? [])));
  const band = expectedBand(series, season, options.baseline, options.coverage);
  if (!season || !pattern || parts.length === 0) return { ...band, combined: new Float64Array(n).fill(NaN), pattern };
  const voices = parts.map(({ detector, share, scores }) => ({ detector, scores, isRoot: share.rule === "floor" }));
  const shape = tracedShape(season, pattern, parts);
  const { former } = shape;
  const { joint, evidence } = jointScore(season, pattern, voices, former);
  const found = withoutRecurring(pattern.normal?.findings ?? [], pattern.cycle, n);
  const judged = decided(pattern, found, joint, season);
  const combined = decidingScore(former, joint, season);
  const counted = judged.normal?.findings ?? [];
  liftFindings(combined, counted, gather(season.baseline.z, season.rows));
  const tops = scoreTops({ season, ...shape, evidence, joint, combined, found, counted });
  return { ...band, combined, pattern: { ...judged, tops } };
}

/** The pattern with its findings as they count beside the joint evidence. */
function decided(pattern: Pattern, found: readonly NormalFinding[], joint: Float64Array, season: Season): Pattern {
  const { normal } = pattern;
  if (!normal) return pattern;
  const { findings } = calibrationFor(season.rhythm);
  return {
    ...pattern,
    normal: { ...normal, findings: weighedFindings({ ...normal, findings: found }, joint, findings) },
  };
}

/** The score that decides, one a point: see `decidingOf`. */
export function decidingScore(
  former: Float64Array,
  joint: Float64Array,
  season: Pick<Season, "baseline" | "rhythm" | "rows">,
): Float64Array {
  const isCourse = isContinuous(season.baseline);
  const near = isCourse ? nearDates(season) : null;
  const terms = { isContinuous: isCourse, isNearDate: false };
  const deciding = new Float64Array(former.length);
  for (let i = 0; i < former.length; i++) {
    terms.isNearDate = near !== null && near[season.rows ? season.rows[i] : i] === 1;
    deciding[i] = decidingOf(former[i], joint[i], terms);
  }
  return deciding;
}

/** What the detectors that look at courses say together, one a point, before it is told in the series' own alarm level. */
export function shapeScore(season: Season, pattern: Pattern, parts: readonly ScoredShare[]): Float64Array {
  return tracedShape(season, pattern, parts).shape;
}

/** The same, with its detectors in their own units and the stages on the way. */
function tracedShape<Part extends ScoredShare>(
  season: Season,
  pattern: Pattern,
  parts: readonly Part[],
): {
  /** The score of the detectors, before and after it is told in the alarm level of the series itself. */
  readonly shape: Float64Array;
  readonly former: Float64Array;
  readonly trace: CombinedTrace;
  readonly parts: readonly Part[];
} {
  const { rows, missing } = season;
  const units = inOwnUnits(parts);
  const trace = combinedTrace(season, units, "sum");
  const general = gather(trace.scores, rows).slice();
  const unknown = gather(missing, rows);
  for (let i = 0; i < general.length; i++) if (unknown[i]) general[i] = NaN;
  const weighed = lastingScore(general, pattern);
  return { former: inUnits(weighed, 0, ownLevel(weighed, pattern)), shape: weighed, trace, parts: units };
}
