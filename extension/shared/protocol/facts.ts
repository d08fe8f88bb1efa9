/** What the page is told of one report: plain records and typed arrays. */
import type { Config, Mode, RuleConfig } from "kpi-anomaly";
import type { IncidentFacts, NearestFacts } from "./incident-facts.js";
import type { SeriesWindow } from "./series-window.js";

/** How the file was read, in facts. */
export interface FileFacts {
  readonly name: string;
  readonly records: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: string;
  readonly columns: readonly ColumnFacts[];
  /** No editor shows its records as lines of text; left out where one does. */
  readonly withoutLines?: true;
}

/** Records of a file around one of them. */
export interface FileRows {
  /** The row that is meant, from 1, and how many there are. */
  readonly marked: number;
  readonly records: number;
  readonly names: readonly string[];
  /** Columns that are not shown. */
  readonly left: number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
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
  /** Whether an accepted one contains it, as a week the day. */
  readonly contained: boolean;
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
