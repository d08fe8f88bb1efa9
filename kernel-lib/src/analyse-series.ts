import type { ResolvedConfig } from "./config/config.js";
import { decide } from "./decide/decide.js";
import { flag } from "./decide/flag.js";
import type { Detector, FitContext, Sample } from "./detectors/detector.js";
import { detectors as builtInDetectors } from "./detectors/index.js";
import { featureMatrix, type FeatureChoice } from "./features/feature-matrix.js";
import { features } from "./features/index.js";
import type { Compute } from "./numeric/compute.js";
import { createRandom } from "./numeric/random.js";
import type { Detection, SeriesReport } from "./report.js";
import type { Series } from "./table.js";

/** All that the analysis of one series depends on. Survives `structuredClone`, so that any worker can do it. */
export interface SeriesTask {
  readonly series: Series;
  /** Line of the file (from 1) of each point. */
  readonly lines: Uint32Array;
  /** Digits after the decimal mark in the file. */
  readonly decimals: number;
  readonly config: ResolvedConfig;
}

/** Ways to look into the analysis of one series while it goes on. */
export interface SeriesHooks {
  readonly signal?: AbortSignal;
  /** What is being done and which share of it is done, 0 to 1. */
  readonly progress?: (step: string, fraction: number) => void;
  /** Called with what is known so far: first the bare series, then after each detector. */
  readonly partial?: (report: SeriesReport) => void;
  readonly detectors?: Readonly<Record<string, Detector>>;
  readonly compute?: Compute;
}

/** The result for one series, and how many seconds each step took. */
export interface SeriesAnalysis {
  readonly report: SeriesReport;
  readonly seconds: Readonly<Record<string, number>>;
}

/**
 * One KPI through time, from its values to its verdict: features, every chosen detector, decision. Depends on nothing but
 * its task; the seed hangs on configuration, detector, KPI and key alone.
 */
export async function analyseSeries(task: SeriesTask, hooks: SeriesHooks = {}): Promise<SeriesAnalysis> {
  const { series, lines, decimals, config } = task;
  const register = { ...builtInDetectors, ...hooks.detectors };
  const chosen = Object.entries(register).filter(([id]) => config.detectors[id].enabled);
  const clock = new Clock();
  const detections: Detection[] = [];
  const soFar = (): SeriesReport => decide(series, lines, decimals, [...detections], config);

  hooks.partial?.(soFar());
  const sample: Sample = { series, features: clock.time("features", () => featureMatrix(series, featureChoices(config))) };
  for (const [place, [id, detector]] of chosen.entries()) {
    const progress = (share: number): void => hooks.progress?.(detector.title, (place + share) / chosen.length);
    progress(0);
    await otherEvents();
    hooks.signal?.throwIfAborted();
    detections.push(await clock.timeAsync(`detectors/${id}`, () => runDetector(id, detector, sample, config, hooks, progress)));
    if (place < chosen.length - 1) hooks.partial?.(soFar());
  }
  const report = clock.time("decide", soFar);
  return { report, seconds: clock.seconds };
}

function featureChoices(config: ResolvedConfig): FeatureChoice[] {
  return Object.entries(features)
    .filter(([id]) => config.features[id].enabled)
    .map(([id, feature]) => ({ feature, params: config.features[id].params }));
}

async function runDetector(id: string, detector: Detector, sample: Sample, config: ResolvedConfig, { signal, compute }: SeriesHooks, progress: FitContext["progress"]): Promise<Detection> {
  const { kpi, key, values } = sample.series;
  const params = config.detectors[id].params as never;
  const entry = { detector: id, title: detector.title, votes: detector.family === "point" };
  const random = createRandom(`${config.seed}/${id}/${kpi}/${key}`);
  const scorer = await detector.fit(sample, params, { random, signal: signal ?? new AbortController().signal, progress, compute });
  if ("skipped" in scorer) return { ...entry, scores: new Float64Array(values.length).fill(NaN), threshold: NaN, flags: new Uint8Array(values.length), skipped: scorer.skipped };
  const scores = await scorer(sample);
  const threshold = typeof detector.threshold === "function" ? detector.threshold(params) : detector.threshold;
  return { ...entry, scores, ...flag(scores, threshold, config.contamination), skipped: null };
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
