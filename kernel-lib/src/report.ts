import type { Assumption } from "./assumption.js";
import type { ResolvedConfig } from "./config/config.js";
import type { SkipReason } from "./skip-reason.js";
import type { Cadence, Segmentation, Source, Warning } from "./table.js";

export type { Assumption } from "./assumption.js";

/** What one detector said about one KPI. */
export interface Detection {
  /** Id in the detector register. */
  readonly detector: string;
  readonly title: string;
  /** One a point, higher is worse, NaN where it cannot tell. */
  readonly scores: Float64Array;
  /** Score from which a point is flagged. */
  readonly threshold: number;
  /** 1 where flagged. */
  readonly flags: Uint8Array;
  /** Whether its flags count as votes. */
  readonly votes: boolean;
  /** Its weight in the combined score, 0 for a detector that only votes. */
  readonly weight: number;
  /** Why it did not run; then scores are all NaN. */
  readonly skipped: SkipReason | null;
  /** For the worst points that it flags, the features that made the score; left out by detectors that do not vote. */
  readonly pushes?: readonly FeatureAttribution[];
}

/** How much of a score comes from one feature, 0 to 1. */
export interface FeatureShare {
  readonly name: string;
  readonly share: number;
}

/** The features that made a detector's score of one point, largest first; the KPI itself when it looks at the value alone. */
export interface FeatureAttribution {
  readonly point: number;
  readonly features: readonly FeatureShare[];
}

/** What an incident looks like. */
export type IncidentKind =
  | "spike"
  | "dip"
  | "level shift"
  | "trend break"
  | "variance burst"
  | "flat line"
  | "missing"
  | "pattern break";

/** A value that stands still: what is usual meanwhile, and whether it lies to one side of the usual range all along. */
export interface Stillness {
  readonly value: number;
  readonly expected: number;
  readonly aside?: boolean;
}

/** Why an incident is one, as data; `reasonOf` says it in one sentence. */
export interface Explanation {
  /** Usual range at the peak. */
  readonly lower: number;
  readonly upper: number;
  /** Actual less expected at the peak, in the KPI's unit and in percent of expected (NaN where that has no meaning). */
  readonly deviation: number;
  readonly deviationPercent: number;
  /** Actual less expected, added up over the incident. */
  readonly totalDeviation: number;
  /** Points that lie at least as far from expected as the peak, itself included, of so many judged. */
  readonly rarity: { readonly rank: number; readonly of: number };
  /** The same place in earlier cycles, latest first: what the peak is compared with. */
  readonly compared: { readonly label: string; readonly points: readonly number[] };
  /**
   * What made the score that decided, largest first: each detector, and the model of what is normal as `normal`. `share` is
   * its part of what the score loses when one voice at a time is left out, and adds up to 1; `lost` is that loss itself as a
   * part of the score: .05 says that the others would have shown nearly as much. Empty where no single voice is missed, and
   * for incidents that were too weak to be taken apart.
   */
  readonly shares: readonly { readonly detector: string; readonly share: number; readonly lost?: number }[];
  /** Points that lie farthest above and below expected, -1 where none lies on that side. */
  readonly sides?: { readonly above: number; readonly below: number };
  /** Of a level shift: the usual value before and since, and whether the new level stayed to the end of the next cycle. */
  readonly level?: {
    readonly before: number;
    readonly after: number;
    readonly stayed: boolean;
    /** First point on the new level, where the model places it. */
    readonly onset?: number;
    /** First and last point of the passage, where it came over several. */
    readonly passage?: { readonly start: number; readonly end: number };
    /** First point from which half of it is made up for again. */
    readonly madeUp?: number;
  };
  /** Of a flat line: the value that stands, and what is usual meanwhile. */
  readonly still?: Stillness;
  /** Of a broken pattern: hour of the day (UTC) at which a peak is usual and missing. */
  readonly missingPeak?: number;
  /** Of a course that came early or late as a whole: points by which it was late, below 0 early. */
  readonly late?: number;
  /** KPIs that it no longer moves with, and its own part in that, 0 to 1. */
  readonly relation?: { readonly with: readonly string[]; readonly own: number };
  /** Which features pushed the detectors that vote and flag a point of it (its worst one); left out where that was not asked. */
  readonly features?: readonly {
    readonly detector: string;
    readonly point: number;
    readonly features: readonly FeatureShare[];
  }[];
}

/** Periods in the middle of a series that have no value, for longer than is usual there. */
export interface MissingStretch {
  /** The empty points; where the file has no rows for them, the last point before and the first one after. */
  readonly start: number;
  readonly end: number;
  /** Whether there are rows, with empty cells. */
  readonly empty: boolean;
  /** Times of the last value before and of the first one after. */
  readonly after: number;
  readonly before: number;
  /** How many values are missing. */
  readonly periods: number;
  /** Usual step, as in `Cadence.label`; empty without dates. */
  readonly cadence: string;
  /** How unusual, 1 = worth a look. */
  readonly score: number;
}

/** Something striking that the model of what is normal found. Positions are points. */
export interface NormalFinding {
  /** A row, neighbouring rows on one side, a whole cycle, a stay or a run of zeros, a change of level, a restless time. */
  readonly kind: "row" | "rows" | "cycle" | "run" | "lasting" | "temporary" | "restless";
  readonly start: number;
  /** Last point, inclusive. */
  readonly end: number;
  /** log10 of its p-value, corrected for all places where it could have been. */
  readonly log10p: number;
  /** 1 where it is an incident at the usual sensitivity: its `log10p` in units of that of the level. */
  readonly score: number;
}

/** A change of level. */
export interface NormalChange {
  /** First point on the new level. */
  readonly point: number;
  /** Last point before it was back; null when it lasts. */
  readonly end: number | null;
  /** What was expected there without it, and with it. */
  readonly from: number;
  readonly to: number;
  readonly log10p: number;
  /** Of a lasting one that comes over several points: the first that moves, the first on the new level, and the levels at both ends. */
  readonly passage?: { readonly start: number; readonly end: number; readonly from: number; readonly to: number };
  /** Of a lasting one: the first point from which half of it is made up for again. */
  readonly madeUp?: number;
}

/** What the model of what is normal knows of a series, as facts. */
export interface NormalFacts {
  /** What kind of series it is: `long` and `short` for continuous ones of 200 points or more, or fewer. */
  readonly kind: "nothing" | "states" | "counter" | "pinned" | "count" | "zeros" | "levels" | "short" | "long";
  /** Scale it is modelled on. */
  readonly transform: "none" | "root" | "logarithm" | "logit";
  readonly findings: readonly NormalFinding[];
  readonly changes: readonly NormalChange[];
  /** Dates that differ each year, learnt from the data: how many, in deviations. */
  readonly dates: readonly {
    readonly key: string;
    readonly value: number;
    readonly effect: number;
    readonly years: number;
    /** What a calendar of holidays calls it, by language; left out where none was asked, or it is no holiday. */
    readonly names?: { readonly en: string; readonly de: string };
  }[];
  /** Change of the level a year: a factor less 1 on a logarithm, else units; null without one. */
  readonly growthPerYear: number | null;
  /** Mean noise at each place of the shortest cycle, on the scale of `transform`. */
  readonly noiseByPlace: readonly number[];
}

/** The highest places of the combined score, in time order, and how high each would stand without one of its voices. */
export interface ScoreTops {
  /** Ids of detectors, and `normal` for the model of what is normal. */
  readonly voices: readonly string[];
  readonly points: Uint32Array;
  readonly scores: Float64Array;
  /** Scores without each voice in turn: all voices of the first place, then those of the second. */
  readonly without: Float64Array;
}

/** What is regular about a series, as far as decisions and sentences need it. */
export interface Pattern {
  /** How fast it is sampled: windows of minutes, hours or days suit it. */
  readonly rhythm: "minutes" | "hours" | "days";
  /** Points in the shortest cycle, 0 for none, and its name (`day`, `week`, `year`, `48 rows`). */
  readonly cycle: number;
  readonly cycleLabel: string;
  /** Whether whole cycles were judged as well as points. */
  readonly wholeCycles: boolean;
  /** Periods looked for, with the share of the variance about the level that the season of each explains, 0 to 1. */
  readonly periods: readonly {
    readonly steps: number;
    readonly label: string;
    readonly explained: number;
    readonly accepted: boolean;
    /** Set when an accepted period is a multiple of it and tells the same: a week contains the day. */
    readonly contained?: true;
    /** Set when the model goes without it, its level following the neighbours instead, and the course returns all the same. */
    readonly returns?: true;
  }[];
  /** Robust deviation of what remains after trend and season. */
  readonly spread: number;
  /** 1 where a known event explains the value. */
  readonly known: Uint8Array;
  /** Where values are missing for unusually long. */
  readonly missing?: readonly MissingStretch[];
  /** What the model of what is normal found. */
  readonly normal?: NormalFacts;
  /** The highest places of the combined score, taken apart. */
  readonly tops?: ScoreTops;
}

/** A stretch of time that is not normal. Positions are indexes into the arrays of its `SeriesReport`. */
export interface Incident {
  /** From 1, worst first. */
  readonly rank: number;
  readonly start: number;
  /** Last point, inclusive. */
  readonly end: number;
  readonly peak: number;
  /** Flagged points in it; of kind `missing`, the values that are missing (no point is flagged then). */
  readonly points: number;
  readonly score: number;
  /** 0 to 100, whole. */
  readonly severity: number;
  readonly direction: "up" | "down" | "mixed";
  readonly actual: number;
  /** NaN when there is no expected value. */
  readonly expected: number;
  /** Most detectors that agreed on one of its points. */
  readonly votes: number;
  readonly detectors: readonly string[];
  /** What it looks like, and why as data; null where nothing is known of what is usual. */
  readonly kind: IncidentKind | null;
  readonly explanation: Explanation | null;
  /** Of kind `missing`: which values are. */
  readonly missing?: MissingStretch;
  /** Where nothing is known of what is usual but the middle half of the values, and how many detectors could vote. */
  readonly middleHalf?: { readonly low: number; readonly high: number; readonly voters: number };
}

/** The result for one KPI (of one key value). All arrays have one entry a point, in time order. */
export interface SeriesReport {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
  /** Record index (from 0) of each point. */
  readonly records: Uint32Array;
  /** Line of the file (from 1) of each point. */
  readonly lines: Uint32Array;
  /** Milliseconds since 1970-01-01, or the record index when the file has no dates. */
  readonly time: Float64Array;
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** What is expected once the neighbouring points are known, with its own, narrower range. */
  readonly usual: Float64Array;
  readonly usualLower: Float64Array;
  readonly usualUpper: Float64Array;
  readonly detections: readonly Detection[];
  /** The score that decided, higher is worse, NaN where nothing could judge the point: `combined` in mode `auto`, the mean rank of the voters in `vote`. */
  readonly scores: Float64Array;
  /** Combined score of all detectors with a weight, 1 = alarm level at sensitivity 50; all NaN when none ran. */
  readonly combined: Float64Array;
  /** Score from which a stretch is an incident in mode `auto`; NaN in `vote`. */
  readonly threshold: number;
  /** What is regular about the series: seasons found and refused; null when it is too short or constant. */
  readonly pattern: Pattern | null;
  readonly votes: Uint8Array;
  /** The decision: 1 where the point is part of an anomaly. */
  readonly flags: Uint8Array;
  /** Rank of the incident the point belongs to, 0 for none. */
  readonly incidentOf: Uint32Array;
  readonly incidents: readonly Incident[];
  /** Points nothing could judge (warm-up, missing). */
  readonly notJudged: number;
  /** Digits after the decimal mark in the file. */
  readonly decimals: number;
  /** Unit of the KPI, as in `NumberColumn.unit`; left out where none is known. */
  readonly unit?: string;
  /** Usual step as in `Cadence.label`; empty in a file without dates. */
  readonly cadence: string;
}

/** All that one run found. Plain records and typed arrays: survives `structuredClone` and the JSON round trip. */
export interface Report {
  /** What it is, so that words and tables are found for it wherever it went. */
  readonly kind: "report";
  readonly version: string;
  readonly source: Source;
  readonly records: number;
  readonly date: {
    readonly columns: readonly string[];
    readonly format: string;
    readonly zone: "instant" | "naive";
  } | null;
  readonly cadence: Cadence | null;
  readonly key: string | null;
  readonly config: ResolvedConfig;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
  readonly series: readonly SeriesReport[];
  /** How the series of a segmented table add up. */
  readonly segments?: Segmentation;
  /** Seconds by step; not reproducible, so kept apart. */
  readonly timings: Readonly<Record<string, number>>;
}
