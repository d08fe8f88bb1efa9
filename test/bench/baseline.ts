import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import type { Baseline } from "../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { version } from "../../kernel-lib/src/version.js";
import { changedLevels, hiddenCells, plantedEvents, type PlantedSeries } from "./generated/baseline-series.js";
import { nullSeries, OTHER_LENGTHS } from "./generated/null-series.js";

const PYTHON = "/usr/bin/python3";
const START = Date.UTC(2018, 0, 1) / 1000;
const NULLS = OTHER_LENGTHS.filter(({ name }) => name === "short daily" || name === "short hourly");

/**
 * `npm run bench -- baseline [SERIES] [SEED]`: what the model of what is normal finds in generated series, SERIES of each kind (24), with
 * statsmodels' STL beside it on hidden cells where there is Python. The seed follows from the version, so each release is
 * measured on series that nothing was chosen on.
 */
export function run([
  count = "24",
  seed = String(createRandom(`baseline/${version}`).integer(2 ** 31)),
]: string[]): void {
  const [series, start] = [Number(count), Number(seed)];
  console.log(`version ${version}, seed ${start}, ${series} series of each kind`);
  const used = process.cpuUsage();
  quiet(series, start);
  changes(series, start);
  events(series, start);
  console.log(`processor time of these ${(process.cpuUsage(used).user / 1e6).toFixed(1)} s`);
  hidden(series, start);
}

function modelOf(values: Float64Array, step: number): Baseline {
  return baseline({ values, step, times: values.map((_, i) => START + i * step), excluded: null });
}

const share = (part: number, whole: number): string => (part / whole).toFixed(3);

/** Series in which nothing happens: how many are silent. */
function quiet(count: number, seed: number): void {
  const families = new Map<string, { silent: number; all: number }>();
  for (const { name, series } of nullSeries(Math.ceil(count / 16) * 32, seed, NULLS)) {
    const family = name.split(", ").slice(0, -2).join(", ");
    const told = families.get(family) ?? { silent: 0, all: 0 };
    const step = (series.time[1] - series.time[0]) / 1000;
    if (modelOf(series.values, step).findings.length === 0) told.silent++;
    told.all++;
    families.set(family, told);
  }
  const all = [...families.values()];
  const sum = (of: "silent" | "all"): number => all.reduce((total, each) => total + each[of], 0);
  const noisy = [...families].filter(([, { silent, all: of }]) => silent < of);
  const named = noisy.map(([family, { silent, all: of }]) => `${family} ${silent}/${of}`).join(", ");
  console.log(
    `nothing happens, ${families.size} families: silent ${share(sum("silent"), sum("all"))}; not all silent: ${named || "none"}`,
  );
}

/** Planted changes of level: first row ± 1, direction, size ± 15 %. */
function changes(count: number, seed: number): void {
  let right = 0;
  let others = 0;
  for (const { values, step, change } of changedLevels(count, seed)) {
    const told = modelOf(values, step).changes.filter(({ end }) => end === null);
    const isRight = told.filter(
      ({ row, from, to }) => Math.abs(row - change!.row) <= 1 && Math.abs((to - from) / change!.size - 1) <= 0.15,
    );
    right += Math.min(1, isRight.length);
    others += told.length - isRight.length;
  }
  console.log(
    `level changes: onset ± 1, direction and size ± 15 % right ${share(right, count)}; others told ${share(others, count)} a series`,
  );
}

/** Planted events: how many a finding overlaps, and findings that overlap none. */
function events(count: number, seed: number): void {
  const kinds = new Map<string, { found: number; all: number }>();
  let wrong = 0;
  for (const { name, values, step, events: planted } of plantedEvents(count, seed)) {
    const { findings } = modelOf(values, step);
    const told = kinds.get(name) ?? { found: 0, all: 0 };
    told.found += planted.filter(([start, end]) => findings.some((one) => one.start <= end && one.end > start)).length;
    told.all += planted.length;
    kinds.set(name, told);
    wrong += findings.filter(
      (one) => !planted.some(([start, end]) => one.start <= end + 1 && one.end > start - 1),
    ).length;
  }
  const all = [...kinds.values()];
  const recall = share(
    all.reduce((sum, { found }) => sum + found, 0),
    all.reduce((sum, { all: of }) => sum + of, 0),
  );
  const named = [...kinds].map(([kind, { found, all: of }]) => `${kind} ${share(found, of)}`).join(", ");
  console.log(`planted events: recall ${recall} (${named}); false findings ${share(wrong, count)} a series`);
}

/** Hidden cells: mean error of both values, share within the range, STL beside it. */
function hidden(count: number, seed: number): void {
  const all = hiddenCells(count, seed);
  const used = process.cpuUsage();
  const models = all.map(({ values, step }) => modelOf(values, step));
  const seconds = process.cpuUsage(used).user / 1e6;
  const errors = (fits: readonly ArrayLike<number>[]): number =>
    meanOf(all, (series, k, i) => Math.abs(fits[k][i] - series.hidden[i]));
  const inside = meanOf(all, ({ hidden: truth }, k, i) =>
    Number(truth[i] >= models[k].usualLower[i] && truth[i] <= models[k].usualUpper[i]),
  );
  const own = errors(models.map(({ usual }) => usual));
  console.log(
    `hidden cells: error of usual ${own.toFixed(3)}, of expected ${errors(models.map(({ expected }) => expected)).toFixed(3)} deviations; range holds ${share(inside, 1)}; processor ${seconds.toFixed(1)} s`,
  );
  const stl = existsSync(PYTHON) ? stlOf(all) : null;
  if (stl === null) console.log("statsmodels is not there: no STL beside it");
  else
    console.log(
      `STL (statsmodels ${stl.version}): error ${errors(stl.fits).toFixed(3)}, ours ${share(own, errors(stl.fits))} of it; processor ${stl.seconds.toFixed(1)} s`,
    );
}

function meanOf(all: readonly PlantedSeries[], of: (series: PlantedSeries, k: number, i: number) => number): number {
  let [sum, cells] = [0, 0];
  all.forEach((series, k) =>
    series.hidden.forEach((truth, i) => {
      if (!Number.isFinite(truth)) return;
      sum += of(series, k, i);
      cells++;
    }),
  );
  return sum / cells;
}

interface StlAnswer {
  readonly version: string;
  readonly seconds: number;
  readonly fits: readonly (readonly number[])[];
}

function stlOf(all: readonly PlantedSeries[]): StlAnswer | null {
  const series = all.map(({ values, step }) => ({ values: [...values], period: step === 3600 ? 168 : 7 }));
  const script = fileURLToPath(new URL("stl.py", import.meta.url));
  const { status, stdout } = spawnSync(PYTHON, [script], {
    input: JSON.stringify({ series }),
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return status === 0 ? (JSON.parse(stdout) as StlAnswer) : null;
}
