import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { interquartileRange } from "../../kernel-lib/src/detectors/interquartile-range.js";
import { zScore } from "../../kernel-lib/src/detectors/z-score.js";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import type { Detector, FitContext, Sample, Scorer } from "../../kernel-lib/src/detectors/detector.js";
import { threadedFeatureMatrix } from "../../kernel-lib/src/features/matrix/threaded-feature-matrix.js";
import { growForest } from "../../kernel-lib/src/numeric/isolation-forest/grow.js";
import { isolationScores } from "../../kernel-lib/src/numeric/isolation-forest/isolation-scores.js";
import { outlierFactors } from "../../kernel-lib/src/numeric/neighbours/outlier-factors.js";
import { oneClassSvm } from "../../kernel-lib/src/numeric/one-class-svm/one-class-svm.js";
import { createCheckpoint } from "../../kernel-lib/src/numeric/checkpoint.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { createCompute } from "../../kernel-lib/src/parallel/compute.js";
import type { BenchAnswer, BenchJob } from "./bench-job.js";
import { benchChoices, hourlySeries } from "./features.js";

const compute = createCompute({ workers: Number(process.env.BENCH_WORKERS ?? 1) });

type Work = (context: FitContext) => Float64Array | Promise<Float64Array>;

/** What each job does with the rows given; what is made before it is called is not measured, on the other side neither. */
const jobs: Record<string, (values: Float64Array, columns: number) => Work> = {
  isolationForest: (values, columns) => (context) =>
    isolationScores(growForest(values, columns, 100, 256, createRandom(1)), values, compute, createCheckpoint(context)),
  localOutlierFactor: (values, columns) => (context) =>
    outlierFactors(values, columns, { neighbours: 20, compute, checkpoint: createCheckpoint(context) }),
  oneClassSvm: (values, columns) => async (context) =>
    (
      await oneClassSvm(values, columns, {
        nu: 0.01,
        gamma: 0,
        tolerance: 1e-3,
        compute,
        checkpoint: createCheckpoint(context),
      })
    ).decision.map((value) => -value),
  zScore: (values, columns) => univariate(zScore, sampleOf(values, columns)),
  interquartileRange: (values, columns) => univariate(interquartileRange, sampleOf(values, columns)),
  features: (values) => {
    const series = hourlySeries(column(values, 2, 0), column(values, 2, 1));
    return async (context) =>
      (await threadedFeatureMatrix(series, benchChoices, compute, createCheckpoint(context))).values;
  },
};

/** The first column as a series. */
function sampleOf(values: Float64Array, columns: number): Sample {
  const series = hourlySeries(new Float64Array(0), column(values, columns, 0));
  return {
    series,
    features: { names: [], points: new Uint32Array(0), values: new Float64Array(0) },
  } as unknown as Sample;
}

function column(values: Float64Array, columns: number, index: number): Float64Array {
  const taken = new Float64Array(values.length / columns);
  for (let row = 0; row < taken.length; row++) taken[row] = values[row * columns + index];
  return taken;
}

function univariate(detector: Detector, sample: Sample): Work {
  return async (context) => ((await detector.fit(sample, paramValues(detector.params), context)) as Scorer)(sample);
}

function contextOf(signal: AbortSignal = new AbortController().signal): FitContext {
  return { random: createRandom(1), compute, signal, progress: () => {} };
}

/** Runs one job a line on standard input, as peer.py does. */
export async function serveJobs(): Promise<void> {
  process.stdout.write(`${JSON.stringify({ versions: `Node ${process.version}, ${compute.threads} threads` })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const { job, file, rows, columns, repeat, out, cancel } = JSON.parse(line) as BenchJob;
    const bytes = readFileSync(file);
    const work = jobs[job](new Float64Array(bytes.buffer, bytes.byteOffset, rows * columns).slice(), columns);
    const answer = cancel ? { wall: await longestWait(work), cpu: 0, memory: 0 } : await measure(work, repeat, out);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  compute.dispose();
}

async function measure(work: Work, repeat: number, out: string): Promise<BenchAnswer> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  let result = await work(contextOf());
  for (let i = 1; i < repeat; i++) result = await work(contextOf());
  const spent = process.cpuUsage(cpu);
  const answer = {
    wall: (performance.now() - wall) / repeat,
    cpu: (spent.user + spent.system) / 1e3 / repeat,
    memory: peakMemory(),
  };
  writeFileSync(out, new Uint8Array(result.buffer, result.byteOffset, result.byteLength));
  return answer;
}

/** In MiB. Linux tells a process that has just been started the peak of the one that started it, except in this file. */
function peakMemory(): number {
  const status = "/proc/self/status";
  const own = existsSync(status) && /VmHWM:\s*(\d+)/.exec(readFileSync(status, "utf8"));
  return Number(own ? own[1] : process.resourceUsage().maxRSS) / 1024;
}

/** Milliseconds from the moment at which a cancel is due to the end of the work, the longest of nine moments. */
async function longestWait(work: Work): Promise<number> {
  const started = performance.now();
  await work(contextOf());
  const whole = performance.now() - started;
  const waits: number[] = [];
  for (let tenth = 1; tenth <= 9; tenth++) {
    const cancel = new AbortController();
    const due = performance.now() + (whole * tenth) / 10;
    const timer = setTimeout(() => cancel.abort(), (whole * tenth) / 10);
    await Promise.resolve(work(contextOf(cancel.signal))).catch((error: unknown) => {
      if (!cancel.signal.aborted) throw error;
      waits.push(performance.now() - due);
    });
    clearTimeout(timer);
  }
  return Math.max(0, ...waits);
}
