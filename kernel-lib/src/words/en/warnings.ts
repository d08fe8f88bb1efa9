import type { WarningSentences } from "../catalogue.js";
import type { WaysFound } from "../../warning.js";
import type { Writer } from "../writer.js";

const MOST = 5;

/** What is worth knowing about a file. */
export const warnings: WarningSentences = {
  too_few_rows_for_detection: ({ rows, needed }, write) =>
    `Only ${write.counted(rows, "row", "rows")} can be used; at least ${needed} are needed to know what is normal.`,
  no_date_column_using_row_index: ({ rows }, write) =>
    `No column holds dates; the ${write.count(rows)} rows are taken in the order of the file, one step each.`,
  several_date_columns: ({ used, others }, write) =>
    `${write.quoted(used)} is taken as the date; ${write.quotedList(others)} ${others.length > 1 ? "hold" : "holds"} dates too.`,
  date_in_several_columns: ({ columns }, write) => `The date is put together from ${write.quotedList(columns)}.`,
  mixed_date_formats: ({ column, formats }, write) =>
    `${write.quoted(column)} has dates in ${formats.length} formats: ${write.list(formats, MOST)}.`,
  ambiguous_date_order: ({ column, format }, write) =>
    `The dates in ${write.quoted(column)} can be read with the day or the month first; ${format} is taken.`,
  excel_serial_dates_assumed: ({ column }, write) =>
    `The numbers in ${write.quoted(column)} are read as spreadsheet days since 1899-12-30 (45292 is 2024-01-01).`,
  unparsable_date_rows: ({ column, rows, monthNames }, write) =>
    monthNames === null
      ? `${write.counted(rows, "row has", "rows have")} no date that can be read in ${write.quoted(column)} and ${rows === 1 ? "is" : "are"} left out.`
      : `The month names in ${write.quoted(column)} are read as ${monthNames}; ${write.counted(rows, "row", "rows")} could not be read.`,
  suspicious_dates: ({ rows, example }, write) =>
    `${write.counted(rows, "row has a date", "rows have dates")} far away from all others, for example ${write.when(example)}, and ${rows === 1 ? "is" : "are"} left out.`,
  unsorted_rows_sorted: ({ newestFirst }) =>
    newestFirst
      ? "The newest rows stand first in the file; they were sorted by date."
      : "The rows are not in the order of time; they were sorted by date.",
  duplicate_timestamps: ({ rows, example }, write) =>
    `${write.counted(rows, "row repeats", "rows repeat")} the date of another row, for example ${write.when(example)}.`,
  long_format: ({ columns, series }, write) =>
    series > 0
      ? `The file holds several rows for one moment; ${write.quotedList(columns)} ${columns.length > 1 ? "tell" : "tells"} them apart and ${columns.length > 1 ? "make" : "makes"} ${write.count(series)} series.`
      : `The file holds several rows for one moment; ${write.quotedList(columns)} splits it into series.`,
  gap: ({ gaps, missing, longest, clockChanges, by }, write) => {
    if (by !== null)
      return `${write.counted(gaps, `${by} has`, `${by}s have`)} no row at all and ${gaps === 1 ? "stays a gap" : "stay gaps"}.`;
    const lost = missing === null ? "" : ` (${write.counted(missing, "value", "values")} missing)`;
    const where = longest === null ? "" : `, the longest from ${write.when(longest.from)} to ${write.when(longest.to)}`;
    const clock =
      clockChanges === 0
        ? ""
        : `; ${clockChanges === gaps ? "all" : write.count(clockChanges)} fit the clock change in spring`;
    return `There ${gaps === 1 ? "is 1 gap" : `are ${write.count(gaps)} gaps`} in time${lost}${where}${clock}. Nothing is filled in.`;
  },
  irregular_intervals: ({ seconds }, write) =>
    `The rows come at irregular intervals, about every ${duration(seconds, write)}.`,
  incomplete_last_period: ({ time, because }, write) =>
    because === "early"
      ? `The last row (${write.when(time)}) comes before its period is over; its value may be incomplete.`
      : `The last row (${write.when(time)}) is less than half of every row before; its period may not be over.`,
  constant_column: ({ column }, write) => `${write.quoted(column)} is the same in every row.`,
  empty_column: ({ column }, write) => `${write.quoted(column)} holds no values.`,
  missing_values: ({ column, missing, of, unreadable }, write) =>
    `${write.count(missing)} of ${write.count(of)} cells in ${write.quoted(column)} hold no value${unreadable > 0 ? ` (${write.count(unreadable)} with text that is no number)` : ""}; they are left out, never counted as 0.`,
  non_finite_values: ({ column, cells }, write) =>
    `${write.counted(cells, "cell", "cells")} in ${write.quoted(column)} ${cells === 1 ? "holds" : "hold"} infinity; treated as missing.`,
  possible_missing_value_code: ({ column, value, times }, write) =>
    `${value} in ${write.quoted(column)} stands ${write.counted(times, "time", "times")}, far from all other values, and may mean "no value"; it is kept as a number unless you name it as missing.`,
  precision_above_2_53: ({ column }, write) =>
    `${write.quoted(column)} has whole numbers above 9,007,199,254,740,992, whose last digits cannot be kept.`,
  not_utf8: ({ readAs }) =>
    readAs === "utf-8"
      ? "Some bytes of the file are not valid UTF-8 and were replaced."
      : `The file is not UTF-8; it is read as ${encodingName(readAs)}.`,
  nul_bytes: ({ bytes }, write) =>
    `${write.counted(bytes, "empty (NUL) byte was", "empty (NUL) bytes were")} taken out of the text.`,
  no_header: ({ columns }) =>
    `The first line is data, not names; ${columns === 1 ? "the column is called column_1" : `the columns are called column_1 to column_${columns}`}.`,
  duplicate_headers: ({ renamed }, write) =>
    `Some columns have the same name: ${write.list(
      renamed.map(({ from, to }) => `${write.quoted(from)} is now ${write.quoted(to)}`),
      MOST,
    )}.`,
  empty_header: ({ columns, names }, write) =>
    `${write.counted(columns, "column has", "columns have")} no name; called ${write.list(names, MOST)}.`,
  ragged_rows: ({ short, long }, write) =>
    [
      short > 0
        ? `${write.counted(short, "row has", "rows have")} fewer cells than there are columns (the rest is missing)`
        : "",
      long > 0
        ? `${write.counted(long, "row has", "rows have")} more cells than there are columns (what is beyond is ignored)`
        : "",
    ]
      .filter((part) => part !== "")
      .join("; ") + ".",
  unclosed_quote: ({ lines }, write) =>
    `A quotation mark is opened on line ${write.list(lines.map(String), MOST)} and never closed; it is read as an ordinary character.`,
  comment_lines_skipped: ({ lines }, write) =>
    `${write.counted(lines, "line that begins with # or // was", "lines that begin with # or // were")} skipped.`,
  preamble_skipped: ({ lines }, write) =>
    `${write.counted(lines, "line of text above the table was", "lines of text above the table were")} skipped.`,
  many_columns: ({ columns }, write) =>
    `The file has ${write.count(columns)} columns; choose the KPIs to watch, because looking at all of them takes long and finds more by chance.`,
  durations_as_seconds: ({ column }, write) =>
    `${write.quoted(column)} holds durations, which are counted in seconds; it is no time of day.`,
  thousands_or_fraction: ({ column, example, value }, write) =>
    `${example} in ${write.quoted(column)} is read as ${value}; nothing in the column tells whether the mark divides thousands or the fraction.`,
  marks_cut_off: ({ column, kind, marks, cells }, write) => {
    const list = write.list(marks, MOST);
    const where = `${write.counted(cells, "number", "numbers")} in ${write.quoted(column)}`;
    if (kind === "scale") return `Of ${where} the ${list} behind ${cells === 1 ? "it" : "them"} is counted in.`;
    if (kind === "unit") return `The unit ${list} is taken off ${where}.`;
    if (kind === "side") return `The side of the account (${list}) stands behind ${where}; debits are negative.`;
    return `Marks (${list}) stand beside ${where}; they are left out and the ${cells === 1 ? "number is" : "numbers are"} kept.`;
  },
  mixed_units: ({ column, units }, write) =>
    `${write.quoted(column)} holds numbers in several units (${write.list(
      units.map((unit) => unit || "none"),
      MOST,
    )}); they stand side by side, nothing is converted.`,
  header_of_several_rows: ({ rows }) => `The names of the columns are put together from ${rows} rows.`,
  other_tables_skipped: ({ tables, line }, write) =>
    `${write.counted(tables, "other table", "other tables")} in the file, from line ${line} on, ${tables === 1 ? "is" : "are"} not read.`,
  coarser_periods_left_out: ({ column, rows, formats }, write) =>
    `${write.quoted(column)} holds periods of several lengths; the shortest are read, ${write.counted(rows, "row", "rows")} of longer ones (${write.list(formats, MOST)}) ${rows === 1 ? "is" : "are"} left out.`,
  days_without_year: ({ column }, write) =>
    `The days in ${write.quoted(column)} have no year; the rows are taken in the order of the file.`,
  minguo_years: ({ column }, write) =>
    `Years in ${write.quoted(column)} are read as those of the Republic of China (113 is 2024).`,
  calendar_converted: ({ column, calendar }, write) =>
    `The dates in ${write.quoted(column)} are read as those of the ${calendar === "persian" ? "Persian calendar (1403 began on 20 March 2024)" : "Islamic calendar of Umm al-Qura (1446 began on 7 July 2024)"}.`,
  buddhist_years: ({ column }, write) =>
    `The years in ${write.quoted(column)} are read as Buddhist ones (2567 is 2024).`,
  fiscal_periods: ({ column }, write) =>
    `${write.quoted(column)} counts periods of the fiscal year; they are read as if it began in January.`,
  interval_start_taken: ({ column }, write) =>
    `${write.quoted(column)} holds intervals; their start is taken as the date.`,
  settlement_periods: ({ column, perDay }, write) =>
    `${write.quoted(column)} counts the ${perDay} periods of a day, the first at midnight.`,
  whole_lines_quoted: () => "Every line stands in quotation marks as a whole; the cells inside are read.",
  dates_across: ({ columns, first, last }, write) =>
    `${write.count(columns)} columns are named by moments, from ${write.quoted(first)} to ${write.quoted(last)}: the series seem to run across. Read with dates across, each moment becomes a row.`,
  columns_turned_to_rows: ({ columns }, write) =>
    `The ${write.count(columns)} columns named by moments are read as rows.`,
  header_row_given: ({ line }) => `The names of the columns are taken from line ${line}, as you said.`,
  rows_skipped_as_told: ({ lines }, write) =>
    `The first ${write.counted(lines, "line is", "lines are")} skipped, as you said.`,
  sheet_chosen: ({ sheet, sheets, others }, write) =>
    `"${sheet}" was read, which has dates and numbers; ${write.counted(sheets - 1, "other is", "others are")} left out (${write.list(others)}${sheets - 1 > others.length ? ", …" : ""}).`,
  sheet_given: ({ sheet }) => `"${sheet}" was read, as you said.`,
  encoding_given: ({ encoding }) => `The file is read as ${encodingName(encoding)}, as you said.`,
  aggregated: ({ by, ways }, write) =>
    `Each ${by} is one row: ${inWords(ways, write)}${by === "week" ? "; weeks start on Monday" : ""}.`,
  unfinished_period_left_out: ({ by, which, time }, write) =>
    `The ${which} ${by} is unfinished and left out: the file ${which === "first" ? "begins only at" : "ends at"} ${write.when(time)}.`,
  segments_pooled: ({ keys, total, others, kept, values, by, ways }, write) => {
    const rest = values - kept;
    const pooled =
      others === null
        ? `Each of the ${write.count(values)} values of ${write.list(keys)} is a series`
        : `The ${write.count(kept)} largest of ${write.count(values)} values of ${write.list(keys)} are series, ${rest === 1 ? "the other is" : `the other ${write.count(rest)} are`} pooled as ${write.quoted(others)}`;
    return `${pooled}; ${write.quoted(total)} is the whole${by === null ? "" : `, by ${by}`}: ${inWords(ways, write)}.`;
  },
};

const VERBS: Readonly<Record<WaysFound[number]["how"], string>> = {
  sum: "added up",
  mean: "averaged",
  count: "counted",
  distinct: "counted once a value",
  median: "by the median",
};

const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1252": "Windows-1252 (Western European)",
  "windows-1253": "Windows-1253 (Greek)",
  "windows-1254": "Windows-1254 (Turkish)",
  "windows-1255": "Windows-1255 (Hebrew)",
  "windows-1256": "Windows-1256 (Arabic)",
  "windows-1257": "Windows-1257 (Baltic)",
  "windows-874": "Windows-874 (Thai)",
  "iso-8859-2": "ISO-8859-2 (Central European)",
  "iso-8859-5": "ISO-8859-5 (Cyrillic)",
  "iso-8859-7": "ISO-8859-7 (Greek)",
  "koi8-r": "KOI8-R (Cyrillic)",
  "koi8-u": "KOI8-U (Ukrainian)",
  ibm866: "IBM 866 (Cyrillic)",
  macintosh: "Mac OS Roman (Western European)",
  shift_jis: "Shift_JIS (Japanese)",
  "euc-jp": "EUC-JP (Japanese)",
  gb18030: "GB18030 (Chinese)",
  big5: "Big5 (Chinese)",
  "euc-kr": "EUC-KR (Korean)",
};

function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding;
}

function inWords(ways: WaysFound, write: Writer): string {
  return ways.map(({ how, columns }) => `${write.list(columns)} ${VERBS[how]}`).join(", ");
}

function duration(seconds: number, write: Writer): string {
  if (seconds < 120) return write.counted(Math.round(seconds), "second", "seconds");
  if (seconds < 7200) return write.counted(Math.round(seconds / 60), "minute", "minutes");
  return seconds < 172_800
    ? write.counted(Math.round(seconds / 3600), "hour", "hours")
    : write.counted(Math.round(seconds / 86_400), "day", "days");
}
