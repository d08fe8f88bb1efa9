import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import type { Baseline, Step } from "../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

/*
 * npm run bench -- baseline-cost [SEED]: processor seconds of the model of what is normal at the sizes that it is made for, with
 * statsmodels' STL of one period beside it in the same run where there is Python, and how many bytes a row the model keeps.
 * STL knows one period, no year, no dates, no events and no ranges; robust as in `bench -- baseline`, plain in brackets.
 */

const PYTHON = "/usr/bin/python3";
const DAY = 86_400;
const START = Date.UTC(2004, 0, 1) / 1000;

interface Size {
  readonly name: string;
  readonly step: Step;
  readonly rows: number;
  /** Rows of the period that STL is given. */
  readonly period: number;
  /** Series that are fitted, all of them: what the compiler takes at first is not told many times over. */
  readonly series: number;
  /** Times that the first is fitted before any is measured. */
  readonly warmUp: number;
  /** The seconds of all are told, else those of one. */
  readonly together?: boolean;
}

const SIZES: readonly Size[] = [
  { name: "36 months", step: "month", rows: 36, period: 12, series: 20, warmUp: 1 },
  { name: "2,000 days with year and dates, first calls", step: DAY, rows: 2000, period: 7, series: 5, warmUp: 0 },
  { name: "2,000 days with year and dates, warm", step: DAY, rows: 2000, period: 7, series: 20, warmUp: 5 },
  { name: "500 x 2,000 days", step: DAY, rows: 2000, period: 7, series: 500, warmUp: 0, together: true },
  { name: "145,198 hours, first call", step: 3600, rows: 145_198, period: 24, series: 1, warmUp: 0 },
  { name: "145,198 hours, warm", step: 3600, rows: 145_198, period: 24, series: 1, warmUp: 1 },
];

export function run([seed = "7"]: string[]): void {
  console.log(`Node ${process.version}, ${cpus()[0].model}, seed ${seed}`);
  // Each size on its own engine state: the longest first would warm the compiler for all.
  const stl = new Map<string, StlAnswer | null>();
  for (const size of SIZES) {
    const all = Array.from({ length: size.series }, (_, k) => made(size, createRandom(`${seed}/${size.name}/${k}`)));
    for (let k = 0; k < size.warmUp; k++) fit(all[0], size.step);
    const seconds = all.reduce((sum, values) => sum + ownSeconds(values, size), 0);
    const each = size.together ? seconds : seconds / size.series;
    const key = `${size.rows} ${size.period}`;
    if (!stl.has(key)) stl.set(key, stlSeconds(all.slice(0, 5), size));
    const peer = stl.get(key) ?? null;
    console.log(`${size.name}: ${told(each)}${beside(each, peer, size.together ? size.series : 1)}`);
  }
  memory(seed);
}

/** Growth, seasons of the day and the week, a year, holidays, noise with some memory. */
function made({ step, rows }: Size, random: ReturnType<typeof createRandom>): Float64Array {
  const seconds = typeof step === "number" ? step : 30.4 * DAY;
  let memory = 0;
  return Float64Array.from({ length: rows }, (_, i) => {
    const day = (i * seconds) / DAY;
    memory = 0.5 * memory + 0.03 * random.normal();
    const week = step === "month" ? 0 : [0, 0.02, 0.03, 0.05, 0.1, -0.12, -0.2][Math.floor(day) % 7];
    const hour = step === 3600 ? 0.4 * Math.sin((2 * Math.PI * i) / 24) : 0;
    const year = 0.2 * Math.sin((2 * Math.PI * day) / 365.25);
    const holiday = step !== "month" && Math.floor(day % 365.25) === 183 ? 0.6 : 1;
    return 1000 * (1 + day / 4000) * (1 + week + hour + year) * holiday * (1 + memory);
  });
}

function fit(values: Float64Array, step: Step): Baseline {
  const times = values.map((_, i) => (step === "month" ? Date.UTC(2004, i, 1) / 1000 : START + i * (step as number)));
  return baseline({ values, step, times, excluded: null });
}

function ownSeconds(values: Float64Array, { step }: Size): number {
  const used = process.cpuUsage();
  fit(values, step);
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1e6;
}

interface StlAnswer {
  readonly version: string;
  readonly robust: number;
  readonly plain: number;
}

/** Mean processor seconds of one fit; null without Python. */
function stlSeconds(all: readonly Float64Array[], { period }: Size): StlAnswer | null {
  if (!existsSync(PYTHON)) return null;
  const script = fileURLToPath(new URL("stl_cost.py", import.meta.url));
  const series = [true, false].flatMap((robust) => all.map((values) => ({ values: [...values], period, robust })));
  const { status, stdout } = spawnSync(PYTHON, [script], {
    input: JSON.stringify({ series }),
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status !== 0) return null;
  const { version, seconds } = JSON.parse(stdout) as { version: string; seconds: number[] };
  const mean = (from: number): number =>
    seconds.slice(from, from + all.length).reduce((sum, own) => sum + own, 0) / all.length;
  return { version, robust: mean(0), plain: mean(all.length) };
}

const told = (seconds: number): string =>
  seconds < 1 ? `${(1000 * seconds).toFixed(0)} ms` : `${seconds.toFixed(1)} s`;

function beside(own: number, peer: StlAnswer | null, of: number): string {
  if (peer === null) return "; statsmodels is not there: no STL beside it";
  const [robust, plain] = [peer.robust * of, peer.plain * of];
  const ratio = (theirs: number): string => (own / theirs).toFixed(2);
  return `; STL (statsmodels ${peer.version}) ${told(robust)}, ratio ${ratio(robust)} (plain ${told(plain)}, ${ratio(plain)})`;
}

/** Bytes that a model of many rows keeps, a row: its typed arrays, each once. */
function memory(seed: string): void {
  const size = SIZES[SIZES.length - 1];
  const model = fit(made(size, createRandom(`${seed}/memory`)), size.step);
  const buffers = new Set<ArrayBufferLike>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(model);
  const kept = [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
  console.log(`memory: the model keeps ${(kept / model.z.length).toFixed(0)} bytes a row of ${size.rows} hours`);
}
