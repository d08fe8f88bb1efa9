import type { InjectionKindId } from "../../evaluate/injection/injection-kind-id.js";
import type { plotLabels } from "../sentences/plot-labels.js";
import type { Writer } from "../writer.js";

/** What stands at axes, lines and marks of figures. */
export type PlotLabel = keyof typeof plotLabels;

/** How a KPI or a series of it is named in a title. */
interface Named {
  readonly series: string;
}

/** How many are shown of so many. */
interface Shown {
  readonly shown: number;
  readonly of: number;
}

/** Titles of figures, and the sentences that stand for them where they cannot be seen. */
export interface PlotFacts {
  readonly timeline: Named & { readonly incidents: number };
  readonly timelineTold: Named & {
    readonly points: number;
    readonly incidents: number;
    /** Null without points; moments are ready to be printed. */
    readonly span: { readonly from: string; readonly to: string } | null;
    /** The worst first; value null where it is missing. */
    readonly worst: readonly { readonly moment: string; readonly value: number | null }[];
  };
  readonly recordNumber: { readonly record: number };
  readonly agreement: Named & {
    readonly measure: "jaccard" | "kappa" | "spearman";
    /** Points each where all flag the same number, "own" at their thresholds, null where nothing is flagged. */
    readonly budget: number | "own" | null;
  };
  readonly agreementTold: Named & {
    readonly measure: "jaccard" | "kappa" | "spearman";
    readonly pairs: readonly { readonly names: readonly [string, string]; readonly value: number }[];
  };
  readonly autocorrelationTold: Named & {
    readonly next: number | null;
    readonly peak: { readonly points: number; readonly value: number } | null;
  };
  readonly backtest: Named;
  readonly contributions: { readonly kpi: string };
  readonly moreBars: { readonly count: number };
  readonly decomposition: Named;
  readonly seasonPart: { readonly labels: readonly string[] };
  readonly decompositionTold: Named & {
    readonly trend: { readonly direction: "up" | "down" | "none"; readonly change: number };
    readonly seasons: readonly { readonly label: string; readonly strength: number }[];
  };
  readonly detectorScores: Named;
  readonly detectorScoresTold: Named;
  readonly detectorSkipped: { readonly detector: string; readonly reason: string };
  readonly detectorFlags: {
    readonly detector: string;
    readonly flagged: number;
    readonly points: number;
    readonly threshold: number;
  };
  readonly distributionTold: Named & {
    /** Null where there are no values. */
    readonly values: {
      readonly lower: number;
      readonly upper: number;
      readonly median: number;
      readonly min: number;
      readonly max: number;
    } | null;
  };
  readonly features: { readonly kpi: string } & Shown;
  readonly featuresTold: {
    readonly kpi: string;
    readonly names: readonly string[];
    readonly without: number;
    readonly points: number;
  };
  readonly injection: Named;
  readonly plantedKind: { readonly kind: InjectionKindId };
  readonly leadLag: { readonly members: number; readonly moment: string };
  readonly memberStarted: { readonly direction: "up" | "down" | "mixed"; readonly severity: number };
  readonly correlation: { readonly value: number };
  readonly memberRelation: {
    readonly name: string;
    readonly first: string;
    readonly related: boolean;
    readonly correlation: number;
    readonly lag: number;
  };
  readonly profilePage: { readonly file: string } & Shown;
  readonly sparkTold: Named & {
    readonly spark: string;
    readonly min: number;
    readonly max: number;
    readonly logScale: boolean;
  };
  readonly scaled: Named & { readonly logScale: boolean };
  readonly fewerThanTwo: Named;
  readonly scorePair: Named & { readonly first: string; readonly second: string };
  readonly scorePairTold: Named & {
    readonly first: string;
    readonly second: string;
    readonly correlation: number;
    readonly both: number;
  };
  readonly rankOf: { readonly detector: string };
  readonly aloneOf: { readonly detector: string };
  readonly rankCorrelation: { readonly value: number };
  readonly seasons: { readonly found: number };
  readonly seasonExplains: Named & { readonly label: string; readonly strength: number };
  readonly seasonTold: Named & {
    readonly label: string;
    readonly strength: number;
    readonly low: string;
    readonly high: string;
  };
  readonly seasonPlace: { readonly place: string; readonly of: number };
  readonly weekday: { readonly day: number };
  readonly smallMultiples: Shown;
  readonly smallMultiplesTold: Shown & {
    readonly each: readonly { readonly series: string; readonly incidents: number }[];
  };
  readonly stability: Named;
  readonly surest: { readonly share: number };
  readonly sweep: { readonly kpi: string; readonly detector: string; readonly option: string };
  readonly swimLanes: Shown;
  readonly laneCell: {
    readonly moment: string;
    readonly severity: number;
    readonly direction: "up" | "down" | "mixed";
  };
  readonly swimLanesTold: Shown & {
    readonly incidents: number;
    readonly troubled: number;
    readonly worst: readonly { readonly series: string; readonly incidents: number; readonly severity: number }[];
  };
  readonly nothingSaid: Named & { readonly what: string };
  readonly calendarBoxes: Named & { readonly groups: number };
  readonly changesOf: Named & { readonly lasting: number; readonly back: number; readonly logScale: boolean };
  readonly correlationMatrix: { readonly kpis: number };
  readonly correlationsOf: { readonly kpi: string };
  readonly onlyKpi: { readonly kpi: string };
  readonly dateEffects: Named & { readonly dates: number };
  readonly missingValues: {
    readonly each: readonly { readonly kpi: string; readonly missing: number; readonly points: number }[];
  };
  /** Chances of such values were they stationary around a level, or a trend. */
  readonly kpss: Named & {
    readonly level: number;
    readonly trend: number;
    /** Chance of such values did they wander around a trend; null without an answer. */
    readonly wandering: number | null;
  };
  /** `by` is null with fewer than two years. */
  readonly yearOverYear: Named & { readonly by: "week" | "month" | null };
  readonly upset: Named;
  readonly upsetTold: Named & {
    readonly sets: readonly { readonly points: number; readonly detectors: readonly string[] }[];
    readonly more: number;
  };
}

/** The words of figures in one language. */
export interface PlotWords {
  readonly labels: Readonly<Record<PlotLabel, string>>;
  readonly told: { readonly [Kind in keyof PlotFacts]: (facts: PlotFacts[Kind], write: Writer) => string };
}
