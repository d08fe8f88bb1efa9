// Made by `npm run generate` from config/options; do not edit by hand.

/**
 * day, week, month, year, or a number of rows.
 */
export type NamedPeriod = ("day" | "week" | "month" | "year") | number;

/**
 * Everything a run depends on besides the file. Every key is optional.
 */
export interface Configuration {
  readonly columns?: ColumnsConfig;
  readonly read?: ReadConfig;
  readonly aggregate?: AggregateConfig;
  readonly segments?: SegmentsConfig;
  /**
   * auto: the combined score of all detectors decides. vote: so many detectors must agree.
   */
  readonly mode?: "auto" | "vote";
  /**
   * How readily auto raises an alarm; 50 is silent on series in which nothing happens.
   */
  readonly sensitivity?: number;
  /**
   * Instead of a sensitivity: how many false alarms are to be expected in a KPI in which nothing happens, for example 1 per month, 1 per year or 1 per file.
   */
  readonly falseAlarms?: string | null;
  /**
   * Detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict, any number up to all.
   */
  readonly consensus?: number;
  /**
   * Whether detectors that only vote run in auto, where they decide nothing. Those that are set or named under detectors always run.
   */
  readonly votes?: boolean;
  /**
   * At most this share of rows is flagged. A cap, never a quota: nothing is flagged to fill it.
   */
  readonly contamination?: number;
  /**
   * What is usual is taken from all of the file (history), or as if live from earlier points only (past).
   */
  readonly baseline?: "history" | "past";
  /**
   * Share of usual points that lie inside the usual range.
   */
  readonly coverage?: number;
  /**
   * Periods after which the KPIs repeat, for example [week, year], or [24] for 24 rows; [] for no season; null: found in the data.
   */
  readonly season?: readonly NamedPeriod[] | null;
  /**
   * What counts, by KPI; * is for all KPIs that have none of their own.
   */
  readonly rules?: Readonly<Record<string, RuleConfig>>;
  /**
   * Known events (holidays, promotions, outages): expected, never an anomaly.
   */
  readonly events?: readonly EventConfig[];
  /**
   * Country, or state of one, whose holidays give learnt dates their names: DE, DE-BY, US. Needs the optional package date-holidays.
   */
  readonly holidays?: string | null;
  /**
   * Take the public holidays of that place for known events too: expected, never an anomaly.
   */
  readonly holidaysKnown?: boolean;
  /**
   * Most KPIs analysed when none are named; the others are said, not silently left out.
   */
  readonly mostKpis?: number;
  /**
   * Flagged rows with at most this many rows between them are one incident.
   */
  readonly incidentGap?: number;
  /**
   * Seed of everything that draws at random: same file, configuration and seed, same bytes.
   */
  readonly seed?: number;
  /**
   * Feature settings by id of the feature register.
   */
  readonly features?: Readonly<Record<string, EntryConfig>>;
  /**
   * Detector settings by id of the detector register.
   */
  readonly detectors?: Readonly<Record<string, EntryConfig>>;
}
/**
 * Which columns to use; null means: find it in the file.
 */
export interface ColumnsConfig {
  /**
   * Date column; two names joined by + when date and time are apart.
   */
  readonly date?: string | null;
  /**
   * KPI columns, in the order to show them.
   */
  readonly kpis?: readonly string[] | null;
  /**
   * Column that splits a long-format file into one series a value.
   */
  readonly key?: string | null;
  /**
   * Columns whose values, or combinations of values, become a series each, beside their total.
   *
   * @minItems 1
   */
  readonly segments?: readonly string[] | null;
}
/**
 * How to read the file where guessing is not wanted.
 */
export interface ReadConfig {
  /**
   * Encoding, for example shift_jis or windows-1250.
   */
  readonly encoding?: string | null;
  /**
   * Lines to skip at the top of the file.
   */
  readonly skipRows?: number | null;
  /**
   * Line of the file, from 1, that names the columns; 0 when none does.
   */
  readonly headerRow?: number | null;
  /**
   * Sheet of a workbook, table of a database, list of a JSON file or file of a ZIP archive.
   */
  readonly sheet?: string | null;
  /**
   * Delimiter, for example ; or a tab.
   */
  readonly delimiter?: string | null;
  /**
   * Decimal mark.
   */
  readonly decimal?: "." | "," | null;
  /**
   * Date format, for example DD/MM/YYYY HH:mm.
   */
  readonly dateFormat?: string | null;
  /**
   * What durations of two parts, such as 4:35, are: minutes (and seconds), or hours (and minutes).
   */
  readonly durations?: "minutes" | "hours" | null;
  /**
   * Read columns that are named by moments (years, months, hours) as rows.
   */
  readonly datesAcross?: boolean;
  /**
   * Cells that mean 'no value', besides the usual ones, for example ["-999"].
   */
  readonly missing?: readonly string[];
}
/**
 * Put records together before anything is detected, for example transactions by day.
 */
export interface AggregateConfig {
  /**
   * Period of the calendar; weeks start on Monday.
   */
  readonly by?: "hour" | "day" | "week" | "month" | null;
  /**
   * How a column is put together, by name: sum, mean, count, distinct or median. Left out: summed, or averaged when the name says that it is a rate.
   */
  readonly how?: Readonly<Record<string, "sum" | "mean" | "count" | "distinct" | "median">>;
  /**
   * Keep a first or last period that the file cuts off.
   */
  readonly keepUnfinished?: boolean;
}
/**
 * Which values of columns.segments get a series of their own; the others are pooled.
 */
export interface SegmentsConfig {
  /**
   * Most of them, largest first.
   */
  readonly top?: number;
  /**
   * Least share of the whole.
   */
  readonly minimumShare?: number;
  /**
   * Least moments with records; 24 is the least that a season can be told from.
   */
  readonly minimumHistory?: number;
}
/**
 * What counts for a KPI, whatever its score.
 */
export interface RuleConfig {
  /**
   * Only rises, only falls, or both.
   */
  readonly direction?: "up" | "down" | "both";
  /**
   * Least distance from expected, in the KPI's unit.
   */
  readonly minimumEffect?: number;
  /**
   * The same in percent of the expected value.
   */
  readonly minimumEffectPercent?: number;
  /**
   * Least number of points.
   */
  readonly minimumLength?: number;
}
/**
 * Something that is known to move the KPIs: a holiday, a promotion, an outage. It is expected, and kept out of what is usual.
 */
export interface EventConfig {
  /**
   * What it is called.
   */
  readonly name?: string;
  /**
   * A single day or moment, ISO 8601; or start and end.
   */
  readonly date?: string;
  /**
   * First moment, ISO 8601.
   */
  readonly start?: string;
  /**
   * Last moment, inclusive; a date alone means its whole day.
   */
  readonly end?: string;
}
/**
 * Settings of one detector or feature: `enabled` and its own options by name.
 */
export interface EntryConfig {
  /**
   * Whether it is used.
   */
  readonly enabled?: boolean;
  readonly [k: string]: unknown;
}

/** Options that decide with what was fitted, and change no fit. */
export type DecisionOption = "mode" | "sensitivity" | "falseAlarms" | "consensus" | "votes" | "rules" | "incidentGap";
