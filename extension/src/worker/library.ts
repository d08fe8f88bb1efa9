import type { Config, InspectionWithWords, Progress, Report, SeriesReport, Table } from "kpi-anomaly";
import type { Confidence } from "./confidence.js";
import type { AnalysisName, FileData, FixFacts, LineAnswer, TextExport, Tuning } from "../../shared/protocol/index.js";

/** Title, summary and part of every detector there is, by id, in the register's order. */
export type Register = Readonly<
  Record<
    string,
    {
      readonly title: string;
      readonly summary: string;
      readonly family: "point" | "series";
      /** Its part in the combined score; one without has no say there. */
      readonly share?: object;
    }
  >
>;

/** What an analysis may look at. */
export interface AnalysisInput {
  readonly table: Table;
  readonly report: Report;
  /** Index of the chosen series. */
  readonly series: number;
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** A file and what was found in it. */
export interface AnalysedFile {
  /** Its records as text. */
  readonly text: () => Uint8Array;
  readonly table: Table;
  readonly report: Report;
}

/** What came of an analysis: the answer for the page, and how sure incidents are where that was found out. */
export interface Analysed {
  readonly value: unknown;
  readonly confidences: readonly Confidence[];
}

/** What the worker needs of `kpi-anomaly`. The one place that knows its doors; tests put a small stand-in here. */
export interface Library {
  /** Title and summary of every detector, by id, in the register's order. */
  readonly register: Register;
  /** The table of a file, put together as the configuration says. */
  open(data: FileData, config: Config): Promise<{ readonly table: Table; readonly text: () => Uint8Array }>;
  /** How it was read, in facts. */
  inspect(table: Table): InspectionWithWords;
  detect(
    table: Table,
    config: Config,
    hooks: {
      readonly signal: AbortSignal;
      progress(progress: Progress): void;
      partial?(report: Report): void;
      partialWanted?(): boolean;
    },
  ): Promise<Report>;
  /** What is said before a run of minutes; empty before a shorter one. */
  announce(table: Table, config: Config): Promise<string>;
  /** How many series a run would analyse. */
  countSeries(table: Table, config: Config): number;
  /** The report with the votes of one series, which was analysed without. */
  addVotes(table: Table, config: Config, report: Report, series: number): Promise<Report>;
  /** Why a line of the file is flagged or not, for each KPI. */
  why(report: Report, line: number): readonly LineAnswer[];
  /** Least sensitivity at which a point is flagged; NaN when none does it. */
  neededSensitivity(report: Report, series: SeriesReport, point: number): number;
  /** What one change of the configuration each would set right. */
  fixes(table: Table, report: Report): readonly FixFacts[];
  rethreshold(report: Report, tuning: Partial<Tuning>): Report;
  /** One export as text; `shown` is the configuration that gives what the panel shows. */
  export(format: TextExport, analysed: AnalysedFile, shown: Config): string;
  analyse(name: Exclude<AnalysisName, "overview" | "dial">, input: AnalysisInput): Promise<Analysed>;
}
