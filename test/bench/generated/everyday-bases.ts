import type { Random } from "../../../kernel-lib/src/numeric/random.js";
import { correlatedNoise, poisson, type NoiseName } from "./noise.js";

/** A series before anything is put into it. */
export interface EverydayBase {
  readonly values: Float64Array;
  /** Deviation of the noise at a row, in the KPI's unit. */
  readonly noise: (row: number) => number;
  /** Seconds between rows. */
  readonly step: number;
  /** Rows in a cycle. */
  readonly cycle: number;
  /** Counts: whole numbers, none below zero. */
  readonly counts?: true;
}

/** Makes a base of so many rows; `restless` noise is calm for a while and wild for a while. */
export type BaseMaker = (random: Random, rows: number, restless: boolean) => EverydayBase;

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random.next();
export const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random.integer(items.length)];

/** Smooth random profile of a cycle, about -1 to 1. */
function hills(random: Random, waves: number): (phase: number) => number {
  const parts = Array.from({ length: waves }, (_, k) => ({
    size: random.normal() / (k + 1),
    shift: 2 * Math.PI * random.next(),
  }));
  const top = parts.reduce((sum, { size }) => sum + Math.abs(size), 0);
  return (phase) =>
    parts.reduce((sum, { size, shift }, k) => sum + size * Math.sin(2 * Math.PI * (k + 1) * phase + shift), 0) / top;
}

function noiseOf(random: Random, rows: number, memory: number, shock: NoiseName, restless: boolean): Float64Array {
  const noise = correlatedNoise(random, rows, memory, shock);
  if (!restless) return noise;
  const swing = pick(random, [0, 0.25, 0.5, 0.7]);
  const slow = pick(random, [0.95, 0.99, 0.998]);
  let mood = random.normal();
  return noise.map((z) => {
    mood = slow * mood + Math.sqrt(1 - slow * slow) * random.normal();
    return z * Math.exp(swing * mood - swing * swing);
  });
}

const each = (rows: number, value: (row: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => value(row));

/** Load of a machine every five minutes, with habitual bursts. */
export const machineLoad: BaseMaker = (random, rows, restless) => {
  const spread = between(random, 0.5, 6);
  const level = between(random, 5, 60);
  const noise = noiseOf(
    random,
    rows,
    pick(random, [0, 0.4, 0.8, 0.95]),
    pick(random, ["normal", "laplace", "lognormal", "student4"] as const),
    restless,
  );
  const rate = random.next() < 0.5 ? between(random, 0.002, 0.02) : 0;
  const size = between(random, 3, 8);
  const day = hills(random, 3);
  const deep = random.next() < 0.4 ? between(random, 1, 4) : 0;
  const values = each(rows, (i) =>
    Math.max(
      0,
      level +
        spread *
          (noise[i] + deep * day((i / 288) % 1) + (random.next() < rate ? size * (0.7 + 0.6 * random.next()) : 0)),
    ),
  );
  return { values, noise: () => spread * Math.max(1, rate > 0 ? size / 4 : 1), step: 300, cycle: 288 };
};

/** Messages every five minutes: skewed counts with a day and gusts. */
export const messages: BaseMaker = (random, rows, restless) => {
  const mean = between(random, 5, 80);
  const deep = between(random, 0.2, 0.9);
  const day = hills(random, 2);
  const gusts = noiseOf(random, rows, 0.9, "normal", restless);
  const heavy = between(random, 0.2, 0.5);
  const gust = (i: number): number =>
    Math.exp(0.6 * heavy * (gusts[i] + random.normal()) + (random.next() < 0.003 ? between(random, 0.5, 1.5) : 0));
  return {
    values: each(rows, (i) => poisson(random, mean * (1 + deep * day((i / 288) % 1)) * gust(i))),
    noise: () => mean * heavy + Math.sqrt(mean),
    step: 300,
    cycle: 288,
    counts: true,
  };
};

/** A sensor that wanders slowly, every five minutes. */
export const sensor: BaseMaker = (random, rows, restless) => {
  const spread = between(random, 0.5, 2);
  const slow = noiseOf(random, rows, between(random, 0.98, 0.999), "normal", restless);
  let level = 80;
  const values = each(
    rows,
    (i) => (level += 0.05 * spread * random.normal()) + spread * (2 * slow[i] + 0.4 * random.normal()),
  );
  return { values, noise: () => 2 * spread, step: 300, cycle: 288 };
};

/** A service by the minute or five: a strong day, perhaps a weekend and a nightly job. */
export const service: BaseMaker = (random, rows, restless) => {
  const step = pick(random, [60, 300]);
  const perDay = 86_400 / step;
  const day = hills(random, 5);
  const deep = between(random, 0.3, 0.85);
  const weekend = random.next() < 0.5 ? between(random, 0.7, 1.1) : 1;
  const spread = between(random, 0.01, 0.08);
  const noise = noiseOf(
    random,
    rows,
    pick(random, [0, 0.3, 0.8]),
    pick(random, ["normal", "normal", "laplace", "student4"] as const),
    restless,
  );
  const job = random.next() < 0.3 ? random.integer(perDay) : -1;
  const usual = (i: number): number =>
    1000 * (Math.floor(i / perDay) % 7 > 4 ? weekend : 1) * (1 + deep * day((i / perDay) % 1));
  const nightly = (i: number): number => (job >= 0 && (i - job + perDay) % perDay < perDay / 60 ? 6 : 0);
  return {
    values: each(rows, (i) => usual(i) + 1000 * spread * (noise[i] + nightly(i))),
    noise: () => 1000 * spread,
    step,
    cycle: perDay,
  };
};

/** Demand of a city by the half hour. */
export const demand: BaseMaker = (random, rows, restless) => {
  const day = hills(random, 4);
  const deep = between(random, 0.3, 0.7);
  const week = each(7, (d) => 1 + (d > 4 ? between(random, -0.3, 0.2) : 0) + 0.04 * random.normal());
  const spread = between(random, 0.03, 0.1);
  const noise = noiseOf(random, rows, 0.5, "normal", restless);
  const usual = (i: number): number => 5000 * week[Math.floor(i / 48) % 7] * (1 + deep * day((i / 48) % 1));
  return {
    values: each(rows, (i) => usual(i) * Math.exp(spread * noise[i])),
    noise: (i) => usual(i) * spread,
    step: 1800,
    cycle: 48,
  };
};

/** Sales by the day or the week: trend, year, holidays, skewed noise. */
export function sales(days: 1 | 7): BaseMaker {
  return (random, rows, restless) => {
    const week = each(7, (d) => 1 + (d > 4 ? between(random, -0.4, 0.4) : 0) + 0.08 * random.normal());
    const growth = between(random, -0.3, 0.8);
    const yearly = between(random, 0, 0.3);
    const spread = between(random, 0.03, 0.15);
    const noise = noiseOf(
      random,
      rows,
      between(random, 0, 0.8),
      pick(random, ["normal", "normal", "laplace", "student4", "lognormal"] as const),
      restless,
    );
    const holidays = Array.from({ length: 4 }, () => ({
      date: random.integer(365),
      factor: between(random, 0.6, 1.4),
    }));
    const holiday = (date: number): number =>
      holidays.reduce(
        (factor, each) => (Math.abs((date % 365) - each.date) < days / 2 ? factor * each.factor : factor),
        1,
      );
    const usual = (i: number): number =>
      5000 *
      holiday(i * days) *
      (1 + (growth * i) / rows) *
      (days > 1 ? 1 : week[i % 7]) *
      (1 + yearly * Math.sin((2 * Math.PI * i * days) / 365.25));
    return {
      values: each(rows, (i) => usual(i) * Math.exp(spread * noise[i])),
      noise: (i) => usual(i) * spread,
      step: days * 86_400,
      cycle: days > 1 ? 52 : 7,
    };
  };
}
