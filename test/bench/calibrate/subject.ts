import { detectors as register } from "../../../kernel-lib/src/detectors/index.js";
import { shapeScore } from "../../../kernel-lib/src/decide/score/combine-detections.js";
import { formerOfRows } from "../../../kernel-lib/src/decide/score/joint-score.js";
import type { PaceCalibration } from "../../../kernel-lib/src/decide/evidence/calibration.js";
import { productOf } from "../../../kernel-lib/src/decide/evidence/detector-voices.js";
import { evidenceColumns, FORMER, lnFormer, type Voice } from "../../../kernel-lib/src/decide/evidence/evidence.js";
import { ownLevel } from "../../../kernel-lib/src/decide/score/own-level.js";
import { inUnits } from "../../../kernel-lib/src/numeric/elementwise.js";
import { gather, scatter } from "../../../kernel-lib/src/numeric/gather.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";
import { expectedBand } from "../../../kernel-lib/src/season/expected-value.js";
import { patternOf } from "../../../kernel-lib/src/season/facts/pattern.js";
import type { Season } from "../../../kernel-lib/src/season/season.js";
import type { Prepared } from "./evidence-of.js";

/** A series as the calibration looks at it: what is not needed any more is let go. */
export interface Subject {
  readonly item: Prepared["item"];
  readonly season: Pick<Season, "rows" | "missing" | "known" | "rhythm" | "baseline">;
  readonly pattern: Pattern;
  readonly band: { readonly expected: Float64Array; readonly lower: Float64Array; readonly upper: Float64Array };
  readonly z: Float64Array;
  /** Score of the detectors alone, one a point, before and after it is told in the series' own alarm level. */
  readonly shape: Float64Array;
  readonly former: Float64Array;
  /** Rows of the grid. */
  readonly rows: number;
  /** 1 for labelled rows of the grid. */
  readonly labels: Uint8Array;
  readonly columns: ReadonlyMap<string, Float32Array>;
}

/** The same series with other steps of the alarm level. */
export function withSteps(one: Subject, steps: PaceCalibration["steps"]): Subject {
  const former = inUnits(one.shape, 0, ownLevel(one.shape, one.pattern, steps));
  const ofRows = formerOfRows(former, { rows: one.season.rows, filled: { length: one.rows } });
  const columns = new Map([
    ...one.columns,
    ["prod", Float32Array.from(ofRows, productOf)] as const,
    [FORMER, Float32Array.from(ofRows, lnFormer)] as const,
  ]);
  return { ...one, former, columns };
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
  const pattern = patternOf(season, item.series);
  const parts = voices.map(({ detector, scores }) => ({ share: register[detector].share!, scores }));
  if (parts.length === 0) return null;
  const shape = shapeScore(season, pattern, parts);
  const former = inUnits(shape, 0, ownLevel(shape, pattern));
  const columns = evidenceColumns(season, voices, formerOfRows(former, season), leastOf);
  const { expected, lower, upper } = expectedBand(item.series, season, "history", 0.99);
  const { rows, missing, known, rhythm, baseline } = season;
  return {
    item,
    season: { rows, missing, known, rhythm, baseline },
    pattern,
    band: { expected, lower, upper },
    z: gather(baseline.z, rows),
    shape,
    former,
    rows: season.filled.length,
    labels: scatter(item.labels, rows, season.filled.length, 0),
    columns: new Map([...columns].map(([name, column]) => [name, Float32Array.from(column)])),
  };
}
