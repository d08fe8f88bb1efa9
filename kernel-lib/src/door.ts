// What computes hands back plain records; on their way out they learn to show themselves in a notebook.
import { detect as computeDetect } from "./detect.js";
import { rethreshold as computeRethreshold } from "./rethreshold.js";
import type { Holiday } from "./events/holidays.js";
import { profile as computeProfile } from "./profile/profile.js";
import { open as computeOpen, openLarge, read as computeRead } from "./read.js";
import { readFile as computeReadFile, readLargeText, type FileReading } from "./io/read-file.js";
import type { LargeFile } from "./io/text/text-pieces.js";
import { readTable as computeReadTable } from "./io/read-table.js";
import { tableFromArrow as computeTableFromArrow } from "./adapters/table-from-arrow.js";
import { tableFromColumns as computeTableFromColumns } from "./adapters/table-from-columns.js";
import { tableFromObjects as computeTableFromObjects } from "./adapters/table-from-objects.js";
import { compare as computeCompare } from "./evaluate/comparison/compare.js";
import { stability as computeStability } from "./evaluate/stability/stability.js";
import { backtest as computeBacktest } from "./evaluate/backtest/backtest.js";
import { inject as computeInject } from "./evaluate/injection/inject.js";
import { sweep as computeSweep } from "./evaluate/sweep/sweep.js";
import { suggest as computeSuggest } from "./evaluate/suggest.js";
import { contributions as computeContributions } from "./evaluate/drivers/contributions.js";
import { whyAt as computeWhyAt } from "./evaluate/why-at.js";
import type { ArrowTable } from "./adapters/table-from-arrow.js";
import type { Columns } from "./adapters/table-from-columns.js";
import type { Config } from "./config/config.js";
import type { DetectHooks } from "./detect.js";
import type { Backtest, BacktestOptions } from "./evaluate/backtest/backtest.js";
import type { CompareOptions, Comparison } from "./evaluate/comparison/compare.js";
import type { ContributionOptions, Contributions } from "./evaluate/drivers/contributions.js";
import type { InjectOptions, Injection } from "./evaluate/injection/inject.js";
import type { Stability, StabilityOptions } from "./evaluate/stability/stability.js";
import type { SuggestEvidence, Suggestion } from "./evaluate/suggest.js";
import type { Sweep, SweepOptions } from "./evaluate/sweep/sweep.js";
import type { Place, WhyAt } from "./evaluate/why-at.js";
import type { ReadOptions } from "./io/read-options.js";
import type { Profile } from "./profile/profile.js";
import type { Report, SeriesReport } from "./report.js";
import type { ThresholdChange } from "./rethreshold.js";
import type { Table } from "./table.js";
import { show } from "./words/display.js";

/**
 * Finds what is not normal in a table: the one pipeline behind the command line, the results panel and the notebook.
 *
 * Same table, configuration and seed give the same report to the byte (timings apart). Cost: dominated by the
 * detectors; see each one's own comment.
 *
 * A table is put together first where the configuration says so (`aggregate`, `columns.segments`): records and lines of the
 * report are then those of `reshape(table, config)`.
 *
 * @throws InputError when the table or configuration cannot be used.
 *
 * @example
 * const report = await detect(table, { sensitivity: 60 });
 * for (const one of report.series) console.log(one.kpi, one.incidents.length);
 */
export async function detect(table: Table, config?: Config, hooks?: DetectHooks): Promise<Report> {
  return show(await computeDetect(table, config, hooks));
}

/**
 * Decides again from the stored scores: another mode, sensitivity, consensus, other rules or voters. Nothing is fitted, so
 * it is quick enough to follow a slider. The given report is left as it is.
 *
 * @throws InputError `bad_config` for a value that a configuration could not hold
 *
 * @example
 * const stricter = rethreshold(report, { sensitivity: 30 });
 */
export function rethreshold(report: Report, changes: ThresholdChange): Report {
  return show(computeRethreshold(report, changes));
}

/**
 * Describes a table: time axis, each KPI's spread, seasons, trend and oddities, how the KPIs move together, and what
 * deserves a look. The plots whose `input` is
 * `profile` draw it.
 *
 * Cost: O(n log n) for each KPI; below a second for 100,000 rows of five KPIs.
 *
 * @param holidays give learnt dates that are holidays their names; see `holidaysOf`
 * @throws InputError `no_numeric_column` when there is nothing to describe, `column_not_found` for a KPI that is not there
 *
 * @example
 * const { kpis, alerts } = profile(table);
 */
export function profile(table: Table, config?: Config, holidays?: readonly Holiday[]): Profile {
  return show(computeProfile(table, config, holidays));
}

/**
 * From the bytes of a text file to the table that is analysed: read as the configuration says (`read`, `columns`) and put together
 * where it asks for that (`aggregate`, `columns.segments`); `detect(table, config)` goes on from here. Files of any format
 * come in through `open`.
 *
 * @param file name to show for the file.
 * @throws InputError those of `readTable` and `reshape`.
 *
 * @example
 * const config: Config = { read: { delimiter: ";" }, aggregate: { by: "day" } };
 * const table = read("date;sales\n2024-01-01;5\n2024-01-02;7\n2024-01-03;6\n", config, "sales.csv");
 */
export function read(bytes: Uint8Array | string, config?: Config, file?: string): Table {
  return show(computeRead(bytes, config, file));
}

/**
 * From the bytes of a file of any format to the table that is analysed, as `read` does for text. The one way in for every
 * door: CSV in all its dialects, JSON, Excel workbooks, Parquet, SQLite, and any of them packed with gzip, Zstandard or ZIP,
 * known by their first bytes. What a format needs is loaded when it comes.
 *
 * @param file name to show for the file.
 * @returns the table, and the records as text for exports that repeat the cells (`annotatedCsv`, `anomaliesCsv`)
 * @throws InputError those of `readTable` and `reshape`; `bad_data` for a damaged file
 *
 * @example
 * const { table } = await open(bytes, { read: { sheet: "Sales" } }, "sales.xlsx");
 */
export async function open(bytes: Uint8Array, config?: Config, file?: string): Promise<FileReading> {
  const reading = await computeOpen(bytes, config, file);
  return { ...reading, table: show(reading.table) };
}

/**
 * Reads a KPI file of any format into a table, as `readTable` does for text.
 *
 * @throws InputError those of `readTable`, `bad_data` for a damaged file, `bad_option` for a sheet that is not there
 */
export async function readFileBytes(bytes: Uint8Array, options?: ReadOptions): Promise<Table> {
  return show((await computeReadFile(bytes, options)).table);
}

/** `open` of a large text that is read piece by piece; null for what has to be read as a whole. */
export function openFilePieces(file: LargeFile, config: Config, name: string): FileReading | null {
  const reading = openLarge(file, config, name);
  return reading && { ...reading, table: show(reading.table) };
}

/** The table of a large text that is read piece by piece; null for what has to be read as a whole. */
export function readFilePieces(file: LargeFile, options: ReadOptions = {}): Table | null {
  const reading = readLargeText(file, options, () => file.whole());
  return reading && show(reading.table);
}

/**
 * Reads a KPI file of any dialect into a table and says what it assumed: encoding, delimiter, decimal mark, header, dates,
 * what each column is for. Every assumption can be fixed in `options`. Pure and independent of time zone and locale.
 *
 * Columns of dates are numbers in the table: milliseconds since 1970-01-01 (the cells themselves come from `readRecords`).
 * Cost: one pass over the bytes, eight bytes of memory a number.
 *
 * @throws InputError `empty_file, no_data_rows, too_few_rows, no_numeric_column, not_text, not_csv, column_not_found,
 * file_too_large, bad_option`; what `options.signal` was aborted with
 *
 * @example
 * const table = readTable("date;sales\n2024-01-01;5,5\n2024-01-02;7,1\n2024-01-03;6,3\n", { decimal: "," });
 */
export function readTable(bytes: Uint8Array | string, options?: ReadOptions): Table {
  return show(computeReadTable(bytes, options));
}

/**
 * A table from an Apache Arrow table. Dates and timestamps, which Arrow gives as milliseconds since 1970-01-01, become dates.
 *
 * @throws InputError as `tableFromColumns` does
 *
 * @example
 * const table = tableFromArrow(arrow);
 */
export function tableFromArrow(arrow: ArrowTable, options?: ReadOptions): Table {
  return show(computeTableFromArrow(arrow, options));
}

/**
 * A table from data in memory. The cells take the way of a file, so dates, KPIs and keys are found, and warnings given,
 * exactly as when the same data were read from CSV; numbers keep every digit.
 *
 * @throws InputError `bad_data` when the columns are not equally long, and those of `readTable`
 *
 * @example
 * const table = tableFromColumns({ date: ["2024-01-01", "2024-01-02", "2024-01-03"], sales: [5, 7, 6] });
 */
export function tableFromColumns(columns: Columns, options?: ReadOptions): Table {
  return show(computeTableFromColumns(columns, options));
}

/**
 * A table from one object a record, for example the rows of a database or `table.objects()` of arquero. Columns are all
 * names that occur, in the order in which they first do; a name that an object lacks is a missing value.
 *
 * @throws InputError as `tableFromColumns` does
 *
 * @example
 * const table = tableFromObjects([
 *   { date: "2024-01-01", sales: 5 },
 *   { date: "2024-01-02", sales: 7 },
 * ]);
 */
export function tableFromObjects(objects: readonly Readonly<Record<string, unknown>>[], options?: ReadOptions): Table {
  return show(computeTableFromObjects(objects, options));
}

/**
 * Compares the detectors of a report on one KPI: at their own thresholds and at equal budget (most disagreement comes
 * from unequal budgets), by scores, by their highest points and by who flags what alone.
 *
 * @param series the first series of the report when left out
 * @throws InputError `bad_data` when the report holds no series, or there are not as many labels as points
 * Cost: O(d² n + d n log n) for d detectors and n points.
 *
 * @example
 * const { own, verdict } = compare(report);
 * console.log(own.jaccard, verdictSentences(verdict));
 */
export function compare(report: Report, series?: SeriesReport, options?: CompareOptions): Comparison {
  return show(computeCompare(report, series, options));
}

/**
 * Runs the detection again and again under other seeds, with stretches missing, on blocks drawn anew and with a little
 * noise, with less past and with a feature less, and counts what stays: for each anomaly the share of refits that find it, for each detector how alike its flags
 * remain. Every refit is independent: a whole run with a seed of its own, never a slice of one vector of scores.
 *
 * The same table, configuration and options give the same result. Cost: `runs` times the number of kinds, plus one,
 * whole detections.
 *
 * @throws InputError as `detect` does
 *
 * @example
 * const { series } = await stability(table, {}, { runs: 4 });
 */
export async function stability(table: Table, config?: Config, options?: StabilityOptions): Promise<Stability> {
  return show(await computeStability(table, config, options));
}

/**
 * Runs the detection at each of a number of moments on nothing but the records up to then, and compares what was known
 * live with hindsight: which anomalies would have been noticed, after how long, how many alarms a month there would have
 * been, and how many of them hindsight confirms. Later records are not there at all in a run, so changing them changes
 * nothing before.
 *
 * Cost: `looks` plus one whole detections, the earlier ones on less.
 *
 * @throws InputError `too_few_rows` when fewer than ten records have a readable time, else as `detect` does
 *
 * @example
 * const { series } = await backtest(table, {}, { looks: 10 });
 */
export async function backtest(table: Table, config?: Config, options?: BacktestOptions): Promise<Backtest> {
  return show(await computeBacktest(table, config, options));
}

/**
 * Plants anomalies of known kind, size and place into the user's own data and counts which of them each detector catches:
 * an event is caught when one of its points is flagged that was not flagged without it, or when the decision tells that
 * values are missing there. Places are drawn from the seed, away from what is flagged already.
 *
 * Cost: one whole detection for each kind and size, plus one.
 *
 * @throws InputError as `detect` does, and `too_few_rows` when the series has no room for any of the kinds
 *
 * @example
 * const { recalls } = await inject(table, {}, { kinds: ["spike", "dip"] });
 */
export async function inject(table: Table, config?: Config, options?: InjectOptions): Promise<Injection> {
  return show(await computeInject(table, config, options));
}

/**
 * Runs one detector with a range of values of one option. A value in the middle of a plateau is a safe choice: what is
 * found there does not hang on the exact number. Cost: one run of the detector for each value.
 *
 * @throws InputError `bad_option` for an unknown detector or an option that is not a number, else as `detect` does
 *
 * @example
 * const { plateau } = await sweep(table, {}, { detector: "zScore", option: "threshold", values: [2, 3, 4] });
 */
export async function sweep(table: Table, config: Config, options: SweepOptions): Promise<Sweep> {
  return show(await computeSweep(table, config, options));
}

/**
 * Suggests detectors and consensus for a file from what is known of them on it. Left out are detectors that did not run,
 * flag nothing or more than a tenth of all points, change their mind from refit to refit, catch next to nothing of what is planted, or
 * say the same as another one that costs less. The consensus is half of those that stay, at least one.
 *
 * @example
 * const { detectors: chosen, consensus } = suggest(report, { comparison: compare(report) });
 */
export function suggest(report: Report, evidence?: SuggestEvidence): Suggestion {
  return show(computeSuggest(report, evidence));
}

/**
 * What drove an incident of a total: for each segment how far it was from what was expected of it, as a share of how far the
 * total was. A raw share counts the noise of all segments; `cause` therefore looks only at segments that deviate by more
 * than they do in other stretches of the same length (corrected for the number of segments). Segments that moved the other
 * way hide a part of the incident and are told apart. The incident teaches nothing here: what is expected comes from all
 * other points, and what is expected of a sum is the sum of what is expected of its parts. O(segments * n log n).
 *
 * @param report of a table made by `segments`
 * @throws InputError `bad_option` without segments, or when there is no such KPI or incident
 *
 * @example
 * const { segments: parts } = contributions(report, { kpi: "sales", incident: 1 });
 */
export function contributions(report: Report, options?: ContributionOptions): Contributions {
  return show(computeContributions(report, options));
}

/**
 * Why a row is flagged or not, for every KPI it has: the question a reader asks of a point that looks odd. O(KPIs * n).
 *
 * @throws InputError `bad_option` when no KPI has a point there
 *
 * @example
 * for (const answer of whyAt(report, { line: 152 })) console.log(whyText(answer));
 */
export function whyAt(report: Report, place: Place): WhyAt[] {
  return computeWhyAt(report, place).map((answer) => show(answer));
}
