/** How many detectors must agree (vote), or let the combined score decide (auto). */
export type Mode = "auto" | "vote";

/** A stretch of the calendar that records are put together by. Weeks start on Monday (ISO 8601). */
export type Period = "hour" | "day" | "week" | "month";

/** How many values become one. `count`: cells that are not missing; `distinct`: different values among them. */
export type Aggregation = "sum" | "mean" | "count" | "distinct" | "median";

/** A period of the calendar by its name, or so many rows of the file. */
export type NamedPeriod = "day" | "week" | "month" | "year" | number;

/** The periods after which a series repeats as a person set them; empty: it does not repeat. Null: to be found in the data. */
export type SeasonChoice = readonly NamedPeriod[] | null;

/** Which columns to use. Anything left out is found in the file. */
export interface ColumnsConfig {
  /** Date column; two names joined by `+` when date and time are apart. */
  readonly date?: string | null;
  /** KPI columns, in the order to show them. */
  readonly kpis?: readonly string[] | null;
  /** Column that splits a long-format file into one series a value. */
  readonly key?: string | null;
  /** Columns whose values, or combinations of values, become a series each, beside their total. */
  readonly segments?: readonly string[] | null;
}

/** How records are put together before anything is detected: transactions become a KPI with one value a period. */
export interface AggregateConfig {
  readonly by?: Period | null;
  /** A way for each column by name; columns not named are summed, or averaged when their name says that they are rates. */
  readonly how?: Readonly<Record<string, Aggregation>>;
  /** Keep a first or last period that the file cuts off. */
  readonly keepUnfinished?: boolean;
}

/** Which values of `columns.segments` get a series of their own; the others are pooled. */
export interface SegmentsConfig {
  /** Most of them, largest first. */
  readonly top?: number;
  /** Least share of the whole, 0 to 1. */
  readonly minimumShare?: number;
  /** Least moments with records. */
  readonly minimumHistory?: number;
}

/** How to read the file where guessing is not wanted. */
export interface ReadConfig {
  readonly delimiter?: string | null;
  readonly decimal?: "." | "," | null;
  /** Date format, for example `DD/MM/YYYY HH:mm`. */
  readonly dateFormat?: string | null;
  /** Cells that mean "no value", besides the usual ones. */
  readonly missing?: readonly string[];
}

/** What counts for a KPI, whatever its score. */
export interface RuleConfig {
  /** Only rises, only falls, or both. */
  readonly direction?: "up" | "down" | "both";
  /** Least distance from expected, in the KPI's unit. */
  readonly minimumEffect?: number;
  /** The same in percent of the expected value. */
  readonly minimumEffectPercent?: number;
  /** Least number of points. */
  readonly minimumLength?: number;
}

/** Something that is known to move the KPIs: a holiday, a promotion, an outage. It is expected, and kept out of what is usual. */
export interface EventConfig {
  readonly name?: string;
  /** A single day or moment, ISO 8601; or `start` and `end`. */
  readonly date?: string;
  readonly start?: string;
  /** Inclusive; a date alone means its whole day. */
  readonly end?: string;
}

/** Settings of one detector or feature: `enabled` and its own options by name. */
export interface EntryConfig {
  readonly enabled?: boolean;
  readonly [option: string]: unknown;
}

/**
 * Everything a run depends on besides the file. The same object is written as YAML or JSON, in VS Code's settings,
 * in a notebook and on the command line. All parts are optional; `resolveConfig` fills in what is missing.
 */
export interface Config {
  readonly columns?: ColumnsConfig;
  readonly read?: ReadConfig;
  readonly aggregate?: AggregateConfig;
  readonly segments?: SegmentsConfig;
  readonly mode?: Mode;
  /** Detectors that must agree in `vote`: 1 sensitive, 2 balanced, 3 strict, any number up to all. */
  readonly consensus?: number;
  /** How readily the combined score of `auto` raises an alarm, 0 to 100; 50 is silent on series in which nothing happens. */
  readonly sensitivity?: number;
  /** At most this share of rows is ever flagged; a cap, never a quota. */
  readonly contamination?: number;
  /** What is usual is taken from all of the file (`history`), or as if live, from earlier points only (`past`). */
  readonly baseline?: "history" | "past";
  /** Share of usual points that lie inside the usual range. */
  readonly coverage?: number;
  /** Periods after which the KPIs repeat, where they shall not be found: names, or numbers of rows; empty for no season. */
  readonly season?: SeasonChoice;
  /** What counts, by KPI; `*` is for all KPIs that have none of their own. */
  readonly rules?: Readonly<Record<string, RuleConfig>>;
  /** Known events: expected, never an anomaly. */
  readonly events?: readonly EventConfig[];
  /** Most KPIs analysed when none are named; the others are said, not silently left out. */
  readonly mostKpis?: number;
  readonly seed?: number;
  /** Flagged rows at most this many points apart are one incident. */
  readonly incidentGap?: number;
  /** Feature settings by id of the feature register. */
  readonly features?: Readonly<Record<string, EntryConfig>>;
  /** Detector settings by id of the detector register. */
  readonly detectors?: Readonly<Record<string, EntryConfig>>;
}

/** A configuration with nothing left open. */
export interface ResolvedConfig {
  readonly columns: {
    readonly date: string | null;
    readonly kpis: readonly string[] | null;
    readonly key: string | null;
    readonly segments: readonly string[] | null;
  };
  readonly read: {
    readonly delimiter: string | null;
    readonly decimal: "." | "," | null;
    readonly dateFormat: string | null;
    readonly missing: readonly string[];
  };
  readonly aggregate: {
    readonly by: Period | null;
    readonly how: Readonly<Record<string, Aggregation>>;
    readonly keepUnfinished: boolean;
  };
  readonly segments: Required<SegmentsConfig>;
  readonly mode: Mode;
  readonly consensus: number;
  readonly sensitivity: number;
  readonly contamination: number;
  readonly baseline: "history" | "past";
  readonly coverage: number;
  readonly season: SeasonChoice;
  readonly rules: Readonly<Record<string, Required<RuleConfig>>>;
  readonly events: readonly EventConfig[];
  readonly mostKpis: number;
  readonly seed: number;
  readonly incidentGap: number;
  readonly features: Readonly<Record<string, ResolvedEntry>>;
  readonly detectors: Readonly<Record<string, ResolvedEntry>>;
}

/** Settings of one register entry with nothing left open. */
export interface ResolvedEntry {
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, unknown>>;
}
