import type { Detection, SeriesReport } from "../report.js";
import type { Series } from "../table.js";
import { consensus } from "./consensus.js";
import { incidentOfPoints, incidents } from "./incidents.js";

/** What a decision depends on besides the scores. */
export interface DecisionOptions {
  /** Detectors that must agree. */
  readonly consensus: number;
  /** Flagged points with at most this many points between them are one incident. */
  readonly incidentGap: number;
}

/** From the scores of all detectors on one series to its verdict: votes, flags, incidents. Cost O(detectors * n log n). */
export function decide(series: Series, lines: Uint32Array, decimals: number, detections: readonly Detection[], options: DecisionOptions): SeriesReport {
  const length = series.values.length;
  const unknown = new Float64Array(length).fill(NaN);
  return verdict(
    {
      kpi: series.kpi,
      series: series.key,
      records: series.records,
      lines,
      time: series.time,
      values: series.values,
      expected: unknown,
      lower: unknown,
      upper: unknown,
      detections,
      decimals,
    },
    options,
  );
}

/** The part of a series' report that stands before any decision. */
export type Scored = Pick<SeriesReport, "kpi" | "series" | "records" | "lines" | "time" | "values" | "expected" | "lower" | "upper" | "detections" | "decimals">;

/** Decides (again) from stored scores; nothing is fitted. */
export function verdict(scored: Scored, options: DecisionOptions): SeriesReport {
  const length = scored.values.length;
  const agreed = consensus(scored.detections, length, options.consensus);
  const found = incidents({ ...scored, ...agreed }, options.incidentGap);
  return {
    ...scored,
    ...agreed,
    incidentOf: incidentOfPoints(found, length),
    incidents: found,
    notJudged: agreed.scores.filter((score) => Number.isNaN(score)).length,
  };
}
