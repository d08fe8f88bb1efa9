import { detectors as register } from "../../../kernel-lib/src/detectors/index.js";
import { shapeScore } from "../../../kernel-lib/src/decide/score/combine-detections.js";
import { formerOfRows } from "../../../kernel-lib/src/decide/score/joint-score.js";
import { evidenceColumns, type Voice } from "../../../kernel-lib/src/decide/evidence/evidence.js";
import { gather, scatter } from "../../../kernel-lib/src/numeric/gather.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";
import { expectedBand } from "../../../kernel-lib/src/season/expected-value.js";
import { patternOf } from "../../../kernel-lib/src/season/pattern.js";
import type { Season } from "../../../kernel-lib/src/season/season.js";
import type { Prepared } from "./evidence-of.js";

/** A series as the calibration looks at it: what is not needed any more is let go. */
export interface Subject {
  readonly item: Prepared["item"];
  readonly season: Pick<Season, "rows" | "missing" | "known" | "rhythm" | "baseline">;
  readonly pattern: Pattern;
  readonly band: { readonly expected: Float64Array; readonly lower: Float64Array; readonly upper: Float64Array };
  readonly z: Float64Array;
  /** Score of the detectors alone, one a point. */
  readonly former: Float64Array;
  /** Rows of the grid. */
  readonly rows: number;
  /** 1 for labelled rows of the grid. */
  readonly labels: Uint8Array;
  readonly columns: ReadonlyMap<string, Float32Array>;
}

/** Voices of a series, one score a row of the grid. */
export function voicesOf({ season, detections }: Prepared): Voice[] {
  if (!season) return [];
  return detections
    .filter(({ skipped }) => skipped === null)
    .map(({ detector, scores }) => ({
      detector,
      scores: scatter(scores, season.rows, season.filled.length, NaN),
      isRoot: register[detector].share?.rule === "floor",
    }));
}

/** Null for a series that nothing can be said of. */
export function subjectOf(prepared: Prepared, leastOf: (detector: string) => number): Subject | null {
  const { item, season } = prepared;
  if (!season) return null;
  const voices = voicesOf(prepared);
  const pattern = patternOf(season, []);
  const parts = voices.map(({ detector, scores }) => ({ share: register[detector].share!, scores }));
  if (parts.length === 0) return null;
  const former = shapeScore(season, pattern, parts);
  const columns = evidenceColumns(season, voices, formerOfRows(former, season), leastOf);
  const { expected, lower, upper } = expectedBand(item.series, season, "history", 0.99);
  const { rows, missing, known, rhythm, baseline } = season;
  return {
    item,
    season: { rows, missing, known, rhythm, baseline },
    pattern,
    band: { expected, lower, upper },
    z: gather(baseline.z, rows),
    former,
    rows: season.filled.length,
    labels: scatter(item.labels, rows, season.filled.length, 0),
    columns: new Map([...columns].map(([name, column]) => [name, Float32Array.from(column)])),
  };
}
