/** Distance between two rows: seconds, or a calendar unit of unequal length. */
export type Step = number | "month" | "quarter";

/** Cycles that a business series may follow, by the distance of its rows. */
export interface Cycles {
  /** Periods in rows, shortest first; none when the series is too short to show them. */
  readonly periods: readonly number[];
  /** Rows that are compared as one: a day of hours, a week of days, 4 weeks, a year of months or quarters. */
  readonly unit: number;
  /** Rows of a year; rarely whole. */
  readonly rowsPerYear: number;
}

/** A series on an even grid, as the baseline model takes it. */
export interface BaselineInput {
  /** One value a row, NaN where it is missing. Never changed. */
  readonly values: Float64Array;
  readonly step: Step;
  /** Epoch seconds (UTC) of the rows; without them there are neither years nor dates. */
  readonly times: Float64Array | null;
  /** 1 for rows that shall teach nothing, such as known events; none when absent. */
  readonly excluded: Uint8Array | null;
  /** Cycles to go by instead of those of the step: set by hand, found in the data, or business days. */
  readonly cycles?: Cycles | null;
  /** Corrected p-value up to which something is listed as found; `ALPHA` when left out. */
  readonly alpha?: number;
  /** Other limits than `EVENT_LIMITS`, for the bench that finds them. */
  readonly limits?: EventLimits;
}

/** Where an event ends and how a series always moves begins. */
export interface EventLimits {
  /** Units (days in hours) up to which a temporary change of fine rows needs no jump: it comes and goes over several rows. */
  readonly unitsWithoutJump: number;
  /** Times by which the level must be slower than the memory of the rows, else the series wanders. */
  readonly slower: number;
}

/** What kind of process a series is; decides which model describes it. */
export type SeriesKind = "nothing" | "states" | "counter" | "pinned" | "count" | "zeros" | "levels" | "short" | "long";

/** Scale on which a continuous series is modelled. */
export type TransformName = "none" | "root" | "logarithm" | "logit";

/** Numbers of a transform. */
export interface TransformTerms {
  /** What is added before a root or a logarithm is taken. */
  readonly start: number;
  /** Largest possible value, for the logit only. */
  readonly top: number;
  /** By what values are multiplied first. */
  readonly factor: number;
  /** What is taken away last. */
  readonly centre: number;
}

/** Scale on which a series is modelled, and the way back. */
export interface Transform {
  readonly name: TransformName;
  readonly terms: TransformTerms;
  forward(y: number): number;
  /** Never outside of what the series can be: not below 0 for root and logarithm, within 0 and `top` for the logit. */
  inverse(x: number): number;
  /** ln of the slope of `forward`: what a likelihood gains or loses by the change of scale. */
  logSlope(y: number): number;
}

/** A pattern that repeats every `period` rows. */
export interface Season {
  /** Rows of one cycle. */
  readonly period: number;
  /** Share of the variance about the level that the season explains, 0 to 1. */
  readonly strength: number;
  /** Cycles within which its shape may change; Infinity when it never does. */
  readonly stiffness: number;
  /** Its values over the last cycle, on the scale of the transform, from place 0 of the cycle on. */
  readonly profile: Float64Array;
}

/** A change of the level. Lasting when `end` is null, else over before row `end`. */
export interface LevelChange {
  /** First row on the new level. */
  readonly row: number;
  /** First row that is back, or null. */
  readonly end: number | null;
  /** Expected value right at `row` without and with the change, in the units of the series. */
  readonly from: number;
  readonly to: number;
  /** `to` less `from` on the scale of the transform. */
  readonly size: number;
  /** log10 of the chance that a series that wanders like this one shows such a change anywhere. */
  readonly log10p: number;
}

/** By what a date returns. */
export type DateKey =
  | "fixed"
  | "nthWeekday"
  | "lastWeekday"
  | "afterWeekday"
  | "weekdayFrom"
  | "easter"
  | "monthEnd"
  | "monthDay"
  | "monthWorkday"
  | "week";

/** A date that is different each year, learnt from its occurrences. */
export interface DateEffect {
  readonly key: DateKey;
  /**
   * fixed: month × 100 + day. nthWeekday: month × 100 + (n − 1) × 10 + weekday (Monday 0). lastWeekday: month × 100 +
   * weekday. afterWeekday: days after × 10,000 + the number of that n-th weekday. weekdayFrom: month × 1000 + day × 10 +
   * weekday, the first such weekday from that date on (Midsummer Eve is the Friday from 19 June on). easter: days after Easter Sunday. monthEnd: 1 to 3, or −1 to −3 from the end.
   * monthDay: day of the month between these. monthWorkday: 1 to 3 for the first days from Monday to Friday, −1 to −3 for the
   * last. week: days of the year div 7.
   */
  readonly value: number;
  /** Rows it was learnt from, and those that are left out of the fit but have that date. */
  readonly rows: Int32Array;
  /** Median effect in deviations of the noise. */
  readonly effect: number;
  /** By how much the clipped sum of squares falls. */
  readonly gain: number;
}

/** What a series would be without its learnt dates, one value a row each. */
export interface Undated {
  /** What would be expected. */
  readonly expected: Float64Array;
  /** By what a deviation from `expected` is to be multiplied to be as large as the same on another day, 1 at most. */
  readonly share: Float64Array;
}

/** Why rows are found striking. */
export type FindingKind = "row" | "rows" | "cycle" | "run" | "lasting" | "temporary" | "restless";

/** Something striking. */
export interface Finding {
  readonly kind: FindingKind;
  /** First row. */
  readonly start: number;
  /** Row after the last. */
  readonly end: number;
  /** log10 of its p-value, corrected for the number of places where it could have been. */
  readonly log10p: number;
}

/** A stay in a state, or a run of zeros, with the natural logarithm of its p-value per place. */
export interface Stay {
  readonly start: number;
  readonly end: number;
  readonly logP: number;
}

/** Memory of the noise as one decaying factor in white noise: autocorrelation at lag k is share × factor to the k. */
export interface OneFactorMemory {
  readonly factor: number;
  readonly share: number;
}

/** Expected and usual values of every row with their 99 % ranges, in the units of the series. */
export interface ExpectedRanges {
  /** Level, season and dates. */
  expected: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** Expected and what the neighbouring rows say. */
  usual: Float64Array;
  usualLower: Float64Array;
  usualUpper: Float64Array;
}

/**
 * A fitted model of any kind, as the decision takes it: the public facts, and evidence that is dropped afterwards. Columns
 * have one value a row.
 */
export interface FittedModel extends ExpectedRanges {
  /** The inner kind; of a counter that of its increments. */
  readonly kind: Exclude<SeriesKind, "counter" | "pinned">;
  /** Signed distance from `expected` in normal deviations, after the tail is taken into account; 0 where nothing can be said. */
  z: Float64Array;
  /** The same from `usual`. */
  innovation: Float64Array;
  /** Whether rows can be far on one side only, such as below a bound. */
  readonly oneSided?: boolean;
  /** 0 where a row taught nothing (missing, excluded, in a temporary change); else 1. */
  readonly weight: Float64Array;
  /** 1 for rows that are events and left out of the fit. */
  readonly leftOut: Uint8Array;
  readonly transform: TransformName;
  readonly seasons: readonly Season[];
  /** Temporary and lasting, by row. */
  readonly changes: readonly LevelChange[];
  readonly dates: readonly DateEffect[];
  /** The series as if no date had been learnt; absent or null where none was. */
  readonly undated?: Undated | null;
  /** Stays in a state, or runs of zeros; empty for other kinds. */
  readonly stays: readonly Stay[];
  /** Times far more restless than others, most striking or not; none for other kinds than long ones. */
  readonly restless?: readonly Finding[];
  /** Rows of the comparison unit (`Cycles.unit`). */
  readonly unit: number;
  /** Standard deviation of the noise on the scale of the transform, or null. */
  readonly noise: Float64Array | null;
  /** Change of the level over the last year (or whole series when shorter) per year: factor − 1 on a logarithm, else units. Null without one. */
  readonly growthPerYear: number | null;
  /** Share of the variance that the season of the year explains, 0 to 1; null where none is modelled beside the other seasons. */
  readonly yearStrength: number | null;
  readonly evidence: Evidence;
  /** What looking ahead needs of a continuous series; null for other kinds. */
  readonly course: Course | null;
}

/** The level of a continuous series on the scale that it is modelled on. */
export interface Course {
  readonly transform: Transform;
  /** Level with its lasting changes, one value a row; null where it is not known apart from the rest. */
  readonly level: Float64Array | null;
  /** Half-power period of the level in rows. */
  readonly levelPeriod: number;
}

/** What only the decision needs; null where the kind has no such thing. */
export interface Evidence {
  readonly memory: OneFactorMemory;
  /** Coefficients of an autoregression that forecasts better than `memory`. */
  readonly autoregression: Float64Array | null;
  /** Median share of the spread that remains when neighbours are known (median of `rest`), 1 when they say nothing. */
  readonly medianRest: number;
  /** Whether the level is hardly slower than the memory, so that what lasts is no event by itself. */
  readonly wanders: boolean;
  /** z before the tail correction (divided by restless times), for the means of whole cycles. */
  readonly rawZ: Float64Array | null;
  /** Fitted values and times for the noise of whole cycles; times only when there are two years. */
  readonly fit: Float64Array | null;
  readonly yearTimes: Float64Array | null;
}

/** A value that nothing else comes near, told where there are too few rows to judge. */
export interface Standout {
  readonly row: number;
  readonly value: number;
  /** Median of all others. */
  readonly others: number;
  /** Distance from it, in distances of the farthest other value; Infinity where the others are all the same. */
  readonly times: number;
}

/** What is normal for a series, and what is not: facts, no sentences. At most 200 bytes a row. */
export interface Baseline extends ExpectedRanges {
  readonly kind: SeriesKind;
  /** Kind of the increments when `kind` is "counter", or of the distance from the bound when it is "pinned". */
  readonly innerKind: SeriesKind;
  readonly z: Float64Array;
  readonly innovation: Float64Array;
  readonly leftOut: Uint8Array;
  readonly transform: TransformName;
  readonly seasons: readonly Season[];
  readonly changes: readonly LevelChange[];
  readonly dates: readonly DateEffect[];
  /** The series as if no date had been learnt; null where none was. */
  readonly undated: Undated | null;
  readonly growthPerYear: number | null;
  /** Share of the variance that the season of the year explains, 0 to 1; null where none is modelled beside the other seasons. */
  readonly yearStrength: number | null;
  /** Mean noise at each place of the shortest cycle, on the scale of the transform; empty when there is no cycle. */
  readonly noiseByPlace: Float64Array;
  /** Whether there are enough rows for "nothing is odd" to mean something; what is found is found all the same. */
  readonly judged: boolean;
  /** Known rows that this takes. */
  readonly rowsNeeded: number;
  /** Where not judged: the value that nothing else comes near, if there is one. */
  readonly standout: Standout | null;
  /** All below the significance level, most striking first is not guaranteed. */
  readonly findings: readonly Finding[];
  /** The smallest of the findings' `log10p`, 0 when there is none. */
  readonly log10p: number;
}
