import { analyseSeries } from "../analyse-series.js";
import type { Config, ResolvedConfig } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { targetsOf } from "../detect.js";
import type { ParamValues } from "../config/params.js";
import type { Detector, SampleSize } from "../detectors/detector.js";
import { detectors as register } from "../detectors/index.js";
import { longestSeries, seriesOf } from "../io/series.js";
import { makeSample } from "../make-sample.js";
import { reshape } from "../reshape/reshape.js";
import { runDetector } from "../run-detector.js";
import { kpiNames, type Series, type Table } from "../table.js";

/** A run that will take minutes. */
export interface LongRun {
  /** About how long, on so many threads. */
  readonly seconds: number;
  /** Ids of the detectors that take most of it. */
  readonly detectors: readonly string[];
  /** About how long it takes without them. */
  readonly secondsWithout: number;
  readonly series: number;
  /** Of the longest series. */
  readonly rows: number;
}

/** Seconds from which on a person is told beforehand. */
const WORTH_TELLING = 60;

/** Seconds by the models alone from which on the data are asked: a machine under load may take four times as long. */
const WORTH_A_PROBE = WORTH_TELLING / 4;

/**
 * Seconds that a usual processor takes for one value with the detectors that have no cost model of their own. A default run
 * that would be done in half of what is worth telling is not asked: the probe would be a good part of it.
 */
const SECONDS_OF_A_VALUE = 15e-6;
const REST_WORTH_A_PROBE = WORTH_TELLING / 2;

/** Columns that a feature is taken to make before any is made: on the side of too many, since the probe counts them. */
const MOST_COLUMNS_OF_A_FEATURE = 3;

/**
 * Rows of the two probes: enough that a detector's own cost stands out of what every call costs, and done in a second or two.
 * The model of what is normal chooses its plan on 40,000 rows at most, so what it takes for each further row shows beyond.
 */
const PROBE_ROWS = [10_000, 40_000] as const;
const PROBE_ROWS_OF_REST = [40_000, 80_000] as const;

/**
 * Says before a run that it will take minutes, and which detectors can be left out instead; none where all that are asked for
 * grow with the rows alone. The cost models of the detectors are for a usual processor and usual data: where they come near a
 * minute, two beginnings of the first series are analysed with the same options. The times they take, here and on these data,
 * tell which part of the cost grows with the rows and which as the model says.
 *
 * @param threads that work at a time
 * @returns null for a run that is done within a minute
 * @throws InputError as `detect`
 *
 * @example
 * const long = await longRun(table, { detectors: { oneClassSvm: { enabled: true } } }, 2);
 * if (long) console.log(`about ${Math.round(long.seconds / 60)} minutes`);
 */
export async function longRun(given: Table, config: Config = {}, threads: number = 1): Promise<LongRun | null> {
  const resolved = resolveConfig(config);
  const slow = Object.entries(register).filter(([id, { seconds }]) => seconds && resolved.detectors[id].enabled);
  // Most runs wait for no more than this: a record counts in the total and in its segment at most.
  const atMost = 2 * given.records * kpiNames(given).length * SECONDS_OF_A_VALUE;
  if (slow.length === 0 && atMost < REST_WORTH_A_PROBE) return null;
  const table = reshape(given, resolved);
  const targets = targetsOf(table, resolved);
  const rows = longestSeries(table);
  const enabled = Object.values(resolved.features).filter((feature) => feature.enabled).length;
  const whole = { points: rows, rows, columns: enabled * MOST_COLUMNS_OF_A_FEATURE };
  const model = slow.reduce((sum, [id, detector]) => sum + modelled(detector, whole, resolved, id), 0);
  const rest = (rows * targets.length * SECONDS_OF_A_VALUE) / Math.min(threads, targets.length);
  if ((model * targets.length) / threads < WORTH_A_PROBE && rest < REST_WORTH_A_PROBE) return null;

  const series = seriesOf(table, targets[0].kpi, targets[0].key);
  const probes = slow.length > 0 ? PROBE_ROWS.map((count) => beginningOf(series, count)) : [];
  const samples = probes.map((probe) => makeSample(probe, resolved));
  const sizes = samples.map(({ series: { values }, features: { points, names } }) => ({
    points: values.length,
    rows: points.length,
    columns: names.length,
  }));
  const full = { points: rows, rows, columns: sizes[0]?.columns ?? 0 };
  const times: { readonly id: string; readonly seconds: number }[] = [];
  for (const [id, detector] of slow) {
    const took = await timed(samples, (sample) => runDetector(id, detector, sample, resolved, silent()));
    const model = [...sizes, full].map((size) => modelled(detector, size, resolved, id));
    times.push({ id, seconds: (extrapolated(took, sizes, model, rows) * targets.length) / threads });
  }
  const bare = without(
    resolved,
    slow.map(([id]) => id),
  );
  const [some, more] = await timed(
    PROBE_ROWS_OF_REST.map((count) => beginningOf(series, count)),
    (probe) => analyseSeries(taskOf(probe, bare)),
  );
  const [few, many] = PROBE_ROWS_OF_REST;
  const each = some + (Math.max(0, more - some) / (many - few)) * Math.max(0, rows - few);
  const secondsWithout = (each * targets.length) / Math.min(threads, targets.length);
  const seconds = times.reduce((sum, one) => sum + one.seconds, secondsWithout);
  if (seconds < WORTH_TELLING) return null;
  const most = times.filter((one) => one.seconds >= 0.1 * seconds).sort((a, b) => b.seconds - a.seconds);
  return {
    seconds,
    detectors: most.map(({ id }) => id),
    secondsWithout: seconds - most.reduce((sum, one) => sum + one.seconds, 0),
    series: targets.length,
    rows,
  };
}

function modelled(detector: Detector, size: SampleSize, config: ResolvedConfig, id: string): number {
  return detector.seconds?.(size, config.detectors[id].params as ParamValues<Detector["params"]>) ?? 0;
}

function without(config: ResolvedConfig, ids: readonly string[]): ResolvedConfig {
  const off = Object.fromEntries(ids.map((id) => [id, { ...config.detectors[id], enabled: false }]));
  return { ...config, detectors: { ...config.detectors, ...off } };
}

/** Seconds for so many rows, where `took` is a part in proportion to the rows and one in proportion to the model. */
function extrapolated(
  [first, second]: readonly number[],
  [one, two]: readonly SampleSize[],
  [modelOne, modelTwo, model]: readonly number[],
  rows: number,
): number {
  const growth = two.points / one.points;
  const steep = modelTwo - growth * modelOne;
  const byModel = steep > 0 ? Math.max(0, (second - growth * first) / steep) : 0;
  const byRows = Math.max(0, (second - byModel * modelTwo) / two.points);
  return byRows * rows + byModel * model;
}

/** The first rows of a series. */
function beginningOf(series: Series, most: number): Series {
  const rows = Math.min(most, series.values.length);
  return {
    ...series,
    records: series.records.subarray(0, rows),
    time: series.time.subarray(0, rows),
    values: series.values.subarray(0, rows),
  };
}

function taskOf(series: Series, config: ResolvedConfig): Parameters<typeof analyseSeries>[0] {
  return { series, lines: series.records, decimals: 2, config };
}

const silent = (): { signal: AbortSignal; progress: () => void } => ({
  signal: new AbortController().signal,
  progress: () => {},
});

/** Seconds for each of the probes, after a first call that compiles. */
async function timed<Probe>(probes: readonly Probe[], work: (probe: Probe) => Promise<unknown>): Promise<number[]> {
  await work(probes[0]);
  const times: number[] = [];
  for (const probe of probes) {
    const started = performance.now();
    await work(probe);
    times.push((performance.now() - started) / 1000);
  }
  return times;
}
