import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../kernel-lib/src/io/series.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { spearman } from "../../kernel-lib/src/numeric/statistics.js";
import { kpiNames } from "../../kernel-lib/src/table.js";
import type { BenchAnswer, BenchJob } from "./bench-job.js";
import { benchFeatures, hourlySeries, standardised } from "./features.js";
import { serveJobs } from "./ours-side.js";
import { Side } from "./side.js";

const HELP = `npm run bench -- detectors [--rows 1000,10000,50000,145198] [--jobs localOutlierFactor,…] [--data features,gaussian] [--runs 5] [--workers 1] [--only compare|growth|cancel]
Ours against scikit-learn, in turns; then ours alone up to 1,500,000 rows (--only growth: these rows only), then how soon a cancel ends the work.`;

const FOLDER = "out/bench/data";
const PJME = "../shared/data/business/PJME_hourly_mdy.csv";
const MATRIX_JOBS = ["isolationForest", "localOutlierFactor", "oneClassSvm"];
const JOBS = ["zScore", "interquartileRange", "features", ...MATRIX_JOBS];

/** As many rows as the engine is made for. */
const LONGEST = 1_500_000;

/** A call that takes longer is measured twice only, and needs no call before that to warm up. */
const LONG = 20_000;

/** Milliseconds of calls before the first measurement of a short job, and in each measurement of it. */
const WARM_UP = 300;
const SPAN = 60;

/** Data both sides read: 18 columns, except the bare series (time, value). */
interface BenchData {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
}

/** Ours against scikit-learn in turns, medians, as a table in Markdown; how ours grows; how soon it can be cancelled. */
export async function run(argv: string[]): Promise<void> {
  if (argv[0] === "--ours") return serveJobs();
  const { values: options } = parseArgs({
    args: argv,
    options: {
      rows: { type: "string" },
      jobs: { type: "string" },
      data: { type: "string" },
      runs: { type: "string" },
      workers: { type: "string" },
      only: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (options.help) return console.log(HELP);
  mkdirSync(FOLDER, { recursive: true });
  const workers = Number(options.workers ?? 1);
  const jobs = options.jobs?.split(",") ?? JOBS;
  const rows = options.rows?.split(",").map(Number);
  const { only } = options;
  if (!only || only === "compare")
    await comparison(
      jobs,
      options.data?.split(",") ?? ["features", "gaussian"],
      rows ?? [1000, 10_000, 50_000, 145_198],
      Number(options.runs ?? 5),
      workers,
    );
  if (!only || only === "growth") await growth(jobs, only ? (rows ?? GROWTH) : GROWTH, workers);
  if (!only || only === "cancel") await cancelling(jobs, workers);
}

async function comparison(
  jobs: readonly string[],
  kinds: readonly string[],
  rows: readonly number[],
  runs: number,
  workers: number,
): Promise<void> {
  await heading(workers);
  console.log(
    "| what | data | rows | scikit-learn, ms (cpu) | ours, ms (cpu) | ours, first call | times faster (cpu) | memory, MB | agreement |\n|---|---|--:|--:|--:|--:|--:|--:|---|",
  );
  for (const kind of kinds) {
    const data = kind === "features" ? featureData() : gaussianData();
    for (const job of jobs) {
      if (kind !== "features" && !MATRIX_JOBS.includes(job)) continue;
      const source = job === "features" ? seriesData() : data;
      const counts = new Set(rows.map((count) => Math.min(count, source.rows)));
      for (const count of counts) await compare(job, source, count, runs, workers);
      if (job === "features") await compare(job, madeUpSeries(LONGEST), LONGEST, runs, workers);
    }
  }
}

async function heading(workers: number): Promise<void> {
  const sides = [Side.ours(workers), Side.peer()];
  const versions = await Promise.all(sides.map((side) => side.versions()));
  sides.forEach((side) => side.end());
  console.log(
    `${cpus().length} cores ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB; ours: ${versions[0]}; peer: ${versions[1]}\n`,
  );
}

async function compare(job: string, data: BenchData, rows: number, runs: number, workers: number): Promise<void> {
  const ours = Side.ours(workers);
  const peer = Side.peer();
  await Promise.all([ours.versions(), peer.versions()]);
  const task = (out: string, repeat = 1): BenchJob => ({
    job,
    file: data.file,
    rows,
    columns: data.columns,
    repeat,
    out: `${FOLDER}/${out}.f64`,
  });
  const first = await ours.measure(task("ours"));
  const firstPeer = await peer.measure(task("peer"));
  const long = firstPeer.wall > LONG;
  const calls = (milliseconds: number, wall: number): number =>
    Math.max(1, Math.min(300, Math.round(milliseconds / wall)));
  const ready = long ? first : await ours.measure(task("ours", calls(WARM_UP, first.wall)));
  const readyPeer = long ? firstPeer : await peer.measure(task("peer", calls(WARM_UP, firstPeer.wall)));
  const answers: { ours: BenchAnswer; peer: BenchAnswer }[] = long
    ? [{ ours: await ours.measure(task("ours")), peer: firstPeer }]
    : [];
  while (answers.length < (long ? 2 : runs)) {
    answers.push({
      ours: await ours.measure(task("ours", calls(SPAN, ready.wall))),
      peer: await peer.measure(task("peer", calls(SPAN, readyPeer.wall))),
    });
  }
  ours.end();
  peer.end();
  const of = (side: "ours" | "peer", what: "wall" | "cpu" | "memory"): number =>
    median(answers.map((answer) => answer[side][what]));
  const cells = [
    job,
    data.name,
    rows.toLocaleString("en"),
    `${ms(of("peer", "wall"))} (${ms(of("peer", "cpu"))})`,
    `${ms(of("ours", "wall"))} (${ms(of("ours", "cpu"))})`,
    ms(first.wall),
    `**${(of("peer", "wall") / of("ours", "wall")).toFixed(1)}** (${(of("peer", "cpu") / of("ours", "cpu")).toFixed(1)})`,
    `${of("peer", "memory").toFixed(0)} / ${of("ours", "memory").toFixed(0)}`,
    agreement(job),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/** How well both results agree. */
function agreement(job: string): string {
  const [ours, peer] = ["ours", "peer"].map((name) => doubles(`${FOLDER}/${name}.f64`));
  if (ours.length !== peer.length) return `${ours.length} against ${peer.length} numbers`;
  if (job === "isolationForest") return `rank correlation ${spearman(ours, peer).toFixed(4)}`;
  let relative = 0;
  let absolute = 0;
  ours.forEach((value, i) => {
    absolute = Math.max(absolute, Math.abs(value - peer[i]));
    relative = Math.max(relative, Math.abs(value - peer[i]) / (Math.abs(peer[i]) || 1));
  });
  return job === "oneClassSvm"
    ? `largest difference ${absolute.toExponential(1)}`
    : `largest relative difference ${relative.toExponential(1)}`;
}

const GROWTH = [50_000, 145_000, 500_000, LONGEST];

async function growth(jobs: readonly string[], rows: readonly number[], workers: number): Promise<void> {
  console.log(
    `\nOurs alone, ${workers + 1} threads, first call: seconds (processor seconds, MB) on features of a made-up hourly series.\n\n| rows | ${jobs.join(" | ")} |\n|--:|${jobs.map(() => "--:|").join("")}`,
  );
  for (const count of rows) {
    const cells = [];
    const matrix = madeUpFeatures(count);
    for (const job of jobs) {
      const data = job === "features" ? madeUpSeries(count) : matrix;
      const ours = Side.ours(workers);
      await ours.versions();
      const { wall, cpu, memory } = await ours.measure({
        job,
        file: data.file,
        rows: data.rows,
        columns: data.columns,
        repeat: 1,
        out: `${FOLDER}/ours.f64`,
      });
      ours.end();
      cells.push(`${(wall / 1000).toFixed(2)} (${(cpu / 1000).toFixed(2)}, ${memory.toFixed(0)})`);
    }
    console.log(`| ${count.toLocaleString("en")} | ${cells.join(" | ")} |`);
  }
}

/** A user who cancels has his cores back within a tenth of a second. */
async function cancelling(jobs: readonly string[], workers: number): Promise<void> {
  console.log(
    `\nLongest wait after a cancel at one of nine moments, ms.\n\n| what | data | rows | 1 thread | ${workers + 1} threads |\n|---|---|--:|--:|--:|`,
  );
  for (const data of [featureData(), gaussianData()]) {
    for (const job of jobs.filter((each) => MATRIX_JOBS.includes(each))) {
      const waits = [];
      for (const helpers of [0, workers]) {
        const ours = Side.ours(helpers);
        await ours.versions();
        waits.push(
          ms(
            (
              await ours.measure({
                job,
                file: data.file,
                rows: data.rows,
                columns: data.columns,
                repeat: 1,
                out: "",
                cancel: true,
              })
            ).wall,
          ),
        );
        ours.end();
      }
      console.log(`| ${job} | ${data.name} | ${data.rows.toLocaleString("en")} | ${waits.join(" | ")} |`);
    }
  }
}

function seriesData(): BenchData {
  const file = `${FOLDER}/series.f64`;
  if (!existsSync(PJME)) return madeUpSeries(145_366);
  const table = readTable(readFileSync(PJME), { file: PJME });
  const { time, values } = seriesOf(table, kpiNames(table)[0]);
  return save("series", file, 2, interleave(time, values));
}

function featureData(): BenchData {
  const series = seriesData();
  const flat = doubles(series.file);
  const matrix = benchFeatures(
    hourlySeries(
      flat.filter((_, i) => i % 2 === 0),
      flat.filter((_, i) => i % 2 === 1),
    ),
  );
  return save(
    "features",
    `${FOLDER}/features.f64`,
    matrix.names.length,
    standardised(matrix.values, matrix.names.length),
  );
}

function gaussianData(): BenchData {
  const random = createRandom(1);
  return save(
    "gaussian",
    `${FOLDER}/gaussian.f64`,
    18,
    Float64Array.from({ length: 20_000 * 18 }, () => random.normal()),
  );
}

/** Daily and weekly rhythm, slow drift, noise with memory. */
function madeUpSeries(count: number): BenchData {
  const random = createRandom(count);
  const time = Float64Array.from({ length: count }, (_, i) => i * 3_600_000);
  let noise = 0;
  const values = time.map((_, i) => {
    noise = 0.9 * noise + random.normal();
    return (
      1000 +
      100 * Math.sin((i * 2 * Math.PI) / 24) +
      60 * Math.sin((i * 2 * Math.PI) / 168) +
      100 * Math.sin(i / 9000) +
      10 * noise
    );
  });
  return save("made-up series", `${FOLDER}/made-up-series.f64`, 2, interleave(time, values));
}

function madeUpFeatures(count: number): BenchData {
  const flat = doubles(madeUpSeries(count + 84).file);
  const matrix = benchFeatures(
    hourlySeries(
      flat.filter((_, i) => i % 2 === 0),
      flat.filter((_, i) => i % 2 === 1),
    ),
  );
  return save(
    "made-up features",
    `${FOLDER}/made-up-features.f64`,
    matrix.names.length,
    standardised(matrix.values, matrix.names.length),
  );
}

function interleave(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 * a.length }, (_, i) => (i % 2 === 0 ? a : b)[i >> 1]);
}

function save(name: string, file: string, columns: number, values: Float64Array): BenchData {
  writeFileSync(file, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return { name, file, rows: values.length / columns, columns };
}

function doubles(file: string): Float64Array {
  const bytes = readFileSync(file);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8).slice();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

function ms(value: number): string {
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}
