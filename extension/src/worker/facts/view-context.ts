import type { SeriesReport } from "kpi-anomaly";
import type { FixFacts, StoredVerdict, Tuning } from "../../../shared/protocol/index.js";
import type { Confidence } from "../confidence.js";
import type { Register } from "../library.js";

/** What a description needs besides the report. */
export interface ViewContext {
  readonly chosen: number;
  readonly run: number;
  readonly confidences: readonly Confidence[];
  readonly tuning: Tuning;
  readonly verdicts: readonly StoredVerdict[];
  /** Ids of detectors that have not finished. */
  readonly running: readonly string[];
  /** What one change each would set right. */
  readonly fixes: readonly FixFacts[];
  /** Title and summary of every detector there is, by id, in the register's order. */
  readonly register: Register;
  /** Least sensitivity at which a point is flagged; NaN when none does it. */
  needed(series: SeriesReport, point: number): number;
}
