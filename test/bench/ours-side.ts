import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { interquartileRange } from "../../kernel-lib/src/detectors/interquartile-range.js";
import { zScore } from "../../kernel-lib/src/detectors/z-score.js";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import type { Detector, FitContext, Sample, Scorer } from "../../kernel-lib/src/detectors/detector.js";
import { growForest } from "../../kernel-lib/src/numeric/isolation-forest/grow.js";
import { isolationScores } from "../../kernel-lib/src/numeric/isolation-forest/isolation-scores.js";
import { outlierFactors } from "../../kernel-lib/src/numeric/neighbours/outlier-factors.js";
import { oneClassSvm } from "../../kernel-lib/src/numeric/one-class-svm/one-class-svm.js";
import { createPause } from "../../kernel-lib/src/numeric/pause.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { createCompute } from "../../kernel-lib/src/parallel/compute.js";
import type { BenchAnswer, BenchJob } from "./bench-job.js";
import { benchFeatures, hourlySeries } from "./features.js";

const compute = createCompute({ workers: Number(process.env.BENCH_WORKERS ?? 1) });

const context: FitContext = { random: createRandom(1), compute, signal: new AbortController().signal, progress: () => {} };

type Work = (values: Float64Array, columns: number) => Float64Array | Promise<Float64Array>;

const jobs: Record<string, Work> = {
  isolationForest: (values, columns) => isolationScores(growForest(values, columns, 100, 256, createRandom(1)), values, compute, createPause(context)),
  localOutlierFactor: (values, columns) => outlierFactors(values, columns, { neighbours: 20, compute, pause: createPause(context) }),
  oneClassSvm: async (values, columns) => (await oneClassSvm(values, columns, { nu: 0.01, gamma: 0, tolerance: 1e-3, compute, pause: createPause(context) })).decision.map((value) => -value),
  zScore: (values, columns) => univariate(zScore, sampleOf(values, columns)),
  interquartileRange: (values, columns) => univariate(interquartileRange, sampleOf(values, columns)),
  features: (values) => benchFeatures(hourlySeries(column(values, 2, 0), column(values, 2, 1))).values,
};

/** The first column as a series. */
function sampleOf(values: Float64Array, columns: number): Sample {
  const series = hourlySeries(new Float64Array(0), column(values, columns, 0));
  return { series, features: { names: [], points: new Uint32Array(0), values: new Float64Array(0) } } as unknown as Sample;
}

function column(values: Float64Array, columns: number, index: number): Float64Array {
  const taken = new Float64Array(values.length / columns);
  for (let row = 0; row < taken.length; row++) taken[row] = values[row * columns + index];
  return taken;
}

async function univariate(detector: Detector, sample: Sample): Promise<Float64Array> {
  return ((await detector.fit(sample, paramValues(detector.params), context)) as Scorer)(sample);
}

/** Runs one job a line on standard input, as peer.py does. */
export async function serveJobs(): Promise<void> {
  process.stdout.write(`${JSON.stringify({ versions: `Node ${process.version}, ${compute.threads} threads` })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const { job, file, rows, columns, out } = JSON.parse(line) as BenchJob;
    const bytes = readFileSync(file);
    const values = new Float64Array(bytes.buffer, bytes.byteOffset, rows * columns).slice();
    const cpu = process.cpuUsage();
    const wall = performance.now();
    const result = await jobs[job](values, columns);
    const spent = process.cpuUsage(cpu);
    const answer: BenchAnswer = { wall: performance.now() - wall, cpu: (spent.user + spent.system) / 1e3, memory: process.resourceUsage().maxRSS / 1024 };
    writeFileSync(out, new Uint8Array(result.buffer, result.byteOffset, result.byteLength));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  compute.dispose();
}
