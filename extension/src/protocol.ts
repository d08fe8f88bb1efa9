/**
 * Everything that crosses a border: host <-> results page, host <-> worker thread. Plain records and typed arrays.
 * Adding a message: one member of a union here, one case where it is handled; what the page sends also needs a line
 * in `page-message.ts`, which checks it.
 */
import type { Config, InputErrorCode, Mode, RuleConfig } from "kpi-anomaly";
import type { RunSignals } from "./run-signals.js";
import type { WindowChange } from "../shared/window-change.js";

// ---- What a page shows -------------------------------------------------------------------------------------------

/** A problem the user can put right (a code of the library), or a fault of ours (`internal`). */
export interface Problem {
  readonly code: InputErrorCode | "internal" | "file_deleted";
  readonly message: string;
  readonly hint: string;
}

/** How the file was read, in facts. */
export interface FileFacts {
  readonly name: string;
  readonly records: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: string;
  readonly columns: readonly ColumnFacts[];
}

export interface ColumnFacts {
  readonly name: string;
  readonly role: string;
}

/** One KPI in the picker and on the overview. */
export interface KpiFacts {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
  readonly incidents: number;
  /** Severity of the worst incident, 0 for none. */
  readonly severity: number;
}

export interface DetectorFacts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Whether it counts as the results are cut now. */
  readonly enabled: boolean;
  /** `votes` can be switched without a new run; one that `weighs` is part of the combined score. */
  readonly part: "votes" | "weighs";
  /** `running`: not done yet. A reason in words when it could not run. */
  readonly state: "done" | "running" | "off" | { readonly skipped: string };
  readonly flagged: number;
}

export interface IncidentFacts {
  readonly rank: number;
  /** First, last (inclusive) and worst point of the series. */
  readonly start: number;
  readonly end: number;
  readonly peak: number;
  /** Times of the same; `endTime` is exclusive. */
  readonly startTime: number;
  readonly endTime: number;
  readonly peakTime: number;
  readonly points: number;
  readonly severity: number;
  readonly direction: "up" | "down" | "mixed";
  readonly actual: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** What kind of thing it is (spike, level shift ...); empty when not told. */
  readonly kind: string;
  /** 0 to 1, NaN while not known. */
  readonly confidence: number;
  readonly votes: number;
  readonly detectors: readonly string[];
  readonly reason: string;
  /** Line of the file, from 1, of the first and the worst point. */
  readonly startLine: number;
  readonly line: number;
  readonly verdict: Verdict | null;
}

/** A point that was not flagged but came near. */
export interface NearestFacts {
  readonly point: number;
  readonly time: number;
  readonly line: number;
  readonly actual: number;
  readonly expected: number;
  readonly score: number;
  /** Sensitivity from which it would be flagged; NaN when none would, or by vote. */
  readonly sensitivity: number;
}

/** Points thinned for drawing: in each pixel column the first, lowest, highest, last and all that are flagged. */
export interface SeriesWindow {
  readonly series: number;
  /** On the axis: milliseconds, or record numbers without dates. */
  readonly from: number;
  readonly to: number;
  readonly point: Uint32Array;
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** Combined score of each of these points. */
  readonly score: Float64Array;
  /** Expected value and usual range at each of these points, for tooltips. */
  readonly expectedAt: Float64Array;
  readonly lowerAt: Float64Array;
  readonly upperAt: Float64Array;
  /** 1 where the point is part of an incident. */
  readonly flagged: Uint8Array;
  /** For drawing, expected value and usual range have their own, plainer thinning. */
  readonly modelTime: Float64Array;
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface SeriesFacts {
  /** Index into `Results.kpis`. */
  readonly index: number;
  readonly kpi: string;
  readonly series: string;
  readonly points: number;
  readonly dated: boolean;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly cadence: { readonly seconds: number | null; readonly label: string } | null;
  readonly decimals: number;
  readonly flagged: number;
  readonly notJudged: number;
  readonly incidents: readonly IncidentFacts[];
  readonly detectors: readonly DetectorFacts[];
  readonly nearest: readonly NearestFacts[];
  readonly seasons: readonly SeasonFacts[];
  /** From which combined score on a point is part of an anomaly in `auto`; NaN by vote. */
  readonly threshold: number;
  readonly whole: SeriesWindow;
}

export interface SeasonFacts {
  readonly label: string;
  readonly accepted: boolean;
  /** Share of the usual remainder it explains in cycles it has not seen. */
  readonly explained: number;
}

export interface AssumptionFacts {
  readonly id: string;
  readonly text: string;
  /** Path in the configuration that changes it. */
  readonly option: string | null;
  readonly warning: boolean;
  /** Line of the file it is about, to jump to. */
  readonly line: number | null;
}

/** How the stored scores are cut. Changing it fits nothing again. */
export interface Tuning {
  readonly mode: Mode;
  readonly consensus: number;
  readonly sensitivity: number;
  /** Ids of the detectors that may vote. */
  readonly detectors: readonly string[];
  /** Direction and least effect that count, by KPI; `*` for all. */
  readonly rules: Readonly<Record<string, RuleConfig>>;
}

/** All that the page needs of one report, for one chosen KPI. */
export interface Results {
  /** Counts the runs of a panel: what was computed from the same run stays true when it is only cut again. */
  readonly run: number;
  readonly file: FileFacts;
  readonly kpis: readonly KpiFacts[];
  readonly chosen: SeriesFacts;
  readonly tuning: Tuning;
  readonly assumptions: readonly AssumptionFacts[];
  /** The configuration of the run as it would be written to a file. */
  readonly config: Config;
  readonly timings: Readonly<Record<string, number>>;
}

export interface Progress {
  readonly step: string;
  /** 0 to 1. */
  readonly fraction: number;
}

/** What the page is showing. The page is a function of it. */
export type PageState =
  | { readonly kind: "empty" }
  | { readonly kind: "working"; readonly file: string; readonly progress: Progress; readonly results: Results | null }
  | { readonly kind: "ready"; readonly file: string; readonly results: Results; readonly stale: boolean }
  | { readonly kind: "cancelled"; readonly file: string; readonly results: Results | null }
  | { readonly kind: "failed"; readonly file: string; readonly problem: Problem; readonly excerpt: Excerpt | null };

/** Lines of the file around a problem. */
export interface Excerpt {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  readonly marked: number;
}

/** What a person said about an incident, kept beside the file. */
export interface Verdict {
  readonly verdict: "expected" | "real" | null;
  readonly note: string;
}

/** What an open row shows besides the incident itself. */
export interface IncidentDetail {
  readonly period: "day" | "week" | "year" | null;
  /** The stretch with the incident first, then the ones before it, newest first. */
  readonly stretches: readonly { readonly start: number; readonly offset: Float64Array; readonly value: Float64Array }[];
  readonly expected: { readonly offset: Float64Array; readonly value: Float64Array };
  /** Part of each detector in the score of the worst point (0 to 1), or how far above its own threshold each is. */
  readonly shares: readonly { readonly title: string; readonly value: number; readonly of: "score" | "threshold" }[];
  /** Which features pushed which detectors, in words; empty when none did. */
  readonly features: string;
}

/** A figure of the library's plot register, as Plotly takes it. */
export interface LibraryFigure {
  readonly title: string;
  readonly summary: string;
  /** Colours in the figure that the page replaces by those of the theme. */
  readonly colors: { readonly line: string; readonly anomaly: string };
  readonly data: readonly object[];
  readonly layout: Readonly<Record<string, unknown>>;
  /** What the picture shows, in words. */
  readonly alternative: string;
}

/** What the library says about a file or a run, with the figures its register has for it. */
export interface WithFigures<Value> {
  readonly value: Value;
  readonly figures: readonly LibraryFigure[];
}

/** One KPI's lane on the overview: worst severity in each of `cells` equal stretches of time. */
export interface Overview {
  readonly start: number;
  readonly end: number;
  readonly dated: boolean;
  readonly lanes: readonly { readonly index: number; readonly kpi: string; readonly series: string; readonly severity: number; readonly incidents: number; readonly cells: Uint8Array }[];
  /** Moments that are an incident of several KPIs, worst first. */
  readonly together: readonly SharedMoment[];
}

/** The same moment in several KPIs. */
export interface SharedMoment {
  /** Time of the first anomalous point of any of them. */
  readonly start: number;
  readonly severity: number;
  /** In the order in which they moved. */
  readonly members: readonly SharedMomentMember[];
}

export interface SharedMomentMember {
  /** Index into `Results.kpis`. */
  readonly index: number;
  readonly kpi: string;
  readonly series: string;
  /** Worst time of its own incident. */
  readonly peakTime: number;
  readonly severity: number;
  /** By how much it moved after the first, on the axis. */
  readonly after: number;
  readonly direction: "up" | "down" | "mixed";
  /** By how much it usually follows the first, on the axis; negative when it leads, NaN when that is not known. */
  readonly usually: number;
}

// ---- Host -> page ------------------------------------------------------------------------------------------------

export type HostMessage =
  | { readonly type: "boot"; readonly locale: string; readonly translations: Readonly<Record<string, string>>; readonly uri: string }
  /** With a `change`, the chosen series' `whole` is left out: it is the one sent before with that change. */
  | { readonly type: "state"; readonly state: PageState; readonly change: WindowChange | null }
  | { readonly type: "window"; readonly window: SeriesWindow }
  | { readonly type: "detail"; readonly point: number; readonly detail: IncidentDetail }
  | { readonly type: "analysis"; readonly name: AnalysisName; readonly answer: AnalysisAnswer }
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "select"; readonly point: number }
  | { readonly type: "step"; readonly by: 1 | -1 }
  | { readonly type: "image"; readonly format: "png" | "svg" };

// ---- Page -> host ------------------------------------------------------------------------------------------------

export type ExportFormat = "anomaliesCsv" | "annotatedCsv" | "html" | "png" | "svg" | "markdown" | "json" | "typescript";

/** Exports the worker writes as text; pictures come from the page. */
export type TextExport = Exclude<ExportFormat, "png" | "svg">;

/** Views that the library has to compute first. */
export type AnalysisName = "overview" | "compare" | "stability" | "profile";

export type AnalysisAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** `follow`: only in an editor that shows anyway; `show`: open one if need be; `go`: and move the focus there. */
export type RevealHow = "follow" | "show" | "go";

export type PageMessage =
  | { readonly type: "ready" }
  | { readonly type: "window"; readonly from: number; readonly to: number; readonly buckets: number }
  | { readonly type: "detail"; readonly point: number }
  | { readonly type: "analyse"; readonly name: AnalysisName }
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "recut"; readonly tuning: Partial<Tuning> }
  | { readonly type: "configure"; readonly option: string; readonly value: unknown }
  | { readonly type: "run" }
  | { readonly type: "cancel" }
  | { readonly type: "reveal"; readonly line: number; readonly how: RevealHow }
  | { readonly type: "revealPoint"; readonly point: number }
  | { readonly type: "export"; readonly format: ExportFormat; readonly image: string }
  | { readonly type: "verdict"; readonly point: number; readonly verdict: Verdict }
  | { readonly type: "pick"; readonly option: string }
  | { readonly type: "saveConfiguration" }
  | { readonly type: "notebook" }
  | { readonly type: "openFile"; readonly uri: string }
  | { readonly type: "sample" }
  | { readonly type: "drawn"; readonly what: "line" | "results" | "recut"; readonly milliseconds: number }
  | { readonly type: "fault"; readonly message: string };

// ---- Host <-> worker ---------------------------------------------------------------------------------------------

/** What the host may ask of the worker: input and output of each call. */
export interface WorkerCalls {
  detect: { input: { bytes: Uint8Array; file: string; config: Config; signals: RunSignals; verdicts: readonly StoredVerdict[]; tuning: Partial<Tuning> }; output: Results };
  recut: { input: { tuning: Partial<Tuning> }; output: Results };
  choose: { input: { index: number }; output: Results };
  judge: { input: { verdicts: readonly StoredVerdict[] }; output: Results };
  line: { input: { point: number }; output: number };
  window: { input: { from: number; to: number; buckets: number }; output: SeriesWindow };
  detail: { input: { point: number }; output: IncidentDetail };
  analyse: { input: { name: AnalysisName; signals: RunSignals }; output: unknown };
  export: { input: { format: TextExport }; output: string };
  incidents: { input: { limit: number }; output: readonly LineIncident[] };
}

/** A verdict with what it is about: times, so that it survives new ranks and rows. */
export interface StoredVerdict extends Verdict {
  readonly kpi: string;
  readonly series: string;
  readonly start: number;
  readonly end: number;
}

/** An incident of any KPI as the editor shows it. */
export interface LineIncident {
  readonly kpi: string;
  readonly series: string;
  readonly index: number;
  readonly rank: number;
  readonly severity: number;
  readonly point: number;
  readonly startTime: number;
  readonly endTime: number;
  readonly dated: boolean;
  readonly cadenceSeconds: number | null;
  readonly line: number;
  /** Lines of its points, at most 200. */
  readonly lines: Uint32Array;
  readonly actual: number;
  readonly expected: number;
  readonly decimals: number;
  readonly reason: string;
  readonly hushed: boolean;
}

export type WorkerCall = keyof WorkerCalls;

export type WorkerRequest = { [Call in WorkerCall]: { readonly id: number; readonly call: Call; readonly input: WorkerCalls[Call]["input"] } }[WorkerCall];

export type WorkerMessage =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly problem: Problem; readonly aborted: boolean }
  | { readonly event: "progress"; readonly progress: Progress }
  | { readonly event: "partial"; readonly results: Results };
