import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { businessKinds, operationsKinds, otherKinds, type AnomalyKind, type Ground } from "./anomaly-kinds.js";
import { evenSeries, type LabelledSeries } from "./labelled-series.js";
import { correlatedNoise, poisson, type NoiseName } from "./noise.js";

const DAY = 86_400;

/** A series before anything is put into it. */
interface Base {
  readonly values: Float64Array;
  readonly noise: (row: number) => number;
}

/** What to generate. */
export interface Recipe {
  readonly name: string;
  readonly step: number;
  readonly rows: readonly [number, number];
  /** Rows in the cycle that anomalies are measured in. */
  readonly cycle: number;
  readonly window: number;
  readonly base: (random: Random, rows: number) => Base;
  readonly kinds: Readonly<Record<string, AnomalyKind>>;
  readonly events: readonly [number, number];
}

/** Sales-like: trend, week, year, multiplicative noise with some memory, unlabelled holidays. */
function business(random: Random, rows: number, perDay: number): Base {
  const day = hills(random, 3);
  const week = Float64Array.from(
    { length: 7 },
    (_, d) => 1 + (d > 4 ? (random.next() < 0.5 ? -0.4 : 0.3) : 0) + 0.1 * random.normal(),
  );
  const deep = perDay > 1 ? 0.25 + 0.4 * random.next() : 0;
  const growth = 0.8 * random.next() - 0.2;
  const yearly = 0.15 * random.next();
  const shock: NoiseName = (["normal", "normal", "laplace", "student4"] as const)[random.integer(4)];
  const spread = 0.04 + 0.1 * random.next();
  const noise = correlatedNoise(random, rows, 0.6 * random.next(), shock);
  const mood = correlatedNoise(random, Math.ceil(rows / perDay) + 1, 0.5, "normal").map((z) =>
    perDay > 1 ? 0.04 * z : 0,
  );
  const holidays = [0, 1, 2].map(() => random.integer(365));
  const scale = 10 ** (1 + 4 * random.next());
  const usual = (i: number): number => {
    const date = i / perDay;
    const holiday = holidays.includes(Math.floor(date) % 365) ? 0.75 : 1;
    return (
      scale *
      holiday *
      (1 + (growth * i) / rows) *
      week[Math.floor(date) % 7] *
      (1 + deep * day(date % 1)) *
      (1 + yearly * Math.sin((2 * Math.PI * date) / 365.25))
    );
  };
  return {
    values: Float64Array.from(noise, (z, i) => usual(i) * Math.exp(spread * z + mood[Math.floor(i / perDay)])),
    noise: (i) => usual(i) * spread,
  };
}

/** Smooth random profile of a cycle, about -1 to 1. */
function hills(random: Random, waves: number): (phase: number) => number {
  const parts = Array.from({ length: waves }, (_, k) => ({
    size: random.normal() / (k + 1),
    shift: 2 * Math.PI * random.next(),
  }));
  const top = parts.reduce((sum, part) => sum + Math.abs(part.size), 0);
  return (phase) =>
    parts.reduce((sum, part, k) => sum + part.size * Math.sin(2 * Math.PI * (k + 1) * phase + part.shift), 0) / top;
}

/** Machine-like: load with or without a day, memory, bursts that come back every night, counts, slow wander. */
function operations(random: Random, rows: number, perDay: number): Base {
  const day = hills(random, 4);
  const deep = [0, 0.3, 0.8][random.integer(3)];
  const memory = [0, 0.5, 0.9][random.integer(3)];
  const noise = correlatedNoise(
    random,
    rows,
    memory,
    (["normal", "normal", "laplace", "lognormal"] as const)[random.integer(4)],
  );
  const wander = random.next() < 0.4 ? 0.03 : 0;
  const nightly = random.next() < 0.3 ? random.integer(perDay) : -1;
  const counts = random.next() < 0.25;
  const spread = 4 + 8 * random.next();
  let drift = 0;
  const usual = Float64Array.from({ length: rows }, (_, i) => {
    drift += wander * spread * random.normal();
    const job = nightly >= 0 && (i - nightly + perDay) % perDay < perDay / 48 ? 5 * spread : 0;
    return 100 + 60 * deep * day((i / perDay) % 1) + drift + job;
  });
  if (counts)
    return {
      values: usual.map((mean) => poisson(random, Math.max(0.1, mean / 4))),
      noise: (i) => Math.sqrt(Math.max(1, usual[i] / 4)),
    };
  return { values: usual.map((mean, i) => Math.max(0, mean + spread * noise[i])), noise: () => spread };
}

const BUSINESS: Omit<Recipe, "kinds" | "name">[] = [
  {
    step: DAY,
    rows: [800, 1200],
    cycle: 7,
    window: 7,
    base: (random, rows) => business(random, rows, 1),
    events: [4, 7],
  },
  {
    step: 3600,
    rows: [2400, 3000],
    cycle: 24,
    window: 24,
    base: (random, rows) => business(random, rows, 24),
    events: [4, 7],
  },
];
const OPERATIONS: Omit<Recipe, "kinds" | "name">[] = [
  {
    step: 300,
    rows: [3000, 5000],
    cycle: 12,
    window: 100,
    base: (random, rows) => operations(random, rows, 288),
    events: [1, 5],
  },
  {
    step: 60,
    rows: [5000, 8000],
    cycle: 60,
    window: 100,
    base: (random, rows) => operations(random, rows, 1440),
    events: [1, 5],
  },
];

/** Groups of generated series: `business` and `operations` for development, `held back` for the last check only. */
export function anomalousSeries(
  group: "business" | "operations" | "heldBack",
  count: number,
  seed: number,
): LabelledSeries[] {
  const recipes =
    group === "operations"
      ? OPERATIONS.map((base) => ({ ...base, kinds: operationsKinds }))
      : BUSINESS.map((base) => ({ ...base, kinds: group === "business" ? businessKinds : otherKinds }));
  return Array.from({ length: count }, (_, k) =>
    generate(
      { ...recipes[k % 4 === 3 || group === "operations" ? (k % 4) % 2 : 0], name: `${group} ${k}` },
      createRandom(seed).fork(`${group}/${k}`),
    ),
  );
}

function generate(recipe: Recipe, random: Random): LabelledSeries {
  const rows = recipe.rows[0] + random.integer(recipe.rows[1] - recipe.rows[0]);
  const { values, noise } = recipe.base(random, rows);
  const labels = new Uint8Array(rows);
  const ground: Ground = { values, cycle: recipe.cycle, noise, random };
  const kinds = Object.values(recipe.kinds);
  const events = recipe.events[0] + random.integer(recipe.events[1] - recipe.events[0] + 1);
  const room = Math.floor(rows / (events + 1));
  for (let e = 0; e < events; e++) {
    const start = Math.floor(room * (e + 0.5)) + random.integer(Math.max(1, Math.floor(room / 2)));
    const aligned = recipe.cycle <= 24 && recipe.step >= 3600 ? start - (start % recipe.cycle) : start;
    const length = kinds[random.integer(kinds.length)](ground, aligned);
    labels.fill(1, aligned, Math.min(rows, aligned + length));
  }
  return { name: recipe.name, series: evenSeries(recipe.name, values, recipe.step), labels, window: recipe.window };
}
