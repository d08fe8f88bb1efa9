import type { Part } from "../detect.js";
import type { Incident } from "../report.js";

/** First line of a result: the job. */
export interface JobLine {
  readonly kind: "job";
  readonly file: string;
  readonly part: Part;
  readonly records: number;
  readonly series: number;
  /** Null where the file could not be used. */
  readonly mode: "auto" | "vote" | null;
  readonly sensitivity: number | null;
  readonly warnings: number;
  /** Why the file could not be used. */
  readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
}

/** One series of it. */
export interface SeriesLine {
  readonly kind: "series";
  readonly kpi: string;
  readonly series: string;
  readonly rows: number;
  readonly notJudged: number;
  readonly flagged: number;
  /** Highest combined score; null where nothing could be judged. */
  readonly highest: number | null;
  /** Usual step, in milliseconds or records. */
  readonly step: number;
  readonly cadence: string;
}

/** One incident of the series above it, with what `detect --json` tells of it. */
export interface IncidentLine {
  readonly kind: "incident";
  readonly kpi: string;
  readonly series: string;
  /** Times of the first and last point: milliseconds since 1970-01-01, or records where there are no dates. */
  readonly from: number;
  readonly to: number;
  readonly dated: boolean;
  readonly start: string;
  readonly end: string;
  readonly severity: number;
  readonly score: number;
  readonly direction: Incident["direction"];
  readonly reason: string;
}

export type ResultLine = JobLine | SeriesLine | IncidentLine;
