import type { IncidentLine } from "./result-lines.js";

/** An incident with the series it is of. */
export interface Span
  extends Pick<IncidentLine, "kpi" | "series" | "from" | "to" | "start" | "end" | "severity" | "direction"> {
  readonly file: string;
  /** Number of its series over all files. */
  readonly index: number;
  /** Usual step of its series, in milliseconds. */
  readonly step: number;
}

/** One series' part in a moment. */
export type MomentMember = Pick<Span, "file" | "kpi" | "series" | "start" | "severity" | "direction">;

/** The same moment in several series, of one file or of several: what is told of it without its members. */
export interface Moment {
  /** From 1, worst first. */
  readonly rank: number;
  /** Times of the first and last point of any member: milliseconds since 1970-01-01, and as written in the files. */
  readonly from: number;
  readonly to: number;
  readonly start: string;
  readonly end: string;
  readonly severity: number;
  readonly files: number;
}

/** A moment as the answer tells it: how many series it has, and which moved first. */
export interface ToldMoment extends Moment {
  readonly series: number;
  readonly first: MomentMember;
}

/** All moments, worst first. */
export interface Moments {
  readonly count: number;
  /** The first so many. */
  readonly worst: readonly ToldMoment[];
  /**
   * Each as a line of JSON, `members` in the order in which they moved among it, in pieces of bounded size, each of which is
   * good until the next is asked for.
   */
  lines(): Iterable<string | Uint8Array>;
}

/** An incident and the number of the moment it belongs to, in the order of their beginnings. */
export interface PlacedSpan extends Span {
  readonly group: number;
}
