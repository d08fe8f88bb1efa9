import type { WarningFacts } from "../../../kernel-lib/src/warning.js";
import { type Examples, DAY, moment, day, ways } from "./examples.js";

export const warnings: Examples<WarningFacts> = {
  too_few_rows_for_detection: [
    { rows: 12, needed: 20 },
    { rows: 1, needed: 20 },
  ],
  no_date_column_using_row_index: [{ rows: 5105 }],
  several_date_columns: [
    { used: "date", others: ["booked"] },
    { used: "date", others: ["booked", "paid"] },
  ],
  date_in_several_columns: [{ columns: ["date", "time"] }],
  mixed_date_formats: [{ column: "date", formats: ["YYYY-MM-DD", "DD.MM.YYYY"] }],
  ambiguous_date_order: [{ column: "date", format: "DD/MM/YYYY" }],
  excel_serial_dates_assumed: [{ column: "date" }],
  unparsable_date_rows: [
    { column: "date", rows: 3, monthNames: null },
    { column: "date", rows: 1, monthNames: null },
    { column: "date", rows: 0, monthNames: "German" },
  ],
  suspicious_dates: [
    { rows: 1, example: 0 },
    { rows: 2, example: day },
  ],
  unsorted_rows_sorted: [{ newestFirst: true }, { newestFirst: false }],
  duplicate_timestamps: [
    { rows: 1, example: moment },
    { rows: 7, example: day },
  ],
  long_format: [
    { columns: ["store"], series: 12 },
    { columns: ["store", "product"], series: 30 },
    { columns: ["store"], series: 0 },
  ],
  gap: [
    { gaps: 1, missing: 5, longest: { from: day, to: day + 6 * DAY }, clockChanges: 0, by: null },
    { gaps: 3, missing: 5, longest: { from: day, to: day + 90 * DAY }, clockChanges: 0, by: null, cadence: "monthly" },
    { gaps: 3, missing: null, longest: { from: day, to: moment }, clockChanges: 1, by: null },
    { gaps: 2, missing: 2, longest: { from: day, to: moment }, clockChanges: 2, by: null },
    { gaps: 2, missing: 2, longest: null, clockChanges: 0, by: "day" },
    { gaps: 1, missing: 1, longest: null, clockChanges: 0, by: "month" },
  ],
  irregular_intervals: [{ seconds: 90 }, { seconds: 3000 }, { seconds: 80_000 }, { seconds: 400_000 }],
  incomplete_last_period: [
    { time: day, cadence: "monthly", because: "early" },
    { time: day, cadence: "daily", because: "low" },
  ],
  constant_column: [{ column: "sales" }],
  empty_column: [{ column: "note" }],
  missing_values: [
    { column: "sales", missing: 12, of: 5105, unreadable: 0 },
    { column: "sales", missing: 1, of: 100, unreadable: 1 },
  ],
  non_finite_values: [
    { column: "ratio", cells: 1 },
    { column: "ratio", cells: 4 },
  ],
  possible_missing_value_code: [{ column: "sales", value: -999, times: 6 }],
  precision_above_2_53: [{ column: "id" }],
  not_utf8: [{ readAs: "utf-8" }, { readAs: "windows-1252" }],
  nul_bytes: [{ bytes: 1 }, { bytes: 3 }],
  no_header: [{ columns: 1 }, { columns: 4 }],
  duplicate_headers: [{ renamed: [{ from: "sales", to: "sales_2" }] }],
  empty_header: [
    { columns: 1, names: ["column_3"] },
    { columns: 7, names: ["column_1", "column_2", "column_3", "column_4", "column_5", "column_6", "column_7"] },
  ],
  ragged_rows: [
    { short: 1, long: 0 },
    { short: 3, long: 2 },
  ],
  unclosed_quote: [{ lines: [17] }],
  comment_lines_skipped: [{ lines: 1 }, { lines: 2 }],
  preamble_skipped: [{ lines: 1 }, { lines: 4 }],
  durations_as_seconds: [
    { column: "watch time", readAs: null, example: "", sure: true },
    { column: "watch time", readAs: "minutes", example: "4:35", sure: true },
    { column: "watch time", readAs: "hours", example: "4:35", sure: false },
  ],
  thousands_or_fraction: [
    { column: "sales", example: "3.123", value: 3123 },
    { column: "sales", example: "3,123", value: 3.123 },
  ],
  marks_cut_off: [
    { column: "volume", kind: "scale", marks: ["M", "K"], cells: 60 },
    { column: "volume", kind: "scale", marks: ["M"], cells: 1 },
    { column: "used", kind: "unit", marks: ["MiB"], cells: 60 },
    { column: "value", kind: "note", marks: ["p"], cells: 1 },
    { column: "value", kind: "note", marks: ["p", "*"], cells: 20 },
    { column: "balance", kind: "side", marks: ["Cr", "Dr"], cells: 30 },
  ],
  header_of_several_rows: [{ rows: 2 }],
  other_tables_skipped: [
    { tables: 1, line: 38 },
    { tables: 3, line: 12 },
  ],
  coarser_periods_left_out: [
    { column: "period", rows: 30, formats: ["YYYY", "YYYY-Qq"] },
    { column: "period", rows: 1, formats: ["YYYY"] },
  ],
  mixed_units: [
    { column: "amount", units: ["$", "€"] },
    { column: "rate", units: ["%", ""] },
  ],
  calendar_converted: [
    { column: "date", calendar: "persian" },
    { column: "date", calendar: "islamic" },
  ],
  days_without_year: [{ column: "date" }],
  buddhist_years: [{ column: "date" }],
  minguo_years: [{ column: "date" }],
  fiscal_periods: [{ column: "period" }],
  interval_start_taken: [{ column: "hour" }],
  settlement_periods: [{ column: "period", perDay: 48 }],
  whole_lines_quoted: [{}],
  dates_across: [{ columns: 30, first: "Jan 2022", last: "Jun 2024" }],
  filled_down: [{ column: "date", cells: 40 }],
  columns_turned_to_rows: [{ columns: 30 }],
  header_row_given: [{ line: 4 }],
  rows_skipped_as_told: [{ lines: 1 }, { lines: 3 }],
  sheet_chosen: [
    { sheet: "Sales", sheets: 2, others: ["Notes"] },
    { sheet: "Sales", sheets: 9, others: ["Notes", "2022", "2023", "2024", "Prices"] },
  ],
  sheet_given: [{ sheet: "Sales", sheets: 2, others: ["Notes"] }],
  encoding_given: [{ encoding: "shift_jis" }, { encoding: "koi8-r" }],
  many_columns: [{ columns: 240 }],
  aggregated: [
    { by: "day", ways },
    { by: "week", ways },
  ],
  unfinished_period_left_out: [
    { by: "day", which: "first", time: moment },
    { by: "month", which: "last", time: day },
  ],
  segments_pooled: [
    { keys: ["store"], total: "Total", others: null, kept: 5, values: 5, by: null, ways },
    { keys: ["store", "product"], total: "Total", others: "Others", kept: 3, values: 9, by: "day", ways },
    { keys: ["store"], total: "Total", others: "Others", kept: 3, values: 4, by: "hour", ways },
  ],
};
