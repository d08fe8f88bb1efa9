import type { AssumptionFacts, KpiName } from "../assumption.js";
import type { ReportComparison } from "../evaluate/comparison/compare-reports.js";
import type { FixFacts } from "../evaluate/fixes.js";
import type { AlertFacts } from "../profile/alerts.js";
import type { Inspection } from "../io/inspect.js";
import type { CalendarPart } from "../profile/analyses/calendar-groups.js";
import type { InsightFacts } from "../profile/analyses/insights.js";
import type { ProgressFacts } from "../progress.js";
import type { Profile } from "../profile/profile.js";
import type { IncidentKind, Stillness } from "../report.js";
import type { SkipFacts } from "../skip-reason.js";
import type { WarningCode, WarningOf } from "../warning.js";
import type { Label, PhraseFacts } from "./subjects/documents.js";
import type { EvaluationWords } from "./analyses/evaluations.js";
import type { HelpWords } from "./subjects/help-words.js";
import type { ErrorSentences } from "./subjects/error-sentences.js";
import type { Language } from "./language.js";
import type { MomentScale } from "./moments.js";
import type { PlotWords } from "./subjects/plot-words.js";
import type { Writer } from "./writer.js";

/** A sentence for each thing of a kind, by its stable word: one that is missing does not compile. */
export type Sentences<Things> = { readonly [Word in keyof Things]: (thing: Things[Word], write: Writer) => string };

/** Sentences about the file, by the code of the warning. */
export type WarningSentences = Sentences<{ readonly [Code in WarningCode]: WarningOf<Code>["facts"] }>;

/** Warnings that a file often gives for column after column. */
export type ColumnWarningCode =
  | "constant_column"
  | "empty_column"
  | "missing_values"
  | "non_finite_values"
  | "possible_missing_value_code"
  | "precision_above_2_53"
  | "durations_as_seconds"
  | "thousands_or_fraction";

/** One sentence about all columns of which the same is known, at least two. */
export type ColumnWarningSentences = {
  readonly [Code in ColumnWarningCode]: (all: readonly WarningOf<Code>["facts"][], write: Writer) => string;
};

/** Why a detector did not run, and what a run takes for granted. */
export type SkipSentences = Sentences<SkipFacts>;
export type AssumptionSentences = Sentences<AssumptionFacts>;

/** What an incident is told as: its kind, or by votes alone where nothing is known of what is usual. */
export type IncidentKindTold = IncidentKind | "voted";

/** How far off, in the KPI's unit and in percent of what is expected (null where that misleads). */
export interface Distance {
  readonly amount: number;
  readonly percent: number | null;
}

/** The facts of a sentence about an incident. */
export interface ToldIncident {
  readonly kind: IncidentKindTold;
  /** Times of the first and last point, or row numbers from 0. */
  readonly from: number;
  readonly to: number;
  /** Points in it. */
  readonly length: number;
  readonly actual: number;
  readonly expected: number;
  /** Actual less expected. */
  readonly deviation: number;
  readonly percent: number | null;
  /** Whether the value itself lies in the usual range. */
  readonly isUsual: boolean;
  /** Day of the week that it is compared with, from 0, Sunday; null where it is compared with what is expected. */
  readonly weekday: number | null;
  /** So many points deviate as much, itself included, of so many. */
  readonly rank: number;
  readonly of: number;
  readonly rhythm: "minutes" | "hours" | "days";
  /** Name of the shortest cycle; empty when there is none, or the series does not repeat with it. */
  readonly cycle: string;
  /** Whether another sentence follows: that it no longer moves with other KPIs. */
  readonly related: boolean;
  /** Farthest to both sides; null where all points lie on one. */
  readonly sides: { readonly above: Distance; readonly below: Distance } | null;
  readonly level:
    | {
        readonly before: number;
        readonly after: number;
        readonly stayed: boolean;
        readonly percent: number | null;
        /** Moment of its onset, where it is not that of the incident. */
        readonly onset?: number;
        /** Moments between which it came, where it is no step. */
        readonly passage?: { readonly from: number; readonly to: number };
        /** Moment from which half of it is made up for again. */
        readonly madeUp?: number;
      }
    | undefined;
  readonly still: Stillness & {
    /** Whether it is so much in a period of time: sales, not a temperature. */
    readonly isFlow?: boolean;
    /** Of zeros where zeros are usual: the longest other run of them. */
    readonly otherZeros?: number;
  };
  /** Hour of the day of a peak that is missing. */
  readonly missingPeak: number | null;
  /** Points by which the usual course came late, below 0 early; null where it was no such thing. */
  readonly late: number | null;
  /** First and last moment without a value; the last before and first after where those are not known. */
  readonly missing: {
    readonly from: number;
    readonly to: number;
    readonly periods: number;
    readonly inside: boolean;
  } | null;
  readonly middleHalf:
    | { readonly low: number; readonly high: number; readonly votes: number; readonly voters: number }
    | undefined;
  readonly decimals: number;
  readonly cadence: string;
  readonly scale: MomentScale;
}

/** Why an incident is one, by its kind. */
export type IncidentSentences = Readonly<Record<IncidentKindTold, (incident: ToldIncident, write: Writer) => string>>;

/** The features that made a detector flag an incident. */
export interface ToldFeatures {
  readonly title: string;
  readonly names: readonly string[];
  readonly cadence: string;
}

/** One moment in several KPIs. */
export interface ToldShared {
  readonly cadence: string;
  /** In the order in which they moved, with steps after the first. */
  readonly members: readonly (KpiName & { readonly delay: number; readonly direction: "up" | "down" | "mixed" })[];
}

/** Why a point is flagged or not, by the kind of the reason. */
export interface WhyFacts {
  readonly incident: { readonly rank: number };
  readonly missing: Record<never, never>;
  readonly "known event": Record<never, never>;
  readonly "not judged": Record<never, never>;
  readonly "below threshold": ToldScore;
  readonly silenced: ToldScore & {
    readonly rule: "only_rises" | "only_falls" | "least_effect" | "least_share" | "least_length";
  };
  readonly "beside incident": ToldScore;
  readonly "too short": Record<never, never>;
  readonly "no features": Record<never, never>;
  readonly "silenced by rule": Record<never, never>;
  readonly votes: { readonly votes: number; readonly needed: number };
}

/** How far a point is from expected, and its score beside the one that is needed. */
export interface ToldScore {
  readonly deviations: number;
  readonly score: number;
  readonly threshold: number;
}

/** Where a point lies and what is usual there. */
export interface ToldPoint extends KpiName {
  readonly line: number;
  /** Milliseconds since 1970-01-01; null without dates. */
  readonly time: number | null;
  readonly value: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly flagged: boolean;
  readonly neededSensitivity: number;
  readonly decimals: number;
  /** The sentence that says why. */
  readonly because: string;
}

/** Sentences of a profile's summary, in the order in which they are told. */
export interface ProfileFacts {
  readonly size: {
    readonly file: string;
    readonly rows: number;
    readonly kpis: number;
    readonly key: Profile["key"];
  };
  readonly time: Pick<Profile["time"], "first" | "last" | "order" | "duplicates" | "gapCount" | "gaps"> & {
    readonly columns: readonly string[];
    readonly cadence: string | null;
    readonly regularity: number;
    readonly scale: MomentScale;
  };
  /** KPIs that have the same seasons stand together, those without any last. */
  readonly seasons: { readonly found: AssumptionFacts["seasons"]["found"] };
  readonly alerts: { readonly count: number };
}

/** What a fix is about and what it would do, each in one sentence, and the few words of the button that does it. */
export interface FixWords {
  readonly found: string;
  readonly effect: string;
  readonly action: string;
}

/** What one change of the configuration would set right, by the kind of the fix. */
export type FixSentences = {
  readonly [Kind in keyof FixFacts]: (facts: FixFacts[Kind], write: Writer) => FixWords;
};

/** Names of places in the calendar and of dates that return. */
export interface CalendarWords {
  /** As short as an axis needs it: `Mon`, `Jan`, `14:00`. */
  readonly place: (by: CalendarPart, place: number) => string;
  /** In a sentence, with its preposition: `on Mondays`, `in January`, `at 14:00`. */
  readonly at: (by: CalendarPart, place: number) => string;
  /**
   * A date that returns, as the model of what is normal has learnt it (see `DateEffect.value`): `25 December`, `Good Friday`;
   * by the name of a holiday where a calendar knows it.
   */
  readonly date: (date: {
    readonly key: string;
    readonly value: number;
    readonly names?: Readonly<Record<Language, string>>;
  }) => string;
}

/** What is said by the kind of a thing: a sentence for each. */
export interface SentencesByKind {
  readonly errors: ErrorSentences;
  readonly warnings: WarningSentences;
  readonly columnWarnings: ColumnWarningSentences;
  readonly assumptions: AssumptionSentences;
  readonly skips: SkipSentences;
  /** What a run is at; no whole sentences. */
  readonly progress: Sentences<ProgressFacts>;
  readonly why: Sentences<WhyFacts>;
  readonly whyAt: (point: ToldPoint, write: Writer) => string;
  readonly fixes: FixSentences;
  readonly alerts: Sentences<AlertFacts>;
  readonly profile: Sentences<ProfileFacts>;
  readonly insights: Sentences<InsightFacts>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly phrases: Sentences<PhraseFacts>;
  readonly plots: PlotWords;
}

/** All that a language can say, by subject. */
export interface Catalogue extends SentencesByKind {
  /** A title or summary of the registers of detectors and plots, which hold it in English. */
  readonly name: (english: string) => string;
  /** A period by its label; `rows` where it is told by them. */
  readonly period: (period: { readonly label: string; readonly rows: number | null }, write: Writer) => string;
  /** How often a value comes, by the label of the cadence. */
  readonly cadence: (label: string, write: Writer) => string;
  readonly incidents: IncidentSentences;
  /** Added where KPIs no longer move together as they usually do. */
  readonly relation: (relation: { readonly with: readonly string[]; readonly own: number }, write: Writer) => string;
  readonly features: (features: ToldFeatures, write: Writer) => string;
  readonly shared: (shared: ToldShared, write: Writer) => string;
  readonly diff: (counts: ReportComparison["counts"], write: Writer) => string;
  readonly calendar: CalendarWords;
  readonly evaluations: EvaluationWords;
  /** How a file was understood, a sentence a line. */
  readonly inspection: (found: Inspection, write: Writer) => readonly string[];
  readonly help: HelpWords;
}
