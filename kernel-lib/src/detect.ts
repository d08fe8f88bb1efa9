import { analyseSeries, bareSeries, type SeriesAnalysis, type SeriesTask } from "./analyse-series.js";
import { assumptions } from "./assumptions.js";
import type { Config, ResolvedConfig } from "./config/config.js";
import { refuseLongWindows } from "./config/refuse-long-windows.js";
import { refuseOtherReading } from "./config/refuse-other-reading.js";
import { resolveConfig } from "./config/resolve-config.js";
import type { Detector } from "./detectors/detector.js";
import { detectors as builtInDetectors } from "./detectors/index.js";
import { InputError } from "./errors.js";
import type { FitCache, SeriesFits } from "./fit-cache.js";
import { holidayEvents, holidaysOf, withHolidayNames, type Holiday } from "./events/holidays.js";
import { keyValues, longestSeries, seriesOf } from "./io/series.js";
import type { Compute } from "./numeric/compute.js";
import type { Progress, ProgressStep } from "./progress.js";
import { relateSeries } from "./relate-series.js";
import type { Report, SeriesReport } from "./report.js";
import { reshape } from "./reshape/reshape.js";
import { columnNamed, kpiNames, unitOf, type Table } from "./table.js";
import { version } from "./version.js";

/** Analyses tasks somewhere else (on workers), in any order; resolves to the results in the order of the tasks. */
export type SeriesRunner = (
  tasks: readonly SeriesTask[],
  done: (index: number, analysis: SeriesAnalysis) => void,
  signal?: AbortSignal,
) => Promise<readonly SeriesAnalysis[]>;

/** One of so many parts of a file, counted from 0. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/** Ways to look into a run while it goes on. */
export interface DetectHooks {
  /** Abort it to stop the run; `detect` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Called with what is known so far: first the bare (first) series, then after each detector, with `runSeries` after each series. */
  readonly partial?: (report: Report) => void;
  /** Asked before each partial report but the first and the one with what is decided: they take time to make. All are made when left out. */
  readonly partialWanted?: () => boolean;
  /** Detectors of one's own, by id, beside the built-in ones. */
  readonly detectors?: Readonly<Record<string, Detector>>;
  /** Where heavy loops of one series run; this thread alone when left out. The results are the same bytes. */
  readonly compute?: Compute;
  /** Spreads many series over workers; one after the other on this thread when left out. The results are the same bytes. */
  readonly runSeries?: SeriesRunner;
  /**
   * The run is a part of a larger search: only this share of the series is analysed, and each is decided as if alone. Whoever
   * joins the parts controls false discoveries over all of them.
   */
  readonly partOf?: Part;
  /** Keeps what is fitted for later runs on the same table; see `createFitCache`. */
  readonly cache?: FitCache;
  /** Several runs go on side by side: `runSeries` gets a single series too. */
  readonly sideBySide?: boolean;
}

/** Finds what is not normal in a table. `door.ts` tells the rest. */
export async function detect(given: Table, config: Config = {}, hooks: DetectHooks = {}): Promise<Report> {
  const register = { ...builtInDetectors, ...hooks.detectors };
  const resolved = resolveConfig(config, register);
  refuseOtherReading(given, resolved);
  const table = reshape(given, resolved);
  const holidays = resolved.holidays === null ? [] : await holidaysOf(resolved.holidays, table);
  const informed = resolved.holidaysKnown ? withEvents(resolved, holidays) : resolved;
  const targets = partOf(targetsOf(table, resolved), hooks.partOf);
  refuseLongWindows(resolved, register, longestSeries(table));
  const fits = hooks.cache?.of(given, informed);
  const fitsOf = fits && (({ kpi, key = "" }: Target): SeriesFits => fits(kpi, key));
  const spread = hooks.runSeries && !hooks.detectors && (targets.length > 1 || hooks.sideBySide);
  const analyses = await (spread
    ? onWorkers(table, informed, targets, { ...hooks, fitsOf })
    : onThisThread(table, informed, targets, { ...hooks, fitsOf }));
  const related = await relateSeries(
    analyses.map(({ report }) => withNames(report, holidays)),
    register,
    resolved,
    table.segments?.total,
    { signal: hooks.signal ?? new AbortController().signal, compute: hooks.compute, progress: () => {} },
    hooks.partOf === undefined,
  );
  hooks.progress?.({ step: { kind: "done", facts: {} }, fraction: 1 });
  return reportOf(table, resolved, related, analyses);
}

function withEvents(config: ResolvedConfig, holidays: readonly Holiday[]): ResolvedConfig {
  const moment = (time: number): string => new Date(time).toISOString();
  const events = holidayEvents(holidays).map(({ name, start, end }) => ({
    name,
    start: moment(start),
    end: moment(end),
  }));
  return { ...config, events: [...config.events, ...events] };
}

function withNames(report: SeriesReport, holidays: readonly Holiday[]): SeriesReport {
  const { pattern } = report;
  if (!pattern?.normal || holidays.length === 0) return report;
  return { ...report, pattern: { ...pattern, normal: withHolidayNames(pattern.normal, holidays) } };
}

/**
 * How many series of a table a run with this configuration would analyse.
 *
 * @throws InputError as `detect`
 *
 * @example
 * console.log(countSeries(table, { columns: { kpis: ["sales"] } }));
 */
export function countSeries(given: Table, config: Config = {}): number {
  const resolved = resolveConfig(config);
  return targetsOf(reshape(given, resolved), resolved).length;
}

function partOf<Each>(all: readonly Each[], part: Part | undefined): readonly Each[] {
  if (part === undefined) return all;
  const start = (index: number): number => Math.floor((index * all.length) / part.of);
  return all.slice(start(part.index), start(part.index + 1));
}

/** One series of the table that is to be analysed. */
export interface Target {
  readonly name: string;
  readonly kpi: string;
  readonly key: string | undefined;
}

/** The series that a run with this configuration analyses, in their order. @throws InputError as `detect` */
export function targetsOf(table: Table, config: ResolvedConfig): Target[] {
  const kpis = namedKpis(table, config) ?? kpiNames(table).slice(0, config.mostKpis);
  if (kpis.length === 0) throw new InputError("no_kpi", {});
  for (const kpi of kpis) {
    if (columnNamed(table, kpi).kind === "number") continue;
    throw new InputError("text_column", { column: kpi });
  }
  const keys = table.key === null ? [undefined] : keyValues(table);
  return keys.flatMap((key) => kpis.map((kpi) => ({ name: key === undefined ? kpi : `${kpi} of ${key}`, kpi, key })));
}

/** The KPIs a person named, those of a table that was put together by the columns they were made of. */
function namedKpis({ aggregated }: Table, { columns }: ResolvedConfig): readonly string[] | null {
  if (!aggregated || !columns.kpis) return columns.kpis;
  const wanted = new Set(columns.kpis);
  return Object.entries(aggregated)
    .filter(([name, source]) => wanted.has(name) || wanted.has(source))
    .map(([name]) => name);
}

/** What the analysis of one series of the table is given. */
export function taskOf(table: Table, config: ResolvedConfig, { kpi, key }: Target): SeriesTask {
  const series = seriesOf(table, kpi, key);
  const column = columnNamed(table, kpi);
  // A series that is the whole table shares its arrays.
  const isWhole = column.kind === "number" && series.values === column.values;
  return {
    series,
    lines: isWhole ? table.lines : series.records.map((record) => table.lines[record]),
    decimals: column.kind === "number" ? column.decimals : 0,
    ...unitOf(table, kpi),
    config,
  };
}

type RunHooks = DetectHooks & { readonly fitsOf?: (target: Target) => SeriesFits };

async function onThisThread(
  table: Table,
  config: ResolvedConfig,
  targets: readonly Target[],
  hooks: RunHooks,
): Promise<SeriesAnalysis[]> {
  const finished: SeriesAnalysis[] = [];
  const partial =
    hooks.partial &&
    ((report: SeriesReport): void =>
      hooks.partial?.(reportOf(table, config, [...finished.map((one) => one.report), report], finished)));
  for (const [index, target] of targets.entries()) {
    const progress = (step: ProgressStep, fraction: number): void =>
      hooks.progress?.({ step, fraction: (index + fraction) / targets.length });
    const fits = hooks.fitsOf?.(target);
    finished.push(await analyseSeries(taskOf(table, config, target), { ...hooks, progress, partial, fits }));
  }
  return finished;
}

async function onWorkers(
  table: Table,
  config: ResolvedConfig,
  targets: readonly Target[],
  hooks: RunHooks,
): Promise<readonly SeriesAnalysis[]> {
  const tasks = targets.map((target) => {
    const known = hooks.fitsOf?.(target).detections;
    return { ...taskOf(table, config, target), ...(known?.size ? { known } : {}) };
  });
  const finished: SeriesAnalysis[] = [];
  const reports: (SeriesReport | undefined)[] = hooks.partial ? [bareSeries(tasks[0])] : [];
  const tell = (): void =>
    hooks.partial?.(
      reportOf(
        table,
        config,
        reports.filter((report) => report !== undefined),
        finished,
      ),
    );
  const done = (index: number, analysis: SeriesAnalysis): void => {
    finished.push(analysis);
    reports[index] = analysis.report;
    const fits = hooks.fitsOf?.(targets[index]);
    for (const detection of analysis.report.detections) fits?.detections.set(detection.detector, detection);
    const { kpi, key = "" } = targets[index];
    hooks.progress?.({
      step: { kind: "series", facts: { kpi, series: key } },
      fraction: finished.length / targets.length,
    });
    if (hooks.partialWanted?.() ?? true) tell();
  };
  tell();
  return hooks.runSeries ? hooks.runSeries(tasks, done, hooks.signal) : [];
}

function totals(analyses: readonly SeriesAnalysis[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { seconds } of analyses)
    for (const [step, spent] of Object.entries(seconds)) sums[step] = (sums[step] ?? 0) + spent;
  return sums;
}

function reportOf(
  table: Table,
  config: ResolvedConfig,
  series: readonly SeriesReport[],
  analyses: readonly SeriesAnalysis[],
): Report {
  const { source, records, time, cadence, key, warnings } = table;
  return {
    kind: "report",
    version,
    source,
    records,
    date: time && { columns: time.columns, format: time.format, zone: time.zone },
    cadence,
    key,
    config,
    assumptions: assumptions(
      table,
      config,
      series,
      analyses.find(({ missingEngine }) => missingEngine !== null)?.missingEngine ?? null,
    ),
    warnings,
    series,
    ...(table.segments ? { segments: table.segments } : {}),
    timings: totals(analyses),
  };
}
