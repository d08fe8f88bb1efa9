import type { SeriesAnalysis, SeriesTask } from "../analyse-series.js";
import type { InputErrorCode } from "../errors.js";

/** A series to analyse, by its place among the tasks. */
export interface Order {
  readonly index: number;
  readonly task: SeriesTask;
}

/** What was wrong: something the user can mend has a code and a hint. */
export interface Failure {
  readonly message: string;
  readonly code?: InputErrorCode;
  readonly hint?: string;
}

/** What came of an order. */
export type Answer =
  | { readonly index: number; readonly analysis: SeriesAnalysis }
  | { readonly index: number; readonly failure: Failure };
