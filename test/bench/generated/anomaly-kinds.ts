import type { Random } from "../../../kernel-lib/src/numeric/random.js";
import { noises } from "./noise.js";

/** What an anomaly is put into. */
export interface Ground {
  /** Values with the anomalies put so far; changed in place. */
  readonly values: Float64Array;
  /** Rows in a cycle. */
  readonly cycle: number;
  /** Deviation of the noise, in the KPI's unit, at a row. */
  readonly noise: (row: number) => number;
  readonly random: Random;
}

/** Changes the values from `start` on and tells how many rows it changed. */
export type AnomalyKind = (ground: Ground, start: number) => number;

const cyclesOf = (ground: Ground, count: number): number => Math.max(1, Math.round(count * ground.cycle));
const between = (random: Random, low: number, high: number): number => low + (high - low) * random.next();
const sign = (random: Random): number => (random.next() < 0.5 ? -1 : 1);

function change(ground: Ground, start: number, length: number, value: (old: number, k: number) => number): number {
  const old = ground.values.slice(start, start + length);
  for (let k = 0; k < length; k++) ground.values[start + k] = value(old[k], k);
  return length;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Seven kinds that write no ties, which business series suffer from. */
export const businessKinds: Readonly<Record<string, AnomalyKind>> = {
  "noisy freeze": (ground, start) => {
    const length = cyclesOf(ground, ground.cycle > 12 ? 1 : between(ground.random, 1, 2));
    const level = meanOf(ground.values.subarray(start, start + length));
    return change(ground, start, length, (_, k) => level + 0.5 * ground.noise(start + k) * ground.random.normal());
  },
  "drift over two cycles": (ground, start) => {
    const length = cyclesOf(ground, 2);
    const slope = sign(ground.random) * between(ground.random, 3, 6);
    return change(ground, start, length, (old, k) => old + (slope * ground.noise(start + k) * k) / length);
  },
  "reversed pattern": (ground, start) => {
    const length = cyclesOf(ground, 1);
    const old = ground.values.slice(start, start + length);
    return change(ground, start, length, (_, k) => old[length - 1 - k]);
  },
  "variance burst": (ground, start) =>
    change(
      ground,
      start,
      cyclesOf(ground, 1),
      (old, k) => old + between(ground.random, 2, 3.5) * ground.noise(start + k) * ground.random.normal(),
    ),
  "soft outage": (ground, start) => {
    const length = Math.max(3, cyclesOf(ground, between(ground.random, 0.4, 0.8)));
    const depth = between(ground.random, 0.25, 0.6);
    return change(ground, start, length, (old, k) => old * (1 - depth * Math.sin((Math.PI * (k + 1)) / (length + 1))));
  },
  "scaled cycle": (ground, start) => {
    const length =
      ground.cycle > 12 ? cyclesOf(ground, ground.random.next() < 0.5 ? 0.5 : 1) : 1 + ground.random.integer(3);
    const factor = ground.random.next() < 0.5 ? between(ground.random, 0.6, 0.8) : between(ground.random, 1.2, 1.5);
    return change(ground, start, length, (old) => old * factor);
  },
  "delayed cycle": (ground, start) => {
    const delay = ground.cycle > 12 ? Math.round(ground.cycle * between(ground.random, 0.1, 0.2)) : 1;
    const old = ground.values.slice(start - delay, start + cyclesOf(ground, 1));
    return change(ground, start, cyclesOf(ground, 1), (_, k) => old[k]);
  },
};

/** Kinds that the detectors were not written for; used for the last check only. */
export const otherKinds: Readonly<Record<string, AnomalyKind>> = {
  spike: (ground, start) =>
    change(ground, start, 1, (old) => old + sign(ground.random) * between(ground.random, 6, 12) * ground.noise(start)),
  "shifted level": (ground, start) => {
    const step = sign(ground.random) * between(ground.random, 3, 5);
    return change(
      ground,
      start,
      cyclesOf(ground, between(ground.random, 1, 2)),
      (old, k) => old + step * ground.noise(start + k),
    );
  },
  "cut peak": (ground, start) => {
    const length = cyclesOf(ground, 1);
    const part = ground.values.slice(start, start + length).sort();
    const limit = part[Math.floor(length / 2)];
    return change(ground, start, length, (old) => (old > limit ? limit + 0.2 * (old - limit) : old));
  },
  zigzag: (ground, start) =>
    change(ground, start, cyclesOf(ground, 1), (old, k) => old + (k % 2 ? 3 : -3) * ground.noise(start + k)),
  "early cycle": (ground, start) => {
    const lead = ground.cycle > 12 ? Math.round(ground.cycle * between(ground.random, 0.1, 0.2)) : 1;
    const old = ground.values.slice(start + lead, start + lead + cyclesOf(ground, 1));
    return change(ground, start, cyclesOf(ground, 1), (value, k) => old[k] ?? value);
  },
  "drop and slow recovery": (ground, start) => {
    const length = cyclesOf(ground, 1.5);
    const depth = between(ground.random, 5, 9);
    return change(
      ground,
      start,
      length,
      (old, k) => old - depth * ground.noise(start + k) * Math.exp((-3 * k) / length),
    );
  },
  "heavy tails": (ground, start) =>
    change(
      ground,
      start,
      cyclesOf(ground, 1),
      (old, k) => old + 3 * ground.noise(start + k) * noises.student3(ground.random),
    ),
};

/** Kinds of machines and services, sampled at minutes; the cycle there is an hour or so of rows. */
export const operationsKinds: Readonly<Record<string, AnomalyKind>> = {
  spikes: (ground, start) =>
    change(
      ground,
      start,
      1 + ground.random.integer(5),
      (old) => old + between(ground.random, 6, 15) * ground.noise(start),
    ),
  dip: (ground, start) =>
    change(
      ground,
      start,
      3 + ground.random.integer(20),
      (old) => old - between(ground.random, 5, 9) * ground.noise(start),
    ),
  "temporary level": (ground, start) => {
    const step = sign(ground.random) * between(ground.random, 3, 6);
    return change(ground, start, 20 + ground.random.integer(100), (old) => old + step * ground.noise(start));
  },
  leak: (ground, start) => {
    const length = 60 + ground.random.integer(150);
    const top = between(ground.random, 5, 9);
    return change(ground, start, length, (old, k) => old + (top * ground.noise(start) * k) / length);
  },
  flapping: (ground, start) =>
    change(ground, start, 12 + ground.random.integer(60), (old, k) => old + (k % 4 < 2 ? 3 : -3) * ground.noise(start)),
  "noise burst": (ground, start) =>
    change(
      ground,
      start,
      30 + ground.random.integer(90),
      (old) => old + 3 * ground.noise(start) * ground.random.normal(),
    ),
  stuck: (ground, start) =>
    change(
      ground,
      start,
      20 + ground.random.integer(60),
      (_, k) => ground.values[start - 1] + 0.02 * ground.noise(start) * (k > 0 ? ground.random.normal() : 0),
    ),
  "quiet outage": (ground, start) => change(ground, start, 6 + ground.random.integer(40), (old) => 0.15 * old),
};
