import type { Config, Report, Table } from "kpi-anomaly";
import type { AnalysisName, TextExport, Tuning } from "../../shared/protocol/index.js";
import type { Library } from "./library.js";

/**
 * Rows from which detectors that only vote wait until somebody wants votes: they take two thirds of the time of 145,000 rows,
 * a second and more from here on, and of a million as much memory as all else.
 */
const manyRows = 20_000;

/** Whether votes take so long that looking at a row is no reason for them. */
export const takesLong = ({ records }: Pick<Table, "records">): boolean => records > manyRows;

/** Of many KPIs few are looked at: detectors that only vote judge those when they are. The configuration of such a run. */
export function votesLater(library: Library, table: Table, config: Config, { mode }: Partial<Tuning>): Config {
  return mode !== "vote" && (takesLong(table) || library.countSeries(table, config) > 1)
    ? { votes: false, ...config }
    : config;
}

/** Whether they were left for later. A run that is under way is not disturbed. */
export function lacksVotes({
  report,
  config,
  running,
}: {
  readonly report: Report;
  readonly config: Config;
  readonly running: readonly string[];
}): boolean {
  return running.length === 0 && !report.config.votes && config.votes === undefined;
}

/** Whether an export tells the votes of every row. */
export const exportsVotes = (format: TextExport): boolean => format === "anomaliesCsv";

/** Whether an analysis puts the detectors that vote side by side. */
export const looksAtVotes = (name: AnalysisName): boolean => name === "compare" || name === "compareAll";
