import type { Random } from "../../../../kernel-lib/src/numeric/random.js";
import { correlatedNoise } from "../noise.js";

/** A series with events of one kind, and where they are. */
export interface KindSeries {
  readonly values: Float64Array;
  /** 1 where an event was put. */
  readonly labels: Uint8Array;
  /** Seconds between rows. */
  readonly step: number;
  /** Rows in a cycle. */
  readonly cycle: number;
}

/** Makes a series with events of one kind. */
export type Kind = (random: Random) => KindSeries;

export const HOUR = 3600;
export const DAY = 24 * HOUR;

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random.next();
export const sign = (random: Random): number => (random.next() < 0.5 ? -1 : 1);

/** A usual KPI before anything is put into it. */
export interface Usual extends KindSeries {
  /** Deviation of the noise at a row. */
  readonly noise: (row: number) => number;
}

/** Sales by the day: week, growth, a mild year, noise in proportion. */
export function salesByDay(random: Random, rows = 700 + random.integer(500)): Usual {
  const week = Float64Array.from({ length: 7 }, (_, d) => 1 + (d > 4 ? between(random, 0.2, 0.5) : 0) * sign(random));
  const [growth, yearly, spread] = [between(random, -0.1, 0.5), between(random, 0, 0.15), between(random, 0.03, 0.09)];
  const noise = correlatedNoise(random, rows, between(random, 0, 0.5), "normal");
  const scale = 10 ** between(random, 1.5, 5);
  const usual = (i: number): number =>
    scale * week[i % 7] * (1 + (growth * i) / rows) * (1 + yearly * Math.sin((2 * Math.PI * i) / 365.25));
  return {
    values: Float64Array.from(noise, (z, i) => usual(i) * Math.exp(spread * z)),
    labels: new Uint8Array(rows),
    step: DAY,
    cycle: 7,
    noise: (i) => usual(i) * spread,
  };
}

/** Demand by the hour: a day with two hills, weekends, noise in proportion. */
export function demandByHour(random: Random, rows = 1800 + random.integer(1000)): Usual {
  const [first, second, deep] = [between(random, 7, 11), between(random, 16, 20), between(random, 0.4, 0.8)];
  const [weekend, spread] = [between(random, 0.6, 1), between(random, 0.03, 0.09)];
  const noise = correlatedNoise(random, rows, between(random, 0, 0.6), "normal");
  const hill = (hour: number, top: number): number => Math.exp(-((hour - top) ** 2) / 8);
  const scale = 10 ** between(random, 1.5, 4);
  const usual = (i: number): number =>
    scale *
    (Math.floor(i / 24) % 7 > 4 ? weekend : 1) *
    (1 - deep + deep * (hill(i % 24, first) + 0.8 * hill(i % 24, second)));
  return {
    values: Float64Array.from(noise, (z, i) => usual(i) * Math.exp(spread * z)),
    labels: new Uint8Array(rows),
    step: HOUR,
    cycle: 24,
    noise: (i) => usual(i) * spread,
  };
}

/** One of both. */
export const usualKpi = (random: Random): Usual => (random.next() < 0.5 ? salesByDay(random) : demandByHour(random));

/** So many places, apart from each other and from both ends. */
export function places(random: Random, rows: number, least: number, most: number): number[] {
  const count = least + random.integer(most - least + 1);
  const room = Math.floor(rows / (count + 1));
  return Array.from({ length: count }, (_, k) => Math.floor(room * (k + 0.5)) + random.integer(Math.floor(room / 2)));
}

/** Changes rows from one on, labels them, and stays within the series. */
export function put(
  { values, labels }: KindSeries,
  from: number,
  rows: number,
  value: (old: number, k: number) => number,
): void {
  const old = values.slice();
  for (let k = 0; k < rows && from + k < values.length; k++) {
    values[from + k] = value(old[from + k], k);
    labels[from + k] = 1;
  }
}
