import type { ResolvedConfig } from "./config/config.js";
import { combineDetections, type Combination } from "./decide/score/combine-detections.js";
import { memoizedRanks } from "./decide/incident/consensus.js";
import { decide, type DecisionOptions, type Scored } from "./decide/decide.js";
import { featurePushes } from "./decide/incident/feature-pushes.js";
import { noRules } from "./decide/incident/kpi-rules.js";
import { worstFlagged } from "./decide/incident/with-features.js";
import type { Detector, Sample } from "./detectors/detector.js";
import { expectedSeconds } from "./detectors/expected-seconds.js";
import { detectors as builtInDetectors } from "./detectors/index.js";
import type { SeriesFits } from "./fit-cache.js";
import { addFeaturesOnThreads, makeSampleWithoutFeatures, withoutSeason } from "./make-sample.js";
import { ownThread, type Compute } from "./numeric/compute.js";
import { StepClock } from "./numeric/step-clock.js";
import { heldFinite, inOwnSize, inUsualSize, timesPowerOfTwo } from "./numeric/scaling/usual-size.js";
import { createCheckpoint, yieldToEventLoop } from "./numeric/checkpoint.js";
import { missingEngine, type MissingEngine } from "./numeric/wasm/missing-engine.js";
import type { ProgressStep } from "./progress.js";
import type { Detection, SeriesReport } from "./report.js";
import { runDetector, type DetectorRun } from "./run-detector.js";
import { factsInSize } from "./season/facts/normal-facts.js";
import { LEAST_POINTS } from "./season/least-points.js";
import type { Series } from "./table.js";

/** All that the analysis of one series depends on. Survives `structuredClone`, so that any worker can do it. */
export interface SeriesTask {
  readonly series: Series;
  /** Line of the file (from 1) of each point. */
  readonly lines: Uint32Array;
  /** Digits after the decimal mark in the file. */
  readonly decimals: number;
  /** Unit of the KPI, where one is known; a decision passes it on. */
  readonly unit?: string;
  readonly config: ResolvedConfig;
  /** What detectors said in an earlier run, where the task goes to a thread that does not have its fits. */
  readonly known?: ReadonlyMap<string, Detection>;
}

/** Ways to look into the analysis of one series while it goes on. */
export interface SeriesHooks {
  readonly signal?: AbortSignal;
  /** What is being done and which share of it is done, 0 to 1. */
  readonly progress?: (step: ProgressStep, fraction: number) => void;
  /** Called with what is known so far: first the bare series, then after each detector; what is decided comes before detectors that only vote. */
  readonly partial?: (report: SeriesReport) => void;
  /** Asked before each partial report but the first and the one with what is decided: deciding on a long series takes a while, and nobody may be looking. */
  readonly partialWanted?: () => boolean;
  readonly detectors?: Readonly<Record<string, Detector>>;
  readonly compute?: Compute;
  /** What was fitted to the series before; what this run fits is added. */
  readonly fits?: SeriesFits;
}

/** The result for one series, and how many seconds each step took. */
export interface SeriesAnalysis {
  readonly report: SeriesReport;
  readonly seconds: Readonly<Record<string, number>>;
  /** What the thread lacked to run the WebAssembly kernels; null when they ran. */
  readonly missingEngine: MissingEngine | null;
}

/**
 * One KPI through time, from its values to its verdict: season, features, every chosen detector, decision. Depends on
 * nothing but its task; the seed hangs on configuration, detector, KPI and key alone.
 *
 * @example
 * const { report, seconds } = await analyseSeries(task);
 */
export async function analyseSeries(task: SeriesTask, hooks: SeriesHooks = {}): Promise<SeriesAnalysis> {
  const { series, config } = task;
  const register = { ...builtInDetectors, ...hooks.detectors };
  const chosen = chosenOf(register, config);
  const signal = hooks.signal ?? new AbortController().signal;
  const clock = new StepClock();
  const found: (Detection | undefined)[] = chosen.map(() => undefined);
  const detections = (): Detection[] => found.filter((detection) => detection !== undefined);
  let scored: Scored = unjudged(task);
  const soFar = (): SeriesReport =>
    decide({ ...scored, detections: detections() }, decisionOptions(config, series.kpi));
  const known = (one: Chosen): Detection | undefined =>
    isBuiltIn(one) ? (hooks.fits?.detections ?? task.known)?.get(one.id) : undefined;
  const run = async (one: Chosen, sample: Sample): Promise<void> => {
    const progress = (step: ProgressStep, share: number): void =>
      hooks.progress?.(step, (detections().length + share) / chosen.length);
    found[one.place] = known(one) ?? (await detectionOf(one, sample, config, { ...hooks, signal, clock, progress }));
  };
  const tell = (always: boolean): void => {
    if (found.includes(undefined) && (always || (hooks.partialWanted?.() ?? true))) hooks.partial?.(soFar());
  };

  // The answer first: what the combined score is made of; then, with the features that only they look at, all others.
  const [deciding, others] = [chosen.filter(hasShare), chosen.filter((one) => !hasShare(one))];
  const [decidingAnew, othersAnew] = [deciding, others].map((all) => all.filter((one) => !known(one)));
  const needsSeason = looksAtSeason(decidingAnew);
  if (needsSeason) hooks.progress?.({ kind: "season", facts: { kpi: series.kpi, series: series.key ?? "" } }, 0);
  hooks.partial?.(soFar());
  // A scope of its own: what is normal is as long as the series many times over, and not held while the report is made.
  const listen = async (): Promise<void> => {
    let sample = makeSampleWithoutFeatures(series, config, hooks.fits);
    const addFeatures = async (): Promise<void> => {
      const checkpoint = createCheckpoint({ signal, progress: () => {} });
      sample = await clock.timeAsync("features", () =>
        addFeaturesOnThreads(sample, config, hooks.compute ?? ownThread(), checkpoint),
      );
    };
    if (looksAtFeatures(decidingAnew)) await addFeatures();
    if (needsSeason) {
      await yieldToEventLoop();
      signal.throwIfAborted();
      clock.time("season", () => sample.season);
    }
    for (const one of deciding) {
      await run(one, sample);
      if (one !== deciding.at(-1)) tell(false);
    }
    if (deciding.length > 0) {
      scored = clock.time("combine", () => ({ ...scored, ...combine(task, sample, detections(), register) }));
      tell(true);
    }
    if (looksAtFeatures(othersAnew) && !looksAtFeatures(decidingAnew)) await addFeatures();
    for (const [place, one] of others.entries()) {
      if (!looksAtSeason(others.slice(place))) sample = withoutSeason(sample, config, hooks.fits);
      await run(one, sample);
      tell(false);
    }
  };
  await listen();
  const report = clock.time("decide", soFar);
  return { report, seconds: clock.seconds, missingEngine: missingEngine() };
}

/** The detectors that are switched on, but for those that look at the other KPIs. */
function chosenOf(register: Readonly<Record<string, Detector>>, config: ResolvedConfig): Chosen[] {
  return Object.entries(register)
    .filter(([id, detector]) => config.detectors[id].enabled && !detector.companions)
    .map(([id, detector], place) => ({ id, detector, place }));
}

/** What one detector says of a series, told as it goes on and left with the fits. */
async function detectionOf(
  one: Chosen,
  sample: Sample,
  config: ResolvedConfig,
  {
    signal,
    clock,
    progress,
    compute,
    fits,
  }: SeriesHooks & Pick<Required<SeriesHooks>, "signal" | "progress"> & { clock: StepClock },
): Promise<Detection> {
  const { id, detector } = one;
  const seconds = expectedSeconds(detector, sample, config.detectors[id].params as never, compute?.threads);
  const step = stepOf(id, detector.title, seconds, sample.series);
  progress(step, 0);
  // A cancel, a message.
  await yieldToEventLoop();
  signal.throwIfAborted();
  if (detector.family === "series") clock.time("season", () => sample.season);
  const share = (done: number): void => progress(step, done);
  const done = await clock.timeAsync(`detectors/${id}`, () =>
    runDetector(id, detector, sample, config, { signal, progress: share, compute }),
  );
  const detection =
    detector.family === "point"
      ? await clock.timeAsync("features of incidents", () => withPushes(done, sample, detector))
      : done.detection;
  if (isBuiltIn(one)) fits?.detections.set(id, detection);
  if (detection.votes && detection.scores.length >= LONG)
    clock.time("ranks of voters", () => memoizedRanks(detection.scores));
  return detection;
}

/** Whether anybody asks for the features: those that judge single moments do, and detectors of one's own may. */
function looksAtFeatures(chosen: readonly Chosen[]): boolean {
  return chosen.some((one) => one.detector.family === "point" || !isBuiltIn(one));
}

/** Whether anybody asks what is usual. */
function looksAtSeason(chosen: readonly Chosen[]): boolean {
  return chosen.some(({ detector }) => detector.family === "series");
}

function isBuiltIn({ id, detector }: Chosen): boolean {
  return builtInDetectors[id] === detector;
}

/** A detector of this run, and its place in the register's order. */
interface Chosen {
  readonly id: string;
  readonly detector: Detector;
  readonly place: number;
}

/** Whether a detector feeds the combined score. */
function hasShare({ detector }: Chosen): boolean {
  return detector.share !== undefined;
}

/** Points from which ranks are worked out before somebody asks for a cut by vote and waits for it. */
const LONG = 20_000;

/** A series of which only the values are known yet: what can be drawn before anything is computed. O(n). */
export function bareSeries(task: SeriesTask): SeriesReport {
  return decide(unjudged(task), decisionOptions(task.config, task.series.kpi));
}

function unjudged({ series, lines, decimals, unit }: SeriesTask): Scored {
  const unknown = new Float64Array(series.values.length).fill(NaN);
  const { kpi, key, records, time, values, dated, cadence } = series;
  return {
    kpi,
    series: key,
    records,
    lines,
    time,
    values,
    decimals,
    ...(unit === undefined ? {} : { unit }),
    cadence: dated ? (cadence?.label ?? "irregular") : "",
    detections: [],
    combined: unknown,
    pattern: null,
    ...{ expected: unknown, lower: unknown, upper: unknown },
    ...{ usual: unknown, usualLower: unknown, usualUpper: unknown },
  };
}

/** The combined score and what is usual, once every detector that has a share has spoken. */
function combine(
  { series: { values }, config }: SeriesTask,
  { series, season }: Sample,
  detections: readonly Detection[],
  register: Readonly<Record<string, Detector>>,
): Combination {
  const shares = new Map(Object.entries(register).flatMap(([id, { share }]) => (share ? [[id, share] as const] : [])));
  const combination = combineDetections(series, season, detections, shares, config);
  const constant = !season && values.filter((value) => Number.isFinite(value)).length >= LEAST_POINTS;
  // A constant is its own expectation and never an anomaly; of a series that is too short nothing is known.
  return constant
    ? {
        combined: values.map((value) => (Number.isFinite(value) ? 0 : NaN)),
        pattern: null,
        ...{ expected: values, lower: values, upper: values },
        ...{ usual: values, usualLower: values, usualUpper: values },
      }
    : inSizeOf(values, combination);
}

/** What was told of numbers of a usual size, for the numbers as they are. */
function inSizeOf(values: Float64Array, { combined, pattern, ...band }: Combination): Combination {
  const { exponent } = inUsualSize(values);
  const own = (column: Float64Array): Float64Array => inOwnSize(column, exponent);
  return {
    expected: own(band.expected),
    lower: aboveImpossible(values, own(band.lower)),
    upper: own(band.upper),
    usual: own(band.usual),
    usualLower: aboveImpossible(values, own(band.usualLower)),
    usualUpper: own(band.usualUpper),
    combined,
    pattern: pattern && {
      ...pattern,
      spread: spreadIn(pattern.spread, exponent),
      ...(pattern.normal ? { normal: factsInSize(pattern.normal, exponent) } : {}),
    },
  };
}

/** A KPI that is never negative is not expected to be: its usual range ends at zero. */
function aboveImpossible(values: Float64Array, lower: Float64Array): Float64Array {
  return !lower.some(isNegative) || values.some(isNegative) ? lower : lower.map((value) => (value < 0 ? 0 : value));
}

const isNegative = (value: number): boolean => value < 0;

/** Above zero, as any spread. */
function spreadIn(spread: number, exponent: number): number {
  return Math.max(Number.MIN_VALUE, heldFinite(timesPowerOfTwo(spread, exponent)));
}

/** Points of each voter whose features are named: the worst ones, fewer in long series, where each costs more. */
const MOST_NAMED = 20;
const POINTS_NAMED = 1e6;

/** A detector that votes says which features made it flag its worst points. */
async function withPushes({ detection, scorer }: DetectorRun, sample: Sample, detector: Detector): Promise<Detection> {
  const points = scorer
    ? worstFlagged(detection, Math.max(1, Math.min(MOST_NAMED, Math.floor(POINTS_NAMED / detection.scores.length))))
    : [];
  return scorer && points.length > 0
    ? { ...detection, pushes: await featurePushes(sample, scorer, detection, points, detector) }
    : detection;
}

/** The part of a configuration that decides, for one KPI. */
export function decisionOptions(config: ResolvedConfig, kpi: string): DecisionOptions {
  return { ...config, rules: (Object.hasOwn(config.rules, kpi) ? config.rules[kpi] : config.rules["*"]) ?? noRules };
}

const stepOf = (detector: string, title: string, seconds: number | null, { kpi, key = "" }: Series): ProgressStep => ({
  kind: "detector",
  facts: { detector, title, seconds, kpi, series: key },
});
