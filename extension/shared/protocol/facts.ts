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
  /** Whether it is set rather than measured (a state, a price): it never leads a list. */
  readonly stepped: boolean;
}

/** One change of the configuration that sets something right, with the words for it. */
export interface FixFacts {
  /** Stable word, such as `missing code`. */
  readonly kind: string;
  /** What was found, and what the change does: a sentence each. */
  readonly found: string;
  readonly effect: string;
  /** What the button says. */
  readonly action: string;
  /** Options by path. */
  readonly changes: Readonly<Record<string, unknown>>;
}

export interface DetectorFacts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Whether it counts as the results are cut now. */
  readonly enabled: boolean;
  /** `votes` can be switched without a new run; one that `weighs` is part of the combined score; one that `watches` has no say. */
  readonly part: "votes" | "weighs" | "watches";
  /** `running`: not done yet. A reason in words when it could not run. */
  readonly state: "done" | "running" | "off" | { readonly skipped: string };
  readonly flagged: number;
}

export interface SeriesFacts {
  /** Index into `Results.kpis`. */
  readonly index: number;
  readonly kpi: string;
  /** How the axis of its values is named: with the unit, where one is known. */
  readonly axis: string;
  readonly series: string;
  readonly points: number;
  readonly dated: boolean;
  readonly start: number;
  /** Exclusive: one step after the last. */
  readonly end: number;
  /** Time of the last point. */
  readonly last: number;
  /** `name` is the label in the language of the page. */
  readonly cadence: { readonly seconds: number | null; readonly label: string; readonly name: string } | null;
  readonly decimals: number;
  readonly flagged: number;
  readonly notJudged: number;
  readonly incidents: readonly IncidentFacts[];
  readonly detectors: readonly DetectorFacts[];
  readonly nearest: readonly NearestFacts[];
  readonly seasons: readonly SeasonFacts[];
  /** Stretches without values that are unusually long. */
  readonly gaps: readonly GapFacts[];
  /** What is normal beside the seasons; null where nothing is known. */
  readonly normal: NormalFacts | null;
  /** From which combined score on a point is part of an anomaly in `auto`; NaN by vote. */
  readonly threshold: number;
  readonly whole: SeriesWindow;
}

/** A stretch without values, on the axis; `to` is the first value after it. */
export interface GapFacts {
  readonly from: number;
  readonly to: number;
  /** Values that are missing. */
  readonly periods: number;
}

export interface NormalFacts {
  /** Changes of level: when, how long (`until` is NaN for one that lasts), expected before and since. */
  readonly changes: readonly {
    readonly time: number;
    readonly until: number;
    readonly from: number;
    readonly to: number;
  }[];
  /** Change of the level a year, as a share or in the KPI's unit; NaN without one. */
  readonly growthPerYear: number;
  readonly growthIsShare: boolean;
  /** Dates that differ each year, learnt from the data, in deviations; see `DateEffect` of the library. */
  readonly dates: readonly {
    readonly key: string;
    readonly value: number;
    readonly effect: number;
    readonly years: number;
  }[];
  /** Mean noise at each place of the shortest cycle, and what that is called. */
  readonly noiseByPlace: readonly number[];
  readonly cycle: string;
}

export interface SeasonFacts {
  readonly label: string;
  /** The label in the language of the page. */
  readonly name: string;
  readonly accepted: boolean;
  /** Whether an accepted one contains it, as a week the day. */
  readonly contained: boolean;
  /** Whether the course returns after it though the model goes without. */
  readonly returns: boolean;
  /** Share of the variation about the level that it explains. */
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
  /** Name of the key column; null without one. */
  readonly key: string | null;
  /** Whether there are more KPIs or segments than one, also while the first is being analysed. */
  readonly several: boolean;
  /** Moments that are not normal: the same one in several KPIs counts once. What a person marked as expected does not count. */
  readonly moments: number;
  /** How many incidents a person marked, over all KPIs. */
  readonly marked: { readonly real: number; readonly expected: number };
  /** What one change each would set right; empty until the run has ended. */
  readonly fixes: readonly FixFacts[];
  readonly chosen: SeriesFacts;
  readonly tuning: Tuning;
  /** How many false alarms are to be expected as it is cut now, in few words and in a sentence; null where nothing is promised. */
  readonly falseAlarms: { readonly short: string; readonly told: string } | null;
  readonly assumptions: readonly AssumptionFacts[];
  /** The configuration of the run as it would be written to a file. */
  readonly config: Config;
  readonly timings: Readonly<Record<string, number>>;
}
