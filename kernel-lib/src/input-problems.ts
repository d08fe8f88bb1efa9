import type { Localized } from "./translations.js";
import type { ConfigFault } from "./config-fault.js";
import type { InjectionKindId } from "./evaluate/injection/injection-kind-id.js";

/** What can be wrong with a person's input, by stable code. Scripts may rely on these words. */
export type InputErrorCode =
  | "empty_file"
  | "no_data_rows"
  | "too_few_rows"
  | "no_numeric_column"
  | "not_text"
  | "not_csv"
  | "column_not_found"
  | "file_not_found"
  | "file_too_large"
  | "file_changed"
  | "file_not_writable"
  | "too_little_memory"
  | "queue_unreachable"
  | "bad_config"
  | "bad_option"
  | "bad_data";

/** Files that people mistake for a table. */
export type OtherFile =
  | "zip"
  | "xls"
  | "gzip"
  | "bzip2"
  | "zstandard"
  | "7zip"
  | "xz"
  | "pdf"
  | "png"
  | "jpeg"
  | "gif"
  | "parquet"
  | "sqlite";

/** What a file may hold several of. */
export type FilePart = "sheet" | "table" | "file" | "records";

/** What is wrong with text that should be JSON. */
export type JsonFault = "too_deep" | "never_ends" | "open_quote" | "invalid" | "cut_off";

/** Where a known event is written: its place in a list, or its line in a file, both from 1. */
export type EventPlace = { readonly event: number } | { readonly line: number };

/** Files that cannot be opened or hold no text of a table. */
export interface FileProblems {
  readonly no_file: { readonly path: string };
  readonly is_folder: { readonly path: string };
  readonly not_permitted: { readonly path: string };
  readonly circular_link: { readonly path: string };
  /** `reason` is the code of the operating system. */
  readonly not_readable: { readonly path: string; readonly reason: string };
  /** `bytes` is null where the file gives more than it tells. */
  readonly too_many_bytes: { readonly path: string; readonly bytes: number | null; readonly most: number };
  readonly not_enough_memory: { readonly path: string };
  /** Its records are asked for again, and are others by now. */
  readonly file_changed: { readonly path: string };
  readonly other_file: { readonly is: OtherFile };
  readonly binary: Record<never, never>;
  readonly text_too_large: { readonly bytes: number; readonly most: number };
  readonly no_bytes: Record<never, never>;
  readonly blank_lines: Record<never, never>;
  readonly header_only: { readonly names: readonly string[] };
  readonly no_rows: Record<never, never>;
  readonly no_columns: Record<never, never>;
  readonly no_rows_below: { readonly names: readonly string[] };
  readonly too_many_columns: { readonly columns: number; readonly most: number };
  readonly one_row: Record<never, never>;
  readonly markup: { readonly is: "markup" | "json" | "document" };
  readonly prose: Record<never, never>;
  readonly turned_too_large: { readonly rows: number; readonly most: number };
}

/** Files in a format beside delimited text. */
export interface FormatProblems {
  readonly nothing_piped: Record<never, never>;
  /** `reason` is what is wrong with it, by a word of ours or as the program that reads it says, in English. */
  readonly damaged: {
    /** Name of the format in its register, and how such a file is called. */
    readonly is: string;
    readonly called: Localized;
    readonly reason: "no_sheet" | "no_file" | "packing" | (string & {}) | null;
  };
  readonly no_part: {
    readonly part: FilePart;
    readonly told: string;
    readonly names: readonly string[];
    readonly count: number;
  };
  readonly unpacks_too_far: Record<never, never>;
  readonly broken_json: { readonly line: number; readonly fault: JsonFault };
  readonly invalid_json: { readonly line: number; readonly reason: string | null };
  readonly no_records: Record<never, never>;
  readonly too_many_names: { readonly names: number };
  readonly no_table_with_rows: Record<never, never>;
  readonly other_workbook: { readonly is: "opendocument" | "xlsb" };
  readonly several_files: { readonly names: readonly string[]; readonly count: number };
}

/** Columns, dates and how a file is read; records put together. */
export interface TableProblems {
  readonly delimiter: { readonly delimiter: string };
  readonly line_number: { readonly option: "headerRow" | "skipRows"; readonly value: number };
  readonly encoding: { readonly encoding: string };
  readonly date_format_without_year: { readonly format: string };
  readonly date_format_of_no_column: { readonly format: string };
  readonly no_dates: { readonly columns: readonly string[] };
  /** `first` is how the first date is written. */
  readonly no_dates_in_format: { readonly columns: readonly string[]; readonly format: string; readonly first: string };
  readonly nothing_across: Record<never, never>;
  readonly no_column: { readonly column: string; readonly columns: readonly string[] };
  readonly no_column_for_option: { readonly column: string; readonly option: string };
  readonly no_key_value: { readonly key: string; readonly value: string; readonly values: readonly string[] };
  readonly text_column: { readonly column: string };
  readonly column_without_numbers: { readonly column: string };
  readonly no_kpi: Record<never, never>;
  readonly no_numbers: { readonly columns: readonly string[] };
  readonly uneven_columns: {
    readonly column: string;
    readonly cells: number;
    readonly first: string;
    readonly length: number;
  };
  readonly no_date_to_group_by: Record<never, never>;
  readonly no_segment_columns: Record<never, never>;
  readonly nothing_in_period: { readonly by: string };
  readonly how_without_by: Record<never, never>;
  readonly not_additive: { readonly column: string; readonly how: "median" | "distinct" };
  readonly too_many_cells: {
    readonly groups: number;
    readonly moments: number;
    readonly cells: number;
    readonly most: number;
  };
  readonly text_put_together: { readonly column: string; readonly how: string };
}

/** Configurations, known events and verdicts. */
export interface ConfigurationProblems {
  readonly config_file: { readonly file: string; readonly line: number; readonly fault: ConfigFault };
  readonly config: { readonly fault: ConfigFault };
  readonly consensus: { readonly asked: number; readonly voters: number };
  /** `used` is null where the table was read without any. */
  readonly other_reading: { readonly option: string; readonly asked: string; readonly used: string | null };
  readonly window_too_long: { readonly option: string; readonly asked: number; readonly rows: number };
  readonly event_without_date: { readonly event: number; readonly name: string | null };
  readonly event_date: { readonly text: string; readonly place: EventPlace };
  readonly events_without_date_column: { readonly columns: readonly string[] };
  readonly calendar: { readonly reason: string };
  readonly holidays_package: Record<never, never>;
  readonly holidays_place: { readonly place: string };
  readonly calendar_repeats: Record<never, never>;
  readonly calendar_too_large: { readonly most: number };
  readonly calendar_takes_long: { readonly file: string; readonly seconds: number };
  readonly too_many_events: { readonly file: string; readonly events: number; readonly most: number };
  readonly verdicts: Record<never, never>;
}

/** Questions that a result cannot answer. */
export interface QuestionProblems {
  readonly no_series: { readonly kpi: string | null; readonly key: string | null; readonly names: readonly string[] };
  readonly no_series_of: { readonly kpi: string | null; readonly key: string | null };
  readonly no_shared_incident: { readonly rank: number; readonly count: number };
  readonly detector_did_not_run: { readonly detector: string; readonly ran: readonly string[] };
  readonly no_detector: { readonly detector: string; readonly known: readonly string[] };
  readonly no_numeric_param: { readonly detector: string; readonly option: string; readonly known: readonly string[] };
  readonly nothing_to_compare: Record<never, never>;
  readonly backtest_options: { readonly looks: number; readonly warmUp: number };
  readonly backtest_rows: { readonly rows: number; readonly needed: number };
  readonly no_incident_ranked: { readonly rank: number };
  readonly no_segments: Record<never, never>;
  readonly no_total: { readonly kpi: string };
  readonly no_segment: { readonly segment: string };
  readonly nothing_in_stretch: { readonly kpi: string };
  /** `incident` is null where any would do. */
  readonly no_incident_of: { readonly kpi: string; readonly incident: number | null };
  readonly label_count: { readonly labels: number; readonly points: number };
  /** Exactly one of both is there; the time in milliseconds since 1970-01-01. */
  readonly no_value_at: { readonly line: number | null; readonly time: number | null };
  readonly no_room: { readonly kpi: string; readonly points: number; readonly kinds: readonly InjectionKindId[] };
}

/** Notebooks and their kernel. */
export interface NotebookProblems {
  readonly not_a_notebook: { readonly file: string; readonly reason: string | null };
  readonly notebook_version: { readonly file: string; readonly version: string };
  readonly notebook_language: { readonly file: string; readonly language: string };
  readonly engine_not_built: { readonly program: string };
  readonly no_folder: { readonly folder: string };
  readonly no_tslab: Record<never, never>;
  readonly no_zeromq: { readonly reason: string };
  readonly kernel_not_writable: { readonly folder: string; readonly reason: string };
  readonly kernel_not_installed: { readonly folder: string };
  readonly no_connection_file: { readonly path: string };
  readonly connection_file: { readonly path: string };
  readonly cell_failed: { readonly cell: number; readonly file: string; readonly trace: string };
}

/** Options of the command line and the files that it writes. */
export interface CommandLineProblems {
  readonly no_subcommand: Record<never, never>;
  /** `near` is the one that was perhaps meant. */
  readonly unknown_option: { readonly option: string; readonly near: string | null };
  readonly unknown_command: { readonly command: string; readonly near: string | null };
  readonly missing_argument: { readonly argument: string };
  readonly missing_option: { readonly option: string };
  readonly option_without_value: { readonly option: string };
  readonly too_many_arguments: { readonly taken: number; readonly given: readonly string[] };
  readonly number_option: { readonly option: string; readonly text: string };
  readonly whole_number_option: { readonly option: string; readonly text: string };
  readonly choice_option: { readonly option: string; readonly known: readonly string[]; readonly text: string };
  readonly pair_option: { readonly option: string; readonly known: readonly string[]; readonly text: string };
  readonly periods_option: { readonly option: string; readonly text: string };
  readonly moment_option: { readonly option: string; readonly text: string };
  readonly sizes_option: { readonly text: string };
  readonly no_segments_named: Record<never, never>;
  readonly no_row_named: Record<never, never>;
  readonly output_circular_link: { readonly path: string };
  readonly output_twice: { readonly option: string; readonly other: string; readonly path: string };
  readonly output_is_input: { readonly path: string; readonly input: string };
  /** `reason` is a code of the operating system, or what is there instead of a file. */
  readonly not_writable: { readonly path: string; readonly reason: string };
}

/** Batches of files, the machines that share them, and the room of a process. */
export interface BatchProblems {
  /** Bytes of address space: all that the process may have, what is left, what is needed. */
  readonly no_room_to_work: { readonly limit: number; readonly left: number; readonly needed: number };
  readonly shard_option: { readonly text: string };
  readonly count_option: { readonly option: string };
  readonly options_together: { readonly one: string; readonly other: string };
  readonly names_no_file: { readonly name: string };
  readonly manifest_line: { readonly manifest: string; readonly line: number };
  readonly no_batch: { readonly folder: string };
  readonly queue_address: Record<never, never>;
  readonly queue_credentials: Record<never, never>;
  readonly queue_packages: Record<never, never>;
  readonly queue_certificates: { readonly file: string };
  /** `address` without credentials; `reason` is a code of the operating system or of Redis. */
  readonly queue_unreachable: { readonly address: string; readonly reason: string };
}

/**
 * THE REGISTER of what can be wrong with a person's input: kind → facts. Its sentence and hint stand in `words/sentences/errors`,
 * its code below; none compiles without them. Facts are plain data: they cross threads and stand in JSON.
 */
export interface InputProblemFacts
  extends FileProblems,
    FormatProblems,
    TableProblems,
    ConfigurationProblems,
    QuestionProblems,
    NotebookProblems,
    CommandLineProblems,
    BatchProblems {}

/** The stable word of each kind of problem. */
export type InputProblemKind = keyof InputProblemFacts;

/** The code of each kind of problem. */
export const inputErrorCodes: Readonly<Record<InputProblemKind, InputErrorCode>> = {
  no_file: "file_not_found",
  is_folder: "file_not_found",
  not_permitted: "file_not_found",
  circular_link: "file_not_found",
  not_readable: "file_not_found",
  too_many_bytes: "file_too_large",
  not_enough_memory: "file_too_large",
  file_changed: "file_changed",
  other_file: "not_text",
  binary: "not_text",
  text_too_large: "file_too_large",
  no_bytes: "empty_file",
  blank_lines: "empty_file",
  header_only: "no_data_rows",
  no_rows: "no_data_rows",
  no_columns: "no_data_rows",
  no_rows_below: "no_data_rows",
  too_many_columns: "file_too_large",
  one_row: "too_few_rows",
  markup: "not_csv",
  prose: "not_csv",
  turned_too_large: "file_too_large",
  nothing_piped: "file_not_found",
  damaged: "bad_data",
  no_part: "bad_option",
  unpacks_too_far: "file_too_large",
  broken_json: "bad_data",
  invalid_json: "bad_data",
  no_records: "not_csv",
  too_many_names: "file_too_large",
  no_table_with_rows: "no_data_rows",
  other_workbook: "not_csv",
  several_files: "bad_option",
  delimiter: "bad_option",
  line_number: "bad_option",
  encoding: "bad_option",
  date_format_without_year: "bad_option",
  date_format_of_no_column: "bad_option",
  no_dates: "bad_option",
  no_dates_in_format: "bad_option",
  nothing_across: "bad_option",
  no_column: "column_not_found",
  no_column_for_option: "column_not_found",
  no_key_value: "column_not_found",
  text_column: "no_numeric_column",
  column_without_numbers: "no_numeric_column",
  no_kpi: "no_numeric_column",
  no_numbers: "no_numeric_column",
  uneven_columns: "bad_data",
  no_date_to_group_by: "bad_option",
  no_segment_columns: "bad_option",
  nothing_in_period: "no_data_rows",
  how_without_by: "bad_option",
  not_additive: "bad_option",
  too_many_cells: "bad_option",
  text_put_together: "bad_option",
  config_file: "bad_config",
  config: "bad_config",
  consensus: "bad_config",
  other_reading: "bad_config",
  window_too_long: "bad_config",
  event_without_date: "bad_config",
  event_date: "bad_config",
  events_without_date_column: "bad_config",
  calendar: "bad_data",
  holidays_package: "bad_option",
  holidays_place: "bad_config",
  calendar_repeats: "bad_data",
  calendar_too_large: "bad_data",
  calendar_takes_long: "bad_data",
  too_many_events: "bad_data",
  verdicts: "bad_data",
  no_series: "bad_option",
  no_series_of: "bad_option",
  no_shared_incident: "bad_option",
  detector_did_not_run: "bad_option",
  no_detector: "bad_option",
  no_numeric_param: "bad_option",
  nothing_to_compare: "bad_data",
  backtest_options: "bad_option",
  backtest_rows: "too_few_rows",
  no_incident_ranked: "bad_option",
  no_segments: "bad_option",
  no_total: "bad_option",
  no_segment: "bad_option",
  nothing_in_stretch: "bad_option",
  no_incident_of: "bad_option",
  label_count: "bad_data",
  no_value_at: "bad_option",
  no_room: "too_few_rows",
  not_a_notebook: "bad_data",
  notebook_version: "bad_data",
  notebook_language: "bad_data",
  engine_not_built: "file_not_found",
  no_folder: "file_not_found",
  no_tslab: "file_not_found",
  no_zeromq: "file_not_found",
  kernel_not_writable: "file_not_writable",
  kernel_not_installed: "file_not_found",
  no_connection_file: "file_not_found",
  connection_file: "bad_data",
  cell_failed: "bad_data",
  no_subcommand: "bad_option",
  unknown_option: "bad_option",
  unknown_command: "bad_option",
  missing_argument: "bad_option",
  missing_option: "bad_option",
  option_without_value: "bad_option",
  too_many_arguments: "bad_option",
  number_option: "bad_option",
  whole_number_option: "bad_option",
  choice_option: "bad_option",
  pair_option: "bad_option",
  periods_option: "bad_option",
  moment_option: "bad_option",
  sizes_option: "bad_option",
  no_segments_named: "bad_option",
  no_row_named: "bad_option",
  output_circular_link: "file_not_writable",
  output_twice: "file_not_writable",
  output_is_input: "file_not_writable",
  not_writable: "file_not_writable",
  no_room_to_work: "too_little_memory",
  shard_option: "bad_option",
  count_option: "bad_option",
  options_together: "bad_option",
  names_no_file: "file_not_found",
  manifest_line: "bad_config",
  no_batch: "file_not_found",
  queue_address: "bad_option",
  queue_credentials: "bad_option",
  queue_packages: "bad_option",
  queue_certificates: "bad_option",
  queue_unreachable: "queue_unreachable",
};
