/** What the page shows besides the results: an open row, and the views that the library computes first. */
import type { Problem } from "./page-state.js";

/** What an open row shows besides the incident itself. */
export interface IncidentDetail {
  readonly period: "day" | "week" | "year" | null;
  /** The stretch with the incident first, then the ones before it, newest first. */
  readonly stretches: readonly {
    readonly start: number;
    readonly offset: Float64Array;
    readonly value: Float64Array;
  }[];
  readonly expected: { readonly offset: Float64Array; readonly value: Float64Array };
  /** Part of each voice in the score (0 to 1) and what the score would lose without it, or how far above its own threshold each is. */
  readonly shares: readonly {
    readonly title: string;
    readonly value: number;
    readonly of: "score" | "threshold";
    readonly lost?: number;
  }[];
  /** Which features a detector saw as unusual, in words; empty where none is known. */
  readonly features: string;
}

/** Views that the library has to compute first. */
export type AnalysisName = "overview" | "dial" | "compare" | "compareWeighing" | "compareAll" | "stability" | "profile";

export type AnalysisAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

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

/** How much each place of the sensitivity finds: incidents of one KPI, moments of several. */
export interface DialCurve {
  readonly sensitivities: readonly number[];
  readonly found: readonly number[];
  /** Sensitivities after which clearly more is found. */
  readonly breaks: readonly number[];
}

/** One KPI's lane on the overview: worst severity in each of `cells` equal stretches of time. */
export interface Overview {
  readonly start: number;
  readonly end: number;
  readonly dated: boolean;
  readonly lanes: readonly {
    readonly index: number;
    readonly kpi: string;
    readonly series: string;
    readonly severity: number;
    readonly incidents: number;
    readonly cells: Uint8Array;
  }[];
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

/** A moment of several KPIs with all that its card shows. */
export interface MomentCard {
  /** In `Overview.together`. */
  readonly place: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly severity: number;
  /** The axis that all small charts share. */
  readonly from: number;
  readonly to: number;
  /** In the order in which they moved, and how many more there are. */
  readonly members: readonly MomentMember[];
  readonly more: number;
  /** Which segments it comes from, in a sentence; empty without segments. */
  readonly drivers: string;
}

/** One KPI of a card. */
export interface MomentMember {
  readonly index: number;
  readonly kpi: string;
  readonly series: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly peakTime: number;
  readonly severity: number;
  readonly direction: "up" | "down" | "mixed";
  /** At its worst point. */
  readonly actual: number;
  readonly expected: number;
  /** Actual less expected over its whole incident. */
  readonly total: number;
  readonly decimals: number;
  readonly reason: string;
  readonly time: Float64Array;
  readonly values: Float64Array;
  readonly usual: Float64Array;
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
