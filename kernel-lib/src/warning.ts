/** A period by which rows are put together. */
export type By = "hour" | "day" | "week" | "month";

/** For each way of putting values together, the columns it is used for. */
export type WaysFound = readonly {
  readonly how: "sum" | "mean" | "count" | "distinct" | "median";
  readonly columns: readonly string[];
}[];

/** How dates and the order of rows were read. */
export interface DateWarnings {
  readonly no_date_column_using_row_index: { readonly rows: number };
  readonly several_date_columns: { readonly used: string; readonly others: readonly string[] };
  readonly date_in_several_columns: { readonly columns: readonly string[] };
  readonly mixed_date_formats: { readonly column: string; readonly formats: readonly string[] };
  readonly ambiguous_date_order: { readonly column: string; readonly format: string };
  readonly excel_serial_dates_assumed: { readonly column: string };
  /** `monthNames`: the language in which names of months were read; null where that is not the reason. */
  readonly unparsable_date_rows: { readonly column: string; readonly rows: number; readonly monthNames: string | null };
  readonly suspicious_dates: { readonly rows: number; readonly example: number };
  readonly unsorted_rows_sorted: { readonly newestFirst: boolean };
  readonly duplicate_timestamps: { readonly rows: number; readonly example: number };
  /** `missing`: moments without a value, null where the cadence is irregular; `by`: where rows were put together. */
  readonly gap: {
    readonly gaps: number;
    readonly missing: number | null;
    readonly longest: { readonly from: number; readonly to: number } | null;
    readonly clockChanges: number;
    readonly by: By | null;
    /** Label of the cadence, by which moments are told: of months by the month. */
    readonly cadence?: string;
  };
  readonly irregular_intervals: { readonly seconds: number };
  readonly incomplete_last_period: {
    readonly time: number;
    readonly cadence: string;
    readonly because: "early" | "low";
  };
  /** Days of another calendar, as those of the Gregorian one. */
  readonly calendar_converted: { readonly column: string; readonly calendar: "persian" | "islamic" };
  readonly days_without_year: { readonly column: string };
  readonly buddhist_years: { readonly column: string };
  readonly minguo_years: { readonly column: string };
  readonly fiscal_periods: { readonly column: string };
  readonly interval_start_taken: { readonly column: string };
  readonly settlement_periods: { readonly column: string; readonly perDay: number };
}

/** What columns hold. */
export interface ValueWarnings {
  /** Numbers with units that are not one (`$`, `€`; empty for none): they are kept as they are. */
  readonly mixed_units: { readonly column: string; readonly units: readonly string[] };
  readonly too_few_rows_for_detection: { readonly rows: number; readonly needed: number };
  readonly constant_column: { readonly column: string };
  readonly empty_column: { readonly column: string };
  readonly missing_values: {
    readonly column: string;
    readonly missing: number;
    readonly of: number;
    readonly unreadable: number;
  };
  readonly non_finite_values: { readonly column: string; readonly cells: number };
  readonly possible_missing_value_code: { readonly column: string; readonly value: number; readonly times: number };
  readonly precision_above_2_53: { readonly column: string };
  /**
   * Times such as `0:02:31` that are no time of day. `readAs`: what those of two parts, such as `example`, are; null where there
   * is none. `sure`: cells, name or user say so.
   */
  readonly durations_as_seconds: {
    readonly column: string;
    readonly readAs: "minutes" | "hours" | null;
    readonly example: string;
    readonly sure: boolean;
  };
  /** One mark and three digits behind it in every cell (`3.123`): `value` is what `example` was read as. */
  readonly thousands_or_fraction: { readonly column: string; readonly example: string; readonly value: number };
  /** What stands around numbers: powers of ten (`M`), units (`kWh`), notes (`*`), the side of an account (`Dr`). */
  readonly marks_cut_off: {
    readonly column: string;
    readonly kind: "scale" | "unit" | "note" | "side";
    readonly marks: readonly string[];
    readonly cells: number;
  };
}

/** How the text is laid out: encoding, header, quotes, other tables. */
export interface LayoutWarnings {
  /** `readAs`: what the bytes were read as after all. */
  readonly not_utf8: { readonly readAs: string };
  readonly nul_bytes: { readonly bytes: number };
  readonly no_header: { readonly columns: number };
  readonly duplicate_headers: { readonly renamed: readonly { readonly from: string; readonly to: string }[] };
  readonly empty_header: { readonly columns: number; readonly names: readonly string[] };
  readonly ragged_rows: { readonly short: number; readonly long: number };
  readonly unclosed_quote: { readonly lines: readonly number[] };
  readonly comment_lines_skipped: { readonly lines: number };
  readonly preamble_skipped: { readonly lines: number };
  readonly many_columns: { readonly columns: number };
  /** Names put together from so many rows. */
  readonly header_of_several_rows: { readonly rows: number };
  /** `line`: where the first of the other tables begins. */
  readonly other_tables_skipped: { readonly tables: number; readonly line: number };
  readonly whole_lines_quoted: Record<never, never>;
  readonly header_row_given: { readonly line: number };
  readonly rows_skipped_as_told: { readonly lines: number };
  readonly encoding_given: { readonly encoding: string };
  /** Sheet of a workbook, table of a database or list of a JSON file, of several; `others`: the first of those left out. */
  readonly sheet_chosen: { readonly sheet: string; readonly sheets: number; readonly others: readonly string[] };
  readonly sheet_given: { readonly sheet: string; readonly sheets: number; readonly others: readonly string[] };
}

/** How rows became series, and rows were put together. */
export interface ShapeWarnings {
  readonly long_format: { readonly columns: readonly string[]; readonly series: number };
  /** Years or quarters above or below the months they are the sums of. */
  readonly coarser_periods_left_out: {
    readonly column: string;
    readonly rows: number;
    readonly formats: readonly string[];
  };
  /** Columns named by moments: the series runs across. */
  readonly dates_across: { readonly columns: number; readonly first: string; readonly last: string };
  /** Cells left blank below a date or a name, as merged cells are, took it over. */
  readonly filled_down: { readonly column: string; readonly cells: number };
  /** The moments of so many columns became rows. */
  readonly columns_turned_to_rows: { readonly columns: number };
  readonly aggregated: { readonly by: By; readonly ways: WaysFound };
  readonly unfinished_period_left_out: { readonly by: By; readonly which: "first" | "last"; readonly time: number };
  /** `others`: name of what was pooled, null when nothing was. */
  readonly segments_pooled: {
    readonly keys: readonly string[];
    readonly total: string;
    readonly others: string | null;
    readonly kept: number;
    readonly values: number;
    readonly by: By | null;
    readonly ways: WaysFound;
  };
}

/** What is known about each kind of warning, by its stable code. Moments are milliseconds since 1970-01-01, names are columns. */
export interface WarningFacts extends DateWarnings, ValueWarnings, LayoutWarnings, ShapeWarnings {}

/** Every warning the reader can give, by stable code. */
export type WarningCode = keyof WarningFacts;

/** A warning of one code, or of several. */
export type WarningOf<Code extends WarningCode> = {
  readonly [Each in Code]: {
    /** Stable word such as `duplicate_timestamps`. */
    readonly code: Each;
    readonly facts: WarningFacts[Each];
    /** The column it is about, when it is about one. */
    readonly column?: string;
    /** Record numbers (from 1) it is about; at most the first 20. */
    readonly rows?: readonly number[];
    /** How many records it is about. */
    readonly count?: number;
  };
}[Code];

/** Something true about the file that a reader should know, as facts; `sentence` says it. Never stops the analysis. */
export type Warning = WarningOf<WarningCode>;
