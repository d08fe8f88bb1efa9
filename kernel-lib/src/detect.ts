import type { Config, ResolvedConfig } from "./config/config.js";
import { resolveConfig } from "./config/resolve-config.js";
import { consensus } from "./decide/consensus.js";
import { flag } from "./decide/flag.js";
import { incidentOfPoints, incidents } from "./decide/incidents.js";
import type { Detector, Sample } from "./detectors/detector.js";
import { detectors as builtInDetectors } from "./detectors/index.js";
import { InputError } from "./errors.js";
import { featureMatrix } from "./features/feature-matrix.js";
import { features } from "./features/index.js";
import { keyValues, seriesOf } from "./io/series.js";
import { createRandom } from "./numeric/random.js";
import type { Assumption, Detection, Report, SeriesReport } from "./report.js";
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

/** Most series analysed in one run; more are said, never silently dropped. */
const MOST_SERIES = 500;

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
  const targets = chosenSeries(table, resolved);
  const chosen = Object.entries(register).filter(([id]) => resolved.detectors[id].enabled);
  const timings: Record<string, number> = {};
  const done: SeriesReport[] = [];
  let steps = 0;

  const report = (series: readonly SeriesReport[]): Report => ({
    version,
    source: table.source,
    records: table.records,
    date: table.time && { columns: table.time.columns, format: table.time.format, zone: table.time.zone },
    cadence: table.cadence,
    key: table.key,
    config: resolved,
    assumptions: assumptions(table, resolved, series, targets.length),
    warnings: table.warnings,
    series,
    timings: { ...timings },
  });

  for (const target of targets.slice(0, MOST_SERIES)) {
    const series = target.read();
    const started = performance.now();
    const sample: Sample = { series, features: featureMatrix(series, chosenFeatures(resolved)) };
    timings.features = (timings.features ?? 0) + (performance.now() - started) / 1000;
    const detections: Detection[] = [];
    hooks.partial?.(report([...done, decide(table, series, detections, resolved)]));
    for (const [id, detector] of chosen) {
      const fraction = (): number => steps / (chosen.length * Math.min(targets.length, MOST_SERIES));
      hooks.progress?.({ step: `${detector.title} on ${target.name}`, fraction: fraction() });
      await breathe();
      hooks.signal?.throwIfAborted();
      const before = performance.now();
      detections.push(await runDetector(id, detector, sample, resolved, hooks));
      timings[`detectors/${id}`] = (timings[`detectors/${id}`] ?? 0) + (performance.now() - before) / 1000;
      steps++;
      hooks.partial?.(report([...done, decide(table, series, detections, resolved)]));
    }
    done.push(decide(table, series, detections, resolved));
  }
  hooks.progress?.({ step: "Done", fraction: 1 });
  return report(done);
}

/** Lets other events in (a cancel, a message) between two pieces of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

interface Target {
  readonly name: string;
  read(): Series;
}

function chosenSeries(table: Table, config: ResolvedConfig): Target[] {
  const kpis = config.columns.kpis ?? kpiNames(table);
  for (const kpi of kpis) {
    if (columnNamed(table, kpi).kind !== "number") throw new InputError("no_numeric_column", `Column "${kpi}" holds text; a KPI must be numbers.`, "Name a column of numbers with --kpi or columns.kpis.");
  }
  if (kpis.length === 0) throw new InputError("no_numeric_column", "The file has no column of numbers that could be a KPI.", "Name one with --kpi or columns.kpis.");
  const keys = table.key === null ? [undefined] : keyValues(table);
  return keys.flatMap((key) => kpis.map((kpi) => ({ name: key === undefined ? kpi : `${kpi} of ${key}`, read: () => seriesOf(table, kpi, key) })));
}

function chosenFeatures(config: ResolvedConfig): { feature: (typeof features)[string]; params: Readonly<Record<string, unknown>> }[] {
  return Object.entries(features)
    .filter(([id]) => config.features[id].enabled)
    .map(([id, feature]) => ({ feature, params: config.features[id].params }));
}

async function runDetector(id: string, detector: Detector, sample: Sample, config: ResolvedConfig, hooks: DetectHooks): Promise<Detection> {
  const params = config.detectors[id].params as never;
  const length = sample.series.values.length;
  const fitted = await detector.fit(sample, params, {
    random: createRandom(`${config.seed}/${id}/${sample.series.kpi}/${sample.series.key}`),
    signal: hooks.signal ?? new AbortController().signal,
    progress: () => {},
  });
  const entry = { detector: id, title: detector.title, votes: detector.family === "point" };
  if ("skipped" in fitted) return { ...entry, scores: new Float64Array(length).fill(NaN), threshold: NaN, flags: new Uint8Array(length), skipped: fitted.skipped };
  const scores = await fitted(sample);
  const threshold = typeof detector.threshold === "function" ? detector.threshold(params) : detector.threshold;
  return { ...entry, scores, ...flag(scores, threshold, config.contamination), skipped: null };
}

function decide(table: Table, series: Series, detections: readonly Detection[], config: ResolvedConfig): SeriesReport {
  const length = series.values.length;
  const unknown = new Float64Array(length).fill(NaN);
  const column = columnNamed(table, series.kpi);
  const decimals = column.kind === "number" ? column.decimals : 0;
  const agreed = consensus(detections, length, config.consensus);
  const found = incidents({ values: series.values, expected: unknown, ...agreed, detections, decimals }, config.incidentGap);
  return {
    kpi: series.kpi,
    series: series.key,
    records: series.records,
    lines: series.records.map((record) => table.lines[record]),
    time: series.time,
    values: series.values,
    expected: unknown,
    lower: unknown,
    upper: unknown,
    detections: [...detections],
    ...agreed,
    incidentOf: incidentOfPoints(found, length),
    incidents: found,
    notJudged: agreed.scores.filter((score) => Number.isNaN(score)).length,
    decimals,
  };
}

function assumptions(table: Table, config: ResolvedConfig, series: readonly SeriesReport[], targets: number): Assumption[] {
  const { time, cadence, key } = table;
  const unjudged = Math.max(0, ...series.map((one) => one.notJudged));
  const skipped = new Map(series.flatMap((one) => one.detections.filter((detection) => detection.skipped !== null).map((detection) => [detection.title, detection.skipped])));
  return [
    { id: "date", text: time ? `Date is ${time.columns.join(" + ")}, read as ${time.format}.` : "There is no date column; the record number stands in for time.", option: "columns.date" },
    { id: "kpis", text: `KPIs are ${[...new Set(series.map((one) => one.kpi))].join(", ")}.`, option: "columns.kpis" },
    ...(key === null ? [] : [{ id: "key", text: `Each value of ${key} is a series of its own.`, option: "columns.key" }]),
    ...(cadence === null ? [] : [{ id: "cadence", text: `One record is ${cadence.label}; ${Math.round(cadence.regularity * 100)} % of the steps are exactly that.` }]),
    { id: "consensus", text: `A row is an anomaly when ${config.consensus} detectors agree.`, option: "consensus" },
    ...(unjudged === 0 ? [] : [{ id: "notJudged", text: `${unjudged} rows are not judged: warm-up of lags and windows, or missing values.` }]),
    ...[...skipped].map(([title, why]) => ({ id: "skipped", text: `${title} did not run: ${why}` })),
    ...(targets > MOST_SERIES ? [{ id: "tooMany", text: `The file has ${targets} series; the first ${MOST_SERIES} are analysed.`, option: "columns.kpis" }] : []),
    { id: "seed", text: `Seed ${config.seed}.`, option: "seed" },
  ];
}
