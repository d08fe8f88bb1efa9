import { assumptions } from "./assumptions.js";
import type { Config, ResolvedConfig } from "./config/config.js";
import { resolveConfig } from "./config/resolve-config.js";
import { decide } from "./decide/decide.js";
import { flag } from "./decide/flag.js";
import type { Detector, FitContext, Sample } from "./detectors/detector.js";
import { detectors as builtInDetectors } from "./detectors/index.js";
import { reportDisplay } from "./display/report-display.js";
import { withDisplay } from "./display/with-display.js";
import { InputError } from "./errors.js";
import { featureMatrix, type FeatureChoice } from "./features/feature-matrix.js";
import { features } from "./features/index.js";
import { keyValues, seriesOf } from "./io/series.js";
import { createRandom } from "./numeric/random.js";
import type { Detection, Report, SeriesReport } from "./report.js";
import { columnNamed, kpiNames, type Series, type Table } from "./table.js";
import { version } from "./version.js";

/** How far a run is. */
export interface Progress {
  /** What is being done, for example `Local Outlier Factor on revenue`. */
  readonly step: string;
  /** Share of the whole run that is done, 0 to 1. */
  readonly fraction: number;
}

/** Ways to look into a run while it goes on. */
export interface DetectHooks {
  /** Abort it to stop the run; `detect` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Called with what is known so far: first the bare series, then after each detector. */
  readonly partial?: (report: Report) => void;
  /** Detectors of one's own, by id, beside the built-in ones. */
  readonly detectors?: Readonly<Record<string, Detector>>;
}

/**
 * Finds what is not normal in a table: the one pipeline behind the command line, the results panel and the notebook.
 *
 * Same table, configuration and seed give the same report to the byte (timings apart). Cost: dominated by the
 * detectors; see each one's own comment.
 *
 * @throws InputError when the table or configuration cannot be used.
 */
export async function detect(table: Table, config: Config = {}, hooks: DetectHooks = {}): Promise<Report> {
  const register = { ...builtInDetectors, ...hooks.detectors };
  const resolved = resolveConfig(config, register);
  const chosen = Object.entries(register).filter(([id]) => resolved.detectors[id].enabled);
  const targets = targetsOf(table, resolved);
  const clock = new Clock();
  const finished: SeriesReport[] = [];

  for (const [index, target] of targets.entries()) {
    const series = clock.time("series", target.read);
    const sample: Sample = { series, features: clock.time("features", () => featureMatrix(series, featureChoices(resolved))) };
    const detections: Detection[] = [];
    const soFar = (): SeriesReport => decide(series, linesOf(table, series), decimalsOf(table, series.kpi), detections, resolved);
    hooks.partial?.(reportOf(table, resolved, [...finished, soFar()], clock.seconds));
    for (const [place, [id, detector]] of chosen.entries()) {
      const progress = (share: number): void => hooks.progress?.({ step: `${detector.title} on ${target.name}`, fraction: (index + (place + share) / chosen.length) / targets.length });
      progress(0);
      await otherEvents();
      hooks.signal?.throwIfAborted();
      detections.push(await clock.timeAsync(`detectors/${id}`, () => runDetector(id, detector, sample, resolved, hooks.signal, progress)));
      if (place < chosen.length - 1) hooks.partial?.(reportOf(table, resolved, [...finished, soFar()], clock.seconds));
    }
    finished.push(clock.time("decide", soFar));
  }
  hooks.progress?.({ step: "Done", fraction: 1 });
  const report = reportOf(table, resolved, finished, clock.seconds);
  return withDisplay(report, () => reportDisplay(report));
}

/** One series of the table that is to be analysed. */
interface Target {
  readonly name: string;
  readonly read: () => Series;
}

function targetsOf(table: Table, config: ResolvedConfig): Target[] {
  const kpis = config.columns.kpis ?? kpiNames(table);
  if (kpis.length === 0) throw new InputError("no_numeric_column", "The file has no column of numbers that could be a KPI.", "Name one with --kpi or columns.kpis.");
  for (const kpi of kpis) {
    if (columnNamed(table, kpi).kind === "number") continue;
    throw new InputError("no_numeric_column", `Column "${kpi}" holds text; a KPI must be numbers.`, "Name a column of numbers with --kpi or columns.kpis.");
  }
  const keys = table.key === null ? [undefined] : keyValues(table);
  return keys.flatMap((key) => kpis.map((kpi) => ({ name: key === undefined ? kpi : `${kpi} of ${key}`, read: () => seriesOf(table, kpi, key) })));
}

function featureChoices(config: ResolvedConfig): FeatureChoice[] {
  return Object.entries(features)
    .filter(([id]) => config.features[id].enabled)
    .map(([id, feature]) => ({ feature, params: config.features[id].params }));
}

async function runDetector(id: string, detector: Detector, sample: Sample, config: ResolvedConfig, signal: AbortSignal | undefined, progress: FitContext["progress"]): Promise<Detection> {
  const { kpi, key, values } = sample.series;
  const params = config.detectors[id].params as never;
  const entry = { detector: id, title: detector.title, votes: detector.family === "point" };
  const random = createRandom(`${config.seed}/${id}/${kpi}/${key}`);
  const scorer = await detector.fit(sample, params, { random, signal: signal ?? new AbortController().signal, progress });
  if ("skipped" in scorer) return { ...entry, scores: new Float64Array(values.length).fill(NaN), threshold: NaN, flags: new Uint8Array(values.length), skipped: scorer.skipped };
  const scores = await scorer(sample);
  const threshold = typeof detector.threshold === "function" ? detector.threshold(params) : detector.threshold;
  return { ...entry, scores, ...flag(scores, threshold, config.contamination), skipped: null };
}

function linesOf(table: Table, series: Series): Uint32Array {
  return series.records.map((record) => table.lines[record]);
}

function decimalsOf(table: Table, kpi: string): number {
  const column = columnNamed(table, kpi);
  return column.kind === "number" ? column.decimals : 0;
}

function reportOf(table: Table, config: ResolvedConfig, series: readonly SeriesReport[], seconds: Readonly<Record<string, number>>): Report {
  const { source, records, time, cadence, key, warnings } = table;
  return {
    version,
    source,
    records,
    date: time && { columns: time.columns, format: time.format, zone: time.zone },
    cadence,
    key,
    config,
    assumptions: assumptions(table, config, series),
    warnings,
    series,
    timings: { ...seconds },
  };
}

/** Lets other events in (a cancel, a message) between two pieces of work. */
function otherEvents(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Adds up how long each step takes. */
class Clock {
  readonly seconds: Record<string, number> = {};

  time<Result>(step: string, work: () => Result): Result {
    const started = performance.now();
    const result = work();
    this.add(step, started);
    return result;
  }

  async timeAsync<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await work();
    this.add(step, started);
    return result;
  }

  private add(step: string, started: number): void {
    this.seconds[step] = (this.seconds[step] ?? 0) + (performance.now() - started) / 1000;
  }
}
