import { formats } from "../../kernel-lib/src/io/formats/formats.js";
import type { AssumptionFacts } from "../../kernel-lib/src/assumption.js";
import type { FixFacts } from "../../kernel-lib/src/evaluate/fixes.js";
import type { InsightFacts } from "../../kernel-lib/src/profile/analyses/insights.js";
import type { ConfigFault, YamlFault } from "../../kernel-lib/src/config-fault.js";
import type { InputProblemFacts } from "../../kernel-lib/src/input-problems.js";
import type { AlertFacts } from "../../kernel-lib/src/profile/alerts.js";
import type { ProgressFacts } from "../../kernel-lib/src/progress.js";
import type { SkipFacts } from "../../kernel-lib/src/skip-reason.js";
import type { WarningFacts } from "../../kernel-lib/src/warning.js";
import type { ProfileFacts, ToldIncident, WhyFacts } from "../../kernel-lib/src/words/catalogue.js";
import type { PhraseFacts } from "../../kernel-lib/src/words/subjects/documents.js";
import type { MomentScale } from "../../kernel-lib/src/words/moments.js";

/** Facts for every sentence of a subject, by its key: one that is missing does not compile. */
type Examples<Facts> = { readonly [Key in keyof Facts]: readonly [Facts[Key], ...Facts[Key][]] };

const DAY = 86_400_000;
const moment = Date.UTC(2025, 6, 1, 14);
const day = Date.UTC(2025, 6, 1);
const ways = [
  { how: "sum", columns: ["sales", "orders"] },
  { how: "mean", columns: ["rating"] },
] as const;

export const fixes: Examples<FixFacts> = {
  "missing code": [
    { value: -200, columns: ["CO", "NO2"], cells: 16_701 },
    { value: -999.5, columns: ["CO"], cells: 1 },
  ],
  totals: [
    { by: "day", rows: 998 },
    { by: "hour", rows: 1 },
  ],
  segments: [{ column: "Branch", values: ["A", "B", "C"] }],
  holidays: [
    { dates: [{ key: "fixed", value: 704 }], incidents: 4, days: 6, given: false },
    {
      dates: [
        { key: "fixed", value: 1225 },
        { key: "easter", value: -2 },
        { key: "nthWeekday", value: 1133 },
      ],
      incidents: 1,
      days: 1,
      given: true,
    },
  ],
  "month ends": [
    { which: "last", months: 6, incidents: 7 },
    { which: "first", months: 3, incidents: 3 },
  ],
};

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
  durations_as_seconds: [{ column: "watch time" }],
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
  days_without_year: [{ column: "date" }],
  buddhist_years: [{ column: "date" }],
  minguo_years: [{ column: "date" }],
  fiscal_periods: [{ column: "period" }],
  interval_start_taken: [{ column: "hour" }],
  settlement_periods: [{ column: "period", perDay: 48 }],
  whole_lines_quoted: [{}],
  dates_across: [{ columns: 30, first: "Jan 2022", last: "Jun 2024" }],
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

const revenue = { kpi: "revenue", series: "" };
const berlin = { kpi: "revenue", series: "Berlin" };

export const skips: Examples<SkipFacts> = {
  no_values: [{}],
  too_few_rows: [
    { needed: 21, rows: 12 },
    { needed: 21, rows: 1 },
  ],
  too_much_memory: [{ gigabytes: 12, most: 4, rows: 3_000_000, features: 18 }],
  too_many_points: [{ most: 200_000 }],
  no_season: [{ needed: 24 }],
  too_few_cycles: [{}],
  no_counts: [{}],
  no_dates: [{ years: 3 }],
  no_other_kpi: [{}],
  nothing_expected: [{}],
  no_related_kpi: [{}],
  own: [{ text: "Too few points." }],
};

export const assumptions: Examples<AssumptionFacts> = {
  date: [
    { columns: ["date"], format: "YYYY-MM-DD" },
    { columns: ["date", "time"], format: "YYYY-MM-DD HH:mm" },
    { columns: [], format: "" },
  ],
  kpis: [{ names: ["open", "high", "low"] }, { names: ["open"] }, { names: [..."abcdefghijklmn"] }],
  reading: [{ said: { code: "durations_as_seconds", facts: { column: "watch time" } } }],
  mostKpis: [{ there: 120, analysed: 50 }],
  aggregate: [{ by: "day" }, { by: null }],
  segments: [{ keys: ["store"], total: "Total" }],
  key: [{ key: "store" }],
  cadence: [
    { label: "hourly", regularity: 1 },
    { label: "30min", regularity: 0.98 },
    { label: "irregular", regularity: 0.3 },
    { label: "business-daily", regularity: 0.9999 },
  ],
  seasons: [
    { byHand: null, found: [{ periods: ["week"], contained: ["day"], of: [revenue] }], refused: [] },
    { byHand: null, found: [{ periods: ["day", "week"], contained: [], of: [revenue] }], refused: ["year"] },
    {
      byHand: null,
      found: [{ periods: [], contained: [], of: [revenue] }],
      refused: ["week", "48 rows (3 waves of 16.0)"],
    },
    {
      byHand: null,
      found: [
        { periods: ["week"], contained: [], of: [revenue, berlin] },
        { periods: [], contained: [], of: [{ kpi: "noise", series: "" }] },
      ],
      refused: ["month of year"],
    },
    { byHand: ["week"], found: [{ periods: ["week"], contained: [], of: [revenue] }], refused: [] },
    { byHand: [], found: [{ periods: [], contained: [], of: [revenue] }], refused: [] },
  ],
  mode: [
    { mode: "auto", sensitivity: 50, consensus: 2 },
    { mode: "vote", sensitivity: 50, consensus: 2 },
    { mode: "vote", sensitivity: 50, consensus: 1 },
  ],
  falseAlarms: [
    { expected: 0.1, days: 60, kpis: 1 },
    { expected: 0.04, days: 730, kpis: 3 },
    { expected: 2, days: 7, kpis: 1 },
    { expected: 0.05, days: 0, kpis: 1 },
  ],
  events: [{ events: 1 }, { events: 3 }],
  holidays: [
    { place: "DE-BY", known: true },
    { place: "US", known: false },
  ],
  withoutVotes: [{ detectors: ["Z-score", "Isolation Forest"] }, { detectors: ["Z-score"] }],
  baseline: [{}],
  notJudged: [{ points: 1 }, { points: 24 }],
  skipped: [
    { detectors: ["One-Class SVM"], reason: { code: "too_few_rows", facts: { needed: 21, rows: 12 } }, on: [] },
    { detectors: ["Z-score", "IQR"], reason: { code: "no_values", facts: {} }, on: [revenue, berlin] },
  ],
  engine: [{ missing: "webAssembly" }, { missing: "features" }, { missing: "permission" }, { missing: "memory" }],
  verdicts: [{ stretches: 1 }, { stretches: 2 }],
  seed: [{ seed: 42 }],
};

const daily: MomentScale = { dated: true, unit: "day", year: true };
const hourly: MomentScale = { dated: true, unit: "minute", year: false };

/** What most sentences about an incident share. */
export const incident: ToldIncident = {
  kind: "dip",
  from: day,
  to: day,
  length: 1,
  actual: 3281,
  expected: 27_950,
  deviation: 3281 - 27_950,
  percent: 88.26,
  weekday: 4,
  rank: 1,
  of: 200,
  rhythm: "days",
  cycle: "week",
  sides: null,
  level: undefined,
  still: { value: 0, expected: 412 },
  missingPeak: null,
  late: null,
  isUsual: false,
  missing: null,
  middleHalf: undefined,
  decimals: 0,
  cadence: "daily",
  scale: daily,
};

export const incidents: Readonly<Record<ToldIncident["kind"], readonly [ToldIncident, ...ToldIncident[]]>> = {
  spike: [
    { ...incident, actual: 60_000, deviation: 32_050, percent: 114 },
    { ...incident, actual: 5433, expected: 5434.4, deviation: -1.4, percent: null, isUsual: true, rank: 300 },
    { ...incident, weekday: null, percent: 9.8, rank: 20, of: 5105 },
    { ...incident, weekday: null, percent: null, rank: 60, cycle: "week", rhythm: "hours", cadence: "hourly" },
    { ...incident, weekday: null, rank: 60, cycle: "day", rhythm: "minutes", cadence: "5min", scale: hourly },
    { ...incident, weekday: null, rank: 60, cycle: "year", cadence: "monthly" },
    { ...incident, weekday: null, rank: 60, cycle: "", cadence: "", scale: { ...daily, dated: false } },
    { ...incident, rank: NaN },
    { ...incident, deviation: NaN, expected: NaN, percent: null },
  ],
  dip: [incident, { ...incident, actual: 0.00012, expected: 0.00034, deviation: -0.00022, percent: 64.7, decimals: 5 }],
  "level shift": [
    { ...incident, kind: "level shift", level: { before: 1000, after: 700, stayed: true, percent: 30 } },
    { ...incident, level: { before: 700, after: 1000, stayed: false, percent: 42.8 }, to: day + 9 * DAY },
    { ...incident, level: { before: -3, after: 5, stayed: true, percent: null } },
    { ...incident, level: undefined },
  ],
  "trend break": [{ ...incident, kind: "trend break" }],
  "variance burst": [
    {
      ...incident,
      sides: { above: { amount: 10, percent: 9.6 }, below: { amount: 8, percent: 8.1 } },
    },
    { ...incident, sides: { above: { amount: 10, percent: null }, below: { amount: 8, percent: null } } },
    { ...incident, sides: null },
  ],
  "flat line": [
    { ...incident, length: 12, cadence: "hourly", scale: hourly },
    { ...incident, still: { value: 50.1, expected: 50.2 }, decimals: 1, length: 12, cadence: "30min" },
    { ...incident, length: 5, cadence: "" },
  ],
  missing: [
    {
      ...incident,
      cadence: "business-daily",
      missing: { from: Date.UTC(2001, 8, 11), to: Date.UTC(2001, 8, 14), periods: 4, inside: true },
    },
    { ...incident, missing: { from: day, to: day, periods: 1, inside: true } },
    {
      ...incident,
      cadence: "hourly",
      scale: hourly,
      missing: { from: moment, to: moment + 3 * DAY, periods: 73, inside: true },
    },
    { ...incident, cadence: "hourly", scale: hourly, missing: { from: day, to: moment, periods: 15, inside: true } },
    { ...incident, cadence: "irregular", missing: { from: day, to: day + 9 * DAY, periods: 1, inside: false } },
    { ...incident, cadence: "", missing: { from: 4, to: 9, periods: 5, inside: false } },
    { ...incident, missing: null },
    { ...incident, missing: null, length: 12 },
  ],
  "pattern break": [
    { ...incident, missingPeak: 19 },
    { ...incident, missingPeak: 2 },
    { ...incident, rank: 400, cycle: "week" },
    { ...incident, rank: 400, cycle: "48 rows" },
    { ...incident, rank: 7 },
    { ...incident, late: 1, cadence: "hourly" },
    { ...incident, late: -2, cadence: "" },
  ],
  voted: [
    { ...incident, actual: 410, middleHalf: { low: 200, high: 300, votes: 2, voters: 3 } },
    { ...incident, actual: 250, middleHalf: { low: 200, high: 300, votes: 1, voters: 1 } },
    incident,
  ],
};

const score = { deviations: 2.345, score: 0.41, threshold: 1 };

export const why: Examples<WhyFacts> = {
  incident: [{ rank: 3 }],
  missing: [{}],
  "known event": [{}],
  "not judged": [{}],
  "below threshold": [score, { ...score, deviations: NaN }],
  silenced: [
    { ...score, rule: "only_rises" },
    { ...score, rule: "only_falls" },
    { ...score, rule: "least_effect" },
    { ...score, rule: "least_share" },
    { ...score, rule: "least_length" },
  ],
  "beside incident": [score],
  "too short": [{}],
  "no features": [{}],
  "silenced by rule": [{}],
  votes: [
    { votes: 0, needed: 2 },
    { votes: 1, needed: 2 },
    { votes: 2, needed: 3 },
  ],
};

export const alerts: Examples<AlertFacts> = {
  warning: [{ warning: { code: "empty_column", facts: { column: "note" } } }],
  unsorted: [{}],
  repeated: [{ rows: 1 }, { rows: 12 }],
  empty: [{ of: berlin }],
  constant: [{ of: revenue, value: 5 }],
  missing: [{ of: revenue, share: 0.124 }],
  zeros: [{ of: revenue, share: 0.5 }],
  skewed: [
    { of: revenue, skew: 3.21 },
    { of: revenue, skew: -2.5 },
  ],
  still: [
    { of: revenue, value: 5, points: 20, more: 0 },
    { of: revenue, value: 5, points: 20, more: 2 },
  ],
  "level shift": [
    { of: revenue, before: 50, after: 70, time: day, dated: true },
    { of: revenue, before: 50, after: 70, time: 12, dated: false },
  ],
  "stands out": [
    { of: revenue, stretches: 1, time: day, dated: true },
    { of: berlin, stretches: 6, time: 12, dated: false },
  ],
  "nearly the same": [{ kpis: ["first", "copy"] }],
};

const time = { columns: ["date"], first: day, last: day + 90 * DAY, cadence: "daily", regularity: 1, scale: daily };

export const profile: Examples<ProfileFacts> = {
  size: [
    { file: "sales.csv", rows: 1, kpis: 1, key: null },
    { file: "sales.csv", rows: 5105, kpis: 3, key: { column: "store", series: 12 } },
  ],
  time: [
    { ...time, order: "ascending", duplicates: 0, gapCount: 0, gaps: [] },
    {
      ...time,
      regularity: 0.97,
      order: "descending",
      duplicates: 1,
      gapCount: 2,
      gaps: [{ from: day, to: day + 6 * DAY, missing: 5 }],
    },
    { ...time, first: NaN, order: "unsorted", duplicates: 0, gapCount: 0, gaps: [] },
    { ...time, scale: { ...daily, dated: false }, order: "no dates", duplicates: 0, gapCount: 0, gaps: [] },
    { ...time, cadence: "irregular", order: "unsorted", duplicates: 2, gapCount: 0, gaps: [] },
  ],
  seasons: [
    { labels: [], contained: [] },
    { labels: ["week", "year"], contained: ["day"] },
    { labels: ["48 rows"], contained: [] },
  ],
  alerts: [{ count: 0 }, { count: 1 }, { count: 7 }],
};

const worst = { kpi: "visits", series: "", missing: 40, points: 500, longest: 12, from: day };

export const insights: Examples<InsightFacts> = {
  correlation: [
    { first: "open", second: "close", value: 0.987, beyond: 3, pairs: 6 },
    { first: "price", second: "orders", value: -0.4, beyond: 0, pairs: 1 },
  ],
  missing: [
    { worst: null, kpis: 0, of: 3, together: [], rowsLacking: 0, dated: true },
    { worst: null, kpis: 0, of: 3, together: [], rowsLacking: 1, dated: true },
    { worst, kpis: 2, of: 3, together: ["visits", "orders"], rowsLacking: 4, dated: true },
    { worst: { ...worst, series: "Berlin", longest: 1 }, kpis: 1, of: 3, together: [], rowsLacking: 0, dated: false },
  ],
  "partial autocorrelation": [
    { of: revenue, strongest: [], outside: 0, lags: 40 },
    { of: berlin, strongest: [{ lag: 1, value: 0.8123 }], outside: 1, lags: 12 },
    {
      of: revenue,
      strongest: [
        { lag: 7, value: 0.61 },
        { lag: 1, value: -0.3 },
      ],
      outside: 5,
      lags: 40,
    },
  ],
  stationarity: [
    {
      of: revenue,
      verdict: "level",
      withoutSeason: true,
      level: 0.1,
      trend: 0.1,
      wandering: { p: 0.0001, ruledOut: true },
    },
    {
      of: revenue,
      verdict: "level",
      withoutSeason: false,
      level: 0.07,
      trend: 0.1,
      wandering: { p: 0.42, ruledOut: false },
    },
    { of: revenue, verdict: "trend", withoutSeason: false, level: 0.01, trend: 0.0712, wandering: null },
    {
      of: berlin,
      verdict: "neither",
      withoutSeason: true,
      level: 0.01,
      trend: 0.0312,
      wandering: { p: 0.0213, ruledOut: true },
    },
    {
      of: revenue,
      verdict: "neither",
      withoutSeason: true,
      level: 0.01,
      trend: 0.01,
      wandering: { p: 0.9, ruledOut: false },
    },
  ],
  calendar: [
    { of: revenue, by: "hour", highest: 18, lowest: 3, high: 4512.3, low: 820, apart: true },
    { of: revenue, by: "weekday", highest: 5, lowest: 0, high: 4512.3, low: 4400, apart: false },
    { of: berlin, by: "month", highest: 11, lowest: 1, high: 4512.3, low: 820, apart: true },
    { of: revenue, by: "hour", highest: 0, lowest: 0, high: 12, low: 12, apart: false },
    { of: revenue, by: "weekday", highest: 0, lowest: 0, high: 1.8, low: 1.8, apart: false },
    { of: revenue, by: "month", highest: 0, lowest: 0, high: 12, low: 12, apart: false },
  ],
  years: [
    { of: revenue, year: 2025, before: 2024, by: "week", places: 17, mean: 90, meanBefore: 80, change: 0.125 },
    { of: berlin, year: 2025, before: 2024, by: "month", places: 1, mean: 70, meanBefore: 80, change: -0.125 },
    { of: revenue, year: 2025, before: 2024, by: "month", places: 12, mean: 3, meanBefore: -1, change: null },
  ],
  growth: [
    { of: revenue, perYear: 0.124, isShare: true, overall: "up" },
    { of: revenue, perYear: 0.124, isShare: true, overall: "none" },
    { of: berlin, perYear: -341.2, isShare: false, overall: "down" },
    { of: berlin, perYear: -341.2, isShare: false, overall: "up" },
  ],
  noise: [
    { of: revenue, by: "hour", highest: 14, lowest: 3, high: 0.124, low: 0.031, isShare: true },
    { of: berlin, by: "weekday", highest: 5, lowest: 0, high: 431.2, low: 96.4, isShare: false },
  ],
  "log scale": [{ of: revenue, times: 32.2 }],
  changes: [
    { of: revenue, lasting: 0, temporary: 0, largest: null, dated: true },
    {
      of: revenue,
      lasting: 1,
      temporary: 0,
      largest: { from: 50.2, to: 70.1, time: day, until: null },
      dated: true,
    },
    {
      of: berlin,
      lasting: 2,
      temporary: 1,
      largest: { from: 50.2, to: 20.1, time: 12, until: 30 },
      dated: false,
    },
  ],
  dates: [
    { of: revenue, dates: [{ key: "fixed", value: 1225, effect: -8.31, years: 4 }] },
    {
      of: berlin,
      dates: [
        { key: "nthWeekday", value: 1133, effect: 5, years: 3 },
        { key: "lastWeekday", value: 500, effect: -4, years: 3 },
        { key: "easter", value: -2, effect: -4, years: 3 },
        { key: "monthEnd", value: -1, effect: 3, years: 40 },
      ],
    },
    { of: revenue, dates: [{ key: "easter", value: 20, effect: -4, years: 3 }] },
    { of: revenue, dates: [{ key: "monthEnd", value: 2, effect: 4, years: 30 }] },
    { of: revenue, dates: [{ key: "week", value: 51, effect: 4, years: 5 }] },
    {
      of: revenue,
      dates: [
        { key: "afterWeekday", value: 11133, effect: 4, years: 3 },
        { key: "afterWeekday", value: 41133, effect: 4, years: 3 },
      ],
    },
    { of: revenue, dates: [{ key: "monthDay", value: 22, effect: 4, years: 30 }] },
    {
      of: revenue,
      dates: [
        { key: "monthWorkday", value: -1, effect: 4, years: 30 },
        { key: "monthWorkday", value: 2, effect: 4, years: 30 },
        {
          key: "nthWeekday",
          value: 1133,
          effect: -4,
          years: 3,
          names: { en: "Thanksgiving Day", de: "Thanksgiving" },
        },
      ],
    },
  ],
};

export const progress: Examples<ProgressFacts> = {
  reading: [{ file: "sales.csv" }],
  detector: [
    { detector: "oneClassSvm", title: "One-Class SVM", seconds: 95, kpi: "revenue", series: "Berlin" },
    { detector: "zScore", title: "Z-score", seconds: null, kpi: "revenue", series: "" },
  ],
  series: [{ kpi: "revenue", series: "Berlin" }],
  wholeFile: [{}],
  look: [{ look: 3, of: 20 }],
  refit: [
    { run: 3, of: 40, how: "seed" },
    { run: 4, of: 40, how: "a way of one's own" },
  ],
  planting: [{ what: "levelShift" }],
  trying: [{ title: "Z-score", option: "threshold", value: 3.5 }],
  done: [{}],
};

export const phrases: Examples<PhraseFacts> = {
  kernelInstalled: [{ folder: "/home/me/.local/share/jupyter/kernels/kpi-typescript" }],
  kernelRemoved: [{ folder: "/home/me/.local/share/jupyter/kernels/kpi-typescript" }],
  runningCell: [{ cell: 2, of: 14 }],
  batchFound: [
    { incidents: 12, affected: 9, series: 2000, rows: 730_000, jobs: 2000 },
    { incidents: 0, affected: 0, series: 1, rows: 1, jobs: 1 },
  ],
  withdrawn: [
    { incidents: 4, series: 2000 },
    { incidents: 1, series: 50 },
  ],
  jobsMissing: [{ jobs: 1 }, { jobs: 12 }],
  givenUp: [{ tries: 3, reason: "The process was ended by SIGABRT." }],
  jobEnded: [
    { code: null, signal: "SIGABRT" },
    { code: 134, signal: null },
  ],
  workerLost: [{}],
  momentOf: [{ files: 3, series: 5, first: "store-1.csv: sales" }],
  batchProgress: [
    { done: 312, of: 2000, rate: 14.2, left: 119 },
    { done: 0, of: 2000, rate: null, left: null },
    { done: 312, of: 2000, rate: 1, left: 9000 },
  ],
  batchStopped: [{ done: 312, of: 2000 }],
  batchGivenUp: [{ jobs: 1 }, { jobs: 3 }],
  longRun: [
    { seconds: 4000, detectors: ["One-Class SVM"], secondsWithout: 40, rows: 10_000_000, series: 1 },
    { seconds: 200, detectors: [], secondsWithout: 200, rows: 2000, series: 10_000 },
  ],
  found: [
    { incidents: 0, file: "sales.csv", rows: 5105 },
    { incidents: 1, file: null, rows: 1 },
  ],
  falseAlarmRate: [
    { expected: 0.4, days: 731 },
    { expected: 0.05, days: 2167 },
    { expected: 3.21, days: 0 },
  ],
  foundInSeries: [
    { moments: 3, affected: 1, rows: 5105, series: 1 },
    { moments: 0, affected: 0, rows: 5105, series: 6 },
    { moments: 2, affected: 3, rows: 5105, series: 6 },
  ],
  caption: [
    { incidents: 20, kpi: "revenue", series: 1, file: "sales.csv", worst: 12 },
    { incidents: 0, kpi: "revenue", series: 3, file: "sales.csv", worst: null },
  ],
  firstOf: [{ shown: 20, of: 60 }],
  trendBy: [
    { direction: "up", change: "1.2M" },
    { direction: "down", change: "3" },
  ],
  more: [{ count: 1200 }],
  moreSeries: [{ count: 1 }, { count: 4 }],
  quietSeries: [{ count: 1 }, { count: 4 }],
  tooFew: [
    { file: "sales.csv", rows: 18, needed: 24 },
    { file: null, rows: 1, needed: 24 },
  ],
  notJudged: [
    { series: "revenue", values: 1, needed: 24, standout: null },
    {
      series: "revenue",
      values: 18,
      needed: 24,
      standout: { value: "900", when: "1 Mar 2024", others: "100" },
    },
  ],
  nothingFound: [{ series: "revenue" }],
  incidentsOf: [{ file: "sales.csv" }],
  changed: [{ from: 40, to: 70 }],
  table: [
    { file: "sales.csv", rows: 5105, cadence: "daily", kpis: ["a", "b"], key: "store", shown: 10 },
    { file: "sales.csv", rows: 3, cadence: null, kpis: [], key: null, shown: 3 },
    { file: "sales.csv", rows: 3, cadence: "irregular", kpis: ["a"], key: null, shown: 3 },
  ],
};

const named = { path: "sales.csv" };
const folder = "kernels";
const file = "sales.ipynb";
const everyYamlFault: Readonly<Record<YamlFault, true>> = {
  tab: true,
  indent: true,
  missing_mark: true,
  same_key: true,
  key: true,
  block_in_brackets: true,
  alias: true,
  escape: true,
  character: true,
  several_documents: true,
  tag: true,
  nested: true,
  unexpected: true,
};
const yamlFaults = Object.keys(everyYamlFault) as YamlFault[];
const faults: readonly ConfigFault[] = [
  { kind: "unknown_key", key: "sensitvity", near: "sensitivity", known: ["sensitivity"] },
  { kind: "unknown_key", key: "rules.x.y", near: null, known: ["direction", "minimumLength"] },
  { kind: "unknown_key", key: "x", near: null, known: [] },
  { kind: "not_finite", key: "coverage", value: ".inf" },
  { kind: "type", key: "seed", found: "string", needed: ["number", "integer"] },
  { kind: "choice", key: "mode", known: ["auto", "vote"] },
  { kind: "too_small", key: "seed", value: -1, limit: 0, inclusive: true },
  { kind: "too_small", key: "coverage", value: 0, limit: 0, inclusive: false },
  { kind: "too_large", key: "sensitivity", value: 101, limit: 100, inclusive: true },
  { kind: "too_large", key: "coverage", value: 1, limit: 1, inclusive: false },
  { kind: "schema", key: "falseAlarms", keyword: "pattern", example: "1 per month" },
  { kind: "schema", key: "", keyword: "contains", example: null },
  ...yamlFaults.map((fault) => ({ kind: "syntax", fault }) as const),
  { kind: "too_long", most: 600_000 },
  { kind: "aliases" },
];
const otherFiles = ["zip", "xls", "gzip", "bzip2", "zstandard", "7zip", "xz", "pdf", "png", "jpeg", "gif"] as const;

export const errors: Examples<InputProblemFacts> = {
  no_file: [named],
  is_folder: [named],
  not_permitted: [named],
  circular_link: [named],
  not_readable: [{ ...named, reason: "EIO" }],
  too_many_bytes: [
    { ...named, bytes: 3_000_000_000, most: 2_147_483_647 },
    { ...named, bytes: null, most: 2_147_483_647 },
  ],
  not_enough_memory: [named],
  other_file: [{ is: "parquet" }, { is: "sqlite" }, ...otherFiles.map((is) => ({ is }))],
  binary: [{}],
  text_too_large: [{ bytes: 3_000_000_000, most: 2_147_483_647 }],
  no_bytes: [{}],
  blank_lines: [{}],
  header_only: [{ names: ["date", "sales"] }],
  no_rows: [{}],
  no_columns: [{}],
  no_rows_below: [{ names: ["date", "sales"] }],
  too_many_columns: [{ columns: 90_000, most: 16_384 }],
  one_row: [{}],
  markup: [{ is: "markup" }, { is: "json" }, { is: "document" }],
  prose: [{}],
  turned_too_large: [{ rows: 90_000_000, most: 50_000_000 }],
  nothing_piped: [{}],
  damaged: [
    { is: formats[0].name, called: formats[0].called, reason: "Unexpected token" },
    ...formats.flatMap(({ name: is, called }) =>
      [null, "packing", "no_sheet"].map((reason) => ({ is, called, reason })),
    ),
  ],
  no_part: [
    { part: "sheet", told: "Q5", names: ["Q1", "Q2"], count: 2 },
    { part: "records", told: "rows", names: ["data"], count: 30 },
  ],
  unpacks_too_far: [{}],
  broken_json: [
    { line: 3, fault: "too_deep" },
    { line: 3, fault: "never_ends" },
    { line: 3, fault: "open_quote" },
    { line: 3, fault: "invalid" },
    { line: 3, fault: "cut_off" },
  ],
  invalid_json: [
    { line: 3, reason: "Unexpected token" },
    { line: 3, reason: null },
  ],
  no_records: [{}],
  too_many_names: [{ names: 12_000 }],
  no_table_with_rows: [{}],
  other_workbook: [{ is: "opendocument" }, { is: "xlsb" }],
  several_files: [
    { names: ["a.csv", "b.csv"], count: 2 },
    { names: ["a.csv", "b.csv"], count: 40 },
  ],
  delimiter: [{ delimiter: "::" }],
  line_number: [
    { option: "headerRow", value: -1 },
    { option: "skipRows", value: 1.5 },
  ],
  encoding: [{ encoding: "utf-9" }],
  date_format_without_year: [{ format: "DD/MM" }],
  date_format_of_no_column: [{ format: "YYYY" }],
  no_dates: [{ columns: ["shop"] }, { columns: ["shop", "till"] }],
  no_dates_in_format: [{ columns: ["date"], format: "DD/MM/YYYY", first: "2024-01-31" }],
  nothing_across: [{}],
  no_column: [{ column: "Sales", columns: ["date", "sales"] }],
  no_column_for_option: [{ column: "Sales", option: "columns.key" }],
  no_key_value: [{ key: "shop", value: "Rome", values: ["Paris", "Berlin"] }],
  text_column: [{ column: "note" }],
  column_without_numbers: [{ column: "note" }],
  no_kpi: [{}],
  no_numbers: [{ columns: ["date", "note"] }],
  uneven_columns: [{ column: "sales", cells: 99, first: "date", length: 100 }],
  no_date_to_group_by: [{}],
  no_segment_columns: [{}],
  nothing_in_period: [{ by: "day" }],
  how_without_by: [{}],
  not_additive: [
    { column: "price", how: "median" },
    { column: "customer", how: "distinct" },
  ],
  too_many_cells: [{ groups: 90_000, moments: 9_000, cells: 810_000_000, most: 50_000_000 }],
  text_put_together: [{ column: "note", how: "mean" }],
  config_file: [{ file: "kpi-anomaly.yaml", line: 3, fault: faults[0] }],
  config: [{ fault: faults[1] }, ...faults.map((fault) => ({ fault }))],
  consensus: [{ asked: 9, voters: 5 }],
  other_reading: [
    { option: "read.decimal", asked: ",", used: "." },
    { option: "columns.key", asked: "shop", used: null },
  ],
  window_too_long: [{ option: "features.rollingMean.window", asked: 900, rows: 100 }],
  event_without_date: [
    { event: 1, name: null },
    { event: 2, name: "Fair" },
  ],
  event_date: [
    { text: "soon", place: { event: 1 } },
    { text: "soon", place: { line: 7 } },
  ],
  events_without_date_column: [{ columns: ["when", "what"] }],
  calendar: [{ reason: "invalid line" }],
  holidays_package: [{}],
  holidays_place: [{ place: "XX" }],
  calendar_repeats: [{}],
  calendar_too_large: [{ most: 100_000 }],
  calendar_takes_long: [{ file: "fairs.ics", seconds: 30 }],
  too_many_events: [{ file: "fairs.csv", events: 200_000, most: 100_000 }],
  verdicts: [{}],
  no_series: [
    { kpi: "sales", key: "Rome", names: ["sales (Paris)"] },
    { kpi: null, key: "Rome", names: [] },
  ],
  no_series_of: [
    { kpi: "sales", key: "Rome" },
    { kpi: null, key: null },
  ],
  no_shared_incident: [
    { rank: 1, count: 0 },
    { rank: 9, count: 2 },
  ],
  detector_did_not_run: [{ detector: "zScore", ran: ["levelShift"] }],
  no_detector: [{ detector: "z", known: ["zScore"] }],
  no_numeric_param: [
    { detector: "Z-score", option: "t", known: ["threshold"] },
    { detector: "Drift", option: "t", known: [] },
  ],
  nothing_to_compare: [{}],
  backtest_options: [{ looks: 0, warmUp: 2 }],
  backtest_rows: [{ rows: 4, needed: 10 }],
  no_incident_ranked: [{ rank: 1 }, { rank: 7 }],
  no_segments: [{}],
  no_total: [{ kpi: "sales" }],
  no_segment: [{ segment: "Rome" }],
  nothing_in_stretch: [{ kpi: "sales" }],
  no_incident_of: [
    { kpi: "sales", incident: null },
    { kpi: "sales", incident: 4 },
  ],
  label_count: [{ labels: 9, points: 1000 }],
  no_value_at: [
    { line: 1, time: null },
    { line: null, time: moment },
    { line: null, time: day },
  ],
  no_room: [{ kpi: "sales", points: 12, kinds: ["levelShift", "missingPeriod"] }],
  not_a_notebook: [
    { file, reason: null },
    { file, reason: "Unexpected token" },
  ],
  notebook_version: [{ file, version: "3" }],
  notebook_language: [{ file, language: "python" }],
  engine_not_built: [{ program: "engine.js" }],
  no_folder: [{ folder }],
  no_tslab: [{}],
  no_zeromq: [{ reason: "no binding" }],
  kernel_not_writable: [{ folder, reason: "EACCES" }],
  kernel_not_installed: [{ folder }],
  no_connection_file: [named],
  connection_file: [named],
  cell_failed: [{ cell: 3, file, trace: "TypeError: x" }],
  no_subcommand: [{}],
  unknown_option: [
    { option: "--sensitvity", near: "--sensitivity" },
    { option: "--nonsense", near: null },
  ],
  unknown_command: [
    { command: "detct", near: "detect" },
    { command: "sales.csv", near: null },
  ],
  missing_argument: [{ argument: "file" }],
  missing_option: [{ option: "--out" }],
  option_without_value: [{ option: "--kpi" }],
  too_many_arguments: [
    { taken: 1, given: ["my", "sales.csv"] },
    { taken: 0, given: ["sales.csv"] },
  ],
  number_option: [{ option: "--coverage", text: "x" }],
  no_room_to_work: [{ limit: 1e9, left: 2e8, needed: 4.2e8 }],
  shard_option: [{ text: "9/8" }],
  count_option: [{ option: "--block" }],
  options_together: [{ one: "--shard", other: "--queue" }],
  names_no_file: [{ name: "stores/*.csv" }],
  manifest_line: [{ manifest: "stores.txt", line: 3 }],
  no_batch: [{ folder: "results" }],
  queue_address: [{}],
  queue_credentials: [{}],
  queue_packages: [{}],
  queue_certificates: [{ file: "ca.pem" }],
  queue_unreachable: [{ address: "localhost:6379", reason: "ECONNREFUSED" }],
  whole_number_option: [{ option: "--seed", text: "x" }],
  choice_option: [{ option: "--mode", known: ["auto", "vote"], text: "x" }],
  pair_option: [{ option: "--how", known: ["sum", "mean"], text: "x" }],
  periods_option: [{ option: "--season", text: "fortnight" }],
  moment_option: [{ option: "--at", text: "soon" }],
  sizes_option: [{ text: "x" }],
  no_segments_named: [{}],
  no_row_named: [{}],
  output_circular_link: [named],
  output_twice: [{ option: "--html", other: "--markdown", path: "out" }],
  output_is_input: [{ ...named, input: "sales.csv" }],
  not_writable: [
    { ...named, reason: "folder" },
    { ...named, reason: "EROFS" },
  ],
};
