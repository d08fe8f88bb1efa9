import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { evenSeries, type LabelledSeries } from "./labelled-series.js";
import { correlatedNoise, noises, poisson } from "./noise.js";

const DAY = 86_400;

/** Steps and lengths that KPI files have. */
const CADENCES = [
  { name: "daily", step: DAY, rows: [730, 1200], cycle: 7 },
  { name: "hourly", step: 3600, rows: [1500, 3000], cycle: 24 },
  { name: "5-minute", step: 300, rows: [2500, 4100], cycle: 288 },
] as const;

/** The same from a few weeks to years, for levels that depend on the length. */
export const OTHER_LENGTHS = [
  { name: "short daily", step: DAY, rows: [150, 400], cycle: 7 },
  { name: "short hourly", step: 3600, rows: [600, 1200], cycle: 24 },
  { name: "short 5-minute", step: 300, rows: [1000, 1500], cycle: 288 },
  { name: "weekly", step: 7 * DAY, rows: [110, 260], cycle: 52 },
  { name: "long daily", step: DAY, rows: [1800, 3000], cycle: 7 },
  { name: "long hourly", step: 3600, rows: [6000, 9000], cycle: 24 },
  { name: "long 5-minute", step: 300, rows: [8000, 14_000], cycle: 288 },
  { name: "minute", step: 60, rows: [14_000, 22_000], cycle: 1440 },
] as const;

interface Cadence {
  readonly name: string;
  readonly step: number;
  readonly rows: readonly [number, number];
  readonly cycle: number;
}

type Maker = (random: Random, rows: number, cycle: number) => Float64Array;

/** Series in which nothing happens: any incident in them is a false alarm. */
const MAKERS: Readonly<Record<string, Maker>> = {
  "white noise": (random, rows) => each(rows, () => 100 + 8 * random.normal()),
  "autoregressive noise": (random, rows) =>
    correlatedNoise(random, rows, 0.6 + 0.35 * random.next(), "normal").map((z) => 50 + 4 * z),
  "t noise, 4 degrees": (random, rows) => each(rows, () => 100 + 8 * noises.student4(random)),
  "t noise, 3 degrees": (random, rows) => each(rows, () => 100 + 8 * noises.student3(random)),
  "Laplace noise": (random, rows) => each(rows, () => 100 + 8 * noises.laplace(random)),
  "lognormal noise": (random, rows) => each(rows, () => 20 * Math.exp(0.6 * random.normal())),
  "random walk": (random, rows) => {
    let level = 1000;
    return each(rows, () => (level += 3 * random.normal()));
  },
  "geometric walk": (random, rows) => {
    let level = 5;
    return each(rows, () => Math.exp((level += 0.012 * random.normal())));
  },
  trend: (random, rows) => {
    const bend = random.next();
    return each(rows, (i) => 100 + 80 * (i / rows) ** (0.5 + bend) + 3 * random.normal());
  },
  "smooth season": (random, rows, cycle) =>
    each(
      rows,
      (i) =>
        200 +
        40 * Math.sin((2 * Math.PI * i) / cycle + 1) +
        12 * Math.cos((4 * Math.PI * i) / cycle) +
        5 * random.normal(),
    ),
  // A fortnight of five minutes is too short to learn a weekend from, so it has none.
  "week of days": (random, rows, cycle) => {
    const profile = each(
      7 * cycle,
      (i) =>
        (cycle < 288 && Math.floor(i / cycle) % 7 > 4 ? 0.6 : 1) *
        (1 + (cycle > 7 ? 0.5 * Math.sin((2 * Math.PI * i) / cycle) : 0.1 * (i % 7))),
    );
    return each(rows, (i) => 500 * profile[i % profile.length] * (1 + 0.05 * random.normal()));
  },
  "season with trend": (random, rows, cycle) =>
    each(
      rows,
      (i) =>
        (100 + (60 * i) / rows) * (1 + 0.3 * Math.sin((2 * Math.PI * i) / cycle)) * Math.exp(0.06 * random.normal()),
    ),
  "square wave": (random, rows, cycle) => {
    const noise = [0, 0.5, 3][random.integer(3)];
    const on = 0.3 + 0.4 * random.next();
    return each(rows, (i) => ((i % cycle) / cycle < on ? 80 : 20) + noise * random.normal());
  },
  counts: (random, rows) => {
    const mean = [1, 4, 30][random.integer(3)];
    return each(rows, () => poisson(random, mean));
  },
  "counts with season": (random, rows, cycle) =>
    each(rows, (i) => poisson(random, 25 * (1.2 + Math.sin((2 * Math.PI * i) / cycle)))),
  "sparse counts": (random, rows) => each(rows, () => poisson(random, 0.15)),
};

function each(rows: number, value: (i: number) => number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => value(i));
}

/** So many seeded series without an anomaly, kinds and cadences in turn. */
export function nullSeries(count: number, seed: number, cadences: readonly Cadence[] = CADENCES): LabelledSeries[] {
  const kinds = Object.keys(MAKERS);
  return Array.from({ length: count }, (_, k) => {
    const kind = kinds[k % kinds.length];
    const cadence = cadences[Math.floor(k / kinds.length) % cadences.length];
    const random = createRandom(seed).fork(`${kind}/${k}`);
    const rows = cadence.rows[0] + random.integer(cadence.rows[1] - cadence.rows[0]);
    const name = `${kind}, ${cadence.name}, ${k}`;
    return {
      name,
      series: evenSeries(name, MAKERS[kind](random, rows, cadence.cycle), cadence.step),
      labels: new Uint8Array(rows),
      window: cadence.cycle,
    };
  });
}
