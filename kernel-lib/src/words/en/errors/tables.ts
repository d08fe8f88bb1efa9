import type { TableProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const MOST = 20;
const SPELLING = "Name a column as it stands in the header; upper and lower case count.";

/** Columns, dates and how a file is read. */
export const tables: ErrorSentencesOf<TableProblems> = {
  delimiter: ({ delimiter }) => [
    `The delimiter ${JSON.stringify(delimiter)} is not one plain character.`,
    "Use , ; | or tab.",
  ],
  line_number: ({ option, value }) => [
    `The ${option === "headerRow" ? "header row" : "number of lines to skip"} ${value} is no line of a file.`,
    "Use a whole number from 0 on.",
  ],
  encoding: ({ encoding }) => [
    `The encoding ${JSON.stringify(encoding)} is not known.`,
    "Use a name such as utf-8, windows-1252, shift_jis, gb18030, euc-kr, windows-1250 or windows-1251.",
  ],
  date_format_without_year: ({ format }, write) => [
    `The date format ${write.quoted(format)} names no year.`,
    "Write it with YYYY or YY, for example DD/MM/YYYY HH:mm.",
  ],
  date_format_of_no_column: ({ format }, write) => [
    `No column has dates written as ${write.quoted(format)}.`,
    "Name the date column, or leave the format out to have it found.",
  ],
  no_dates: ({ columns }, write) => [
    `${write.quotedList(columns)} cannot be read as dates.`,
    "Name another date column, or say how its dates are written, for example DD/MM/YYYY HH:mm.",
  ],
  no_dates_in_format: ({ columns, format, first }, write) => [
    `No date in ${write.quotedList(columns)} is written as ${write.quoted(format)}; the first is ${write.quoted(first)}.`,
    "Give the format of the file's own dates, or leave it out to have it found.",
  ],
  nothing_across: () => [
    "No columns are named by moments, so there is nothing to read across.",
    "Leave the option out, or choose a file with years, months, days or hours as names of columns.",
  ],
  no_column: ({ column, columns }, write) => [
    `There is no column ${write.quoted(column)}; the file has ${write.list(columns.map(write.quoted), MOST)}.`,
    SPELLING,
  ],
  no_column_for_option: ({ column, option }, write) => [
    `There is no column ${write.quoted(column)}, which ${option} asks for.`,
    SPELLING,
  ],
  no_key_value: ({ key, value, values }, write) => [
    `${write.quoted(key)} has no value ${write.quoted(value)}; it has ${write.list(values, MOST)}.`,
    "Choose one of the values of the key column.",
  ],
  text_column: ({ column }, write) => [
    `Column ${write.quoted(column)} holds text; a KPI must be numbers.`,
    "Name a column of numbers with --kpi or columns.kpis.",
  ],
  column_without_numbers: ({ column }, write) => [
    `The column ${write.quoted(column)} holds no numbers.`,
    "Name a column of numbers as the KPI.",
  ],
  no_kpi: () => ["The file has no column of numbers that could be a KPI.", "Name one with --kpi or columns.kpis."],
  no_numbers: ({ columns }, write) => [
    `No column holds numbers to watch; the file has ${write.list(columns.map(write.quoted), 8)}.`,
    "Choose a file with at least one column of numbers, or name the decimal mark if its numbers are written unusually.",
  ],
  uneven_columns: ({ column, cells, first, length }, write) => [
    `Column ${write.quoted(column)} holds ${write.count(cells)} cells, ${write.quoted(first)} ${write.count(length)}; all columns must be equally long.`,
    "Fill missing cells with null.",
  ],
  no_date_to_group_by: () => [
    "The table has no date column, so its records can not be put together by time.",
    "Name the date column with --date or columns.date.",
  ],
  no_segment_columns: () => ["Segments need at least one column.", "Name the columns whose values are the segments."],
  nothing_in_period: ({ by }) => [
    `No record can be put together by ${by}.`,
    "Check the date column, or keep unfinished periods.",
  ],
  how_without_by: () => [
    "It is said how records are put together (how), but not by what.",
    "Add --aggregate day (aggregate.by), or --segments with a column (columns.segments).",
  ],
  not_additive: ({ column, how }) => [
    `The ${how === "median" ? "median" : "different values"} of ${column} can not be added up over segments.`,
    "Use sum, mean or count with segments.",
  ],
  too_many_cells: ({ groups, moments, cells, most }, write) => [
    `${write.count(groups)} values at ${write.count(moments)} moments are ${write.count(cells)} cells; at most ${write.count(most)} can be laid out.`,
    "Choose a longer period, or a key with fewer values.",
  ],
  text_put_together: ({ column, how }, write) => [
    `Column ${write.quoted(column)} holds text, which has no ${how}.`,
    "Count its cells (count) or its different values (distinct).",
  ],
};
