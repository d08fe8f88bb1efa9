import type { Config, InspectionWithWords, Feedback as LibraryVerdict } from "kpi-anomaly";
import type { RunSignal, RunSignals } from "../run-signals.js";
import type { FileRows, Results, Tuning } from "./facts.js";
import type { IncidentFacts } from "./incident-facts.js";
import type { Problem, Progress } from "./page-state.js";
import type { SeriesWindow } from "./series-window.js";
import type { WindowChange } from "./window-change.js";
import type { ExportFormat } from "./to-host.js";
import type { AnalysisName, IncidentDetail, MomentCard } from "./views.js";

/** Exports the worker writes as text; pictures come from the page. */
export type TextExport = Exclude<ExportFormat, "png" | "svg">;

/** A file that is to be read. */
export interface FileData {
  readonly file: string;
  /** All of its bytes; the first ones where it is read from `path`. */
  readonly bytes: Uint8Array;
  /** Where a large file lies: it is read there piece by piece, and its bytes cross no border. */
  readonly path?: string;
}

/** What the host may ask of the worker: input and output of each call. */
export interface WorkerCalls {
  /** How a file is read, without an analysis. */
  inspect: { input: FileData & { config: Config }; output: InspectionWithWords };
  detect: {
    input: FileData & {
      config: Config;
      signals: RunSignals;
      verdicts: readonly StoredVerdict[];
      tuning: Partial<Tuning>;
      /** Whether the worst KPI is shown when it is known, as long as nobody chose another; else the first. */
      worstFirst: boolean;
    };
    output: Results;
  };
  /** Decides again with other detectors, from what they said; one that has not run yet is the only one that runs. */
  switchDetectors: { input: { config: Config; signals: RunSignals }; output: Results };
  rethreshold: { input: { tuning: Partial<Tuning> }; output: Results };
  choose: { input: { index: number }; output: Results };
  judge: { input: { verdicts: readonly StoredVerdict[] }; output: Results };
  line: { input: { point: number }; output: number };
  window: { input: { from: number; to: number; buckets: number }; output: SeriesWindow };
  /** The records around the one on a line, for files that no editor shows. */
  rows: { input: { line: number }; output: FileRows };
  /** Why a line of the file is flagged or not, for each KPI. */
  why: { input: { line: number }; output: readonly LineAnswer[] };
  detail: { input: { point: number }; output: IncidentDetail };
  /** A moment of several KPIs by its place in the overview; null when there is none. */
  moment: { input: { place: number }; output: MomentCard | null };
  analyse: { input: { name: AnalysisName; signals: RunSignals }; output: unknown };
  export: { input: { format: TextExport }; output: string };
  incidents: { input: { limit: number }; output: readonly LineIncident[] };
}

/** A verdict with what it is about: times, so that it survives new ranks and rows. */
export type StoredVerdict = LibraryVerdict;

/** Why a line is flagged or not, for one KPI. */
export interface LineAnswer {
  /** The whole answer in one sentence or two. */
  readonly text: string;
  /** Index into `Results.kpis`. */
  readonly index: number;
  readonly time: number;
  readonly flagged: boolean;
  /** Sensitivity from which it is flagged; NaN when none does it, or by vote. */
  readonly needed: number;
}

/** An incident of any KPI as the editor shows it. */
export interface LineIncident {
  readonly kpi: string;
  readonly series: string;
  /** Name of the key column; empty without one. */
  readonly key: string;
  readonly index: number;
  readonly rank: number;
  readonly severity: number;
  readonly point: number;
  readonly startTime: number;
  readonly endTime: number;
  readonly told: IncidentFacts["told"];
  readonly dated: boolean;
  readonly cadenceSeconds: number | null;
  readonly line: number;
  /** Lines of its points, at most 200, with the time of each, its value and what was expected there. */
  readonly lines: Uint32Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly expecteds: Float64Array;
  readonly actual: number;
  readonly expected: number;
  readonly decimals: number;
  readonly reason: string;
  /** Titles of the detectors that point at it. */
  readonly detectors: readonly string[];
  readonly hushed: boolean;
}

export type WorkerCall = keyof WorkerCalls;

export type WorkerRequest = {
  [Call in WorkerCall]: { readonly id: number; readonly call: Call; readonly input: WorkerCalls[Call]["input"] };
}[WorkerCall];

/** What a worker is started with. */
export interface WorkerGiven {
  readonly language: string;
}

/** What the process around a worker is sent: first how to start it, then requests, with a number in place of their signals, and the signals of such runs. */
export type ProcessRequest =
  | { readonly given: WorkerGiven }
  | { readonly request: WorkerRequest; readonly run?: number }
  | { readonly run: number; readonly signal: RunSignal };

export type WorkerMessage =
  /** With a `change`, the line of the results is left out: it is the one sent before with that change. */
  | { readonly id: number; readonly ok: true; readonly output: unknown; readonly change?: WindowChange | null }
  | { readonly id: number; readonly ok: false; readonly problem: Problem; readonly aborted: boolean }
  | { readonly event: "progress"; readonly progress: Progress }
  | { readonly event: "partial"; readonly results: Results; readonly change?: WindowChange | null };
