import type { SeriesAnalysis, SeriesTask } from "../analyse-series.js";
import type { InputErrorJson } from "../errors.js";

/** A series to analyse, by its place among the tasks. */
export interface Order {
  readonly index: number;
  readonly task: SeriesTask;
}

/** What was wrong: something the user can mend, or a fault of ours. */
export type Failure = InputErrorJson | { readonly message: string };

/** What came of an order. */
export type Answer =
  | { readonly index: number; readonly analysis: SeriesAnalysis }
  | { readonly index: number; readonly failure: Failure };
