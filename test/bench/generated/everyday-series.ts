import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import {
  between,
  demand,
  machineLoad,
  messages,
  pick,
  sales,
  sensor,
  service,
  type BaseMaker,
  type EverydayBase,
} from "./everyday-bases.js";
import { evenSeries, type LabelledSeries } from "./labelled-series.js";

/** Changes the values from a row on and tells how many rows it changed. */
type Event = (base: EverydayBase, at: number, random: Random) => number;

const sign = (random: Random): number => (random.next() < 0.5 ? -1 : 1);

function change(
  { values, counts }: EverydayBase,
  at: number,
  length: number,
  value: (old: number, k: number) => number,
): number {
  const old = values.slice(at, at + length);
  old.forEach((each, k) => (values[at + k] = counts ? Math.max(0, Math.round(value(each, k))) : value(each, k)));
  return length;
}

/** An event that adds so many deviations for so many rows. */
function added(
  deviations: readonly [number, number],
  rows: readonly [number, number],
  shape: (part: number, random: Random) => number = () => 1,
  upOnly = false,
): Event {
  return (base, at, random) => {
    const size = (upOnly ? 1 : sign(random)) * between(random, ...deviations) * base.noise(at);
    const length = rows[0] + random.integer(rows[1] - rows[0] + 1);
    return change(base, at, length, (old, k) => old + size * shape((k + 1) / (length + 1), random));
  };
}

const scaled =
  (factor: readonly [number, number], rows: readonly [number, number]): Event =>
  (base, at, random) => {
    const by = between(random, ...factor);
    return change(base, at, rows[0] + random.integer(rows[1] - rows[0] + 1), (old) => old * by);
  };

const jumpy = (_: number, random: Random): number => random.normal();

/** A few rows to an hour or so. */
const brief: readonly Event[] = [
  added([5, 14], [1, 5]),
  added([4, 10], [3, 12]),
  added([3, 8], [10, 59]),
  added([5, 12], [15, 74], (part) => Math.sin(Math.PI * part)),
  added([2.5, 5], [10, 49], jumpy, true),
  scaled([0.1, 0.6], [3, 32]),
];

/** Up to a day or so; the label is a window around it, as where a person marked the time. */
const lasting: readonly Event[] = [
  added([6, 15], [1, 12]),
  added([4, 9], [60, 359]),
  scaled([0, 0.4], [20, 269]),
  added([6, 12], [60, 309], (part) => part),
  added([4, 9], [60, 259], (_, random) => (random.next() < 0.2 ? 1 : 0), true),
  added([2, 4], [60, 259], jumpy, true),
  (base, at, random) =>
    change(
      base,
      at,
      40 + random.integer(200),
      (
        (level) => () =>
          level + 0.1 * base.noise(at) * random.normal()
      )(base.values[at]),
    ),
];

/** Faults of business data: spike, dip, shift, stuck value, outage, a value of another day. */
const faults: readonly Event[] = [
  added([4, 9], [1, 1]),
  (base, at, random) =>
    change(
      base,
      at,
      2 + random.integer(3),
      (
        (factor) => (old: number) =>
          Math.min(old * factor, old - 3 * base.noise(at))
      )(between(random, 0.5, 0.8)),
    ),
  added([2.5, 4], [7, 14]),
  (base, at) =>
    change(
      base,
      at,
      base.cycle === 52 ? 5 : 8,
      (
        (level) => () =>
          level
      )(base.values[at]),
    ),
  (base, at, random) => change(base, at, 2 + random.integer(3), () => 0),
  (base, at) =>
    change(
      base,
      at,
      1,
      (
        (other) => () =>
          other
      )(base.values[at + 3] ?? base.values[at - 3]),
    ),
];

/** Bases and events of a group. */
interface Recipe {
  readonly bases: readonly (readonly [maker: BaseMaker, rows: readonly [number, number]])[];
  readonly events: readonly Event[];
  readonly count: readonly [number, number];
  /** Share of the series that all labels cover together; 0 for labels as long as the events. */
  readonly marked: number;
  readonly window: number;
}

const RECIPES = {
  watched: {
    bases: [
      [machineLoad, [4000, 4700]],
      [messages, [8000, 12_000]],
      [demand, [4000, 5000]],
      [sensor, [4000, 7000]],
    ],
    events: lasting,
    count: [1, 4],
    marked: 0.1,
    window: 100,
  },
  services: {
    bases: [
      [service, [8000, 14_000]],
      [machineLoad, [8000, 14_000]],
    ],
    events: brief,
    count: [2, 12],
    marked: 0,
    window: 100,
  },
  faults: {
    bases: [
      [sales(1), [800, 1200]],
      [sales(7), [140, 170]],
    ],
    events: faults,
    count: [3, 6],
    marked: 0,
    window: 10,
  },
} as const satisfies Record<string, Recipe>;

export type EverydayGroup = keyof typeof RECIPES;

/** So many series of a group, every other one with noise that is calm for a while and wild for a while. */
export function everydaySeries(group: EverydayGroup, count: number, seed: number): LabelledSeries[] {
  return Array.from({ length: count }, (_, k) =>
    generate(`${group} ${k}`, RECIPES[group], k, createRandom(seed).fork(`everyday/${group}/${k}`)),
  );
}

function generate(
  name: string,
  { bases, events, count, marked, window }: Recipe,
  k: number,
  random: Random,
): LabelledSeries {
  const [maker, [least, most]] = bases[(k >> 1) % bases.length];
  const base = maker(random, least + random.integer(most - least), k % 2 === 1);
  const rows = base.values.length;
  const labels = new Uint8Array(rows);
  const number = count[0] + random.integer(count[1] - count[0] + 1);
  const room = Math.floor(rows / (number + 1));
  for (let e = 0; e < number; e++) {
    const at = Math.floor(room * (e + 0.5)) + random.integer(Math.max(1, Math.floor(room * 0.7)));
    const end = Math.min(rows, at + pick(random, events)(base, at, random));
    const half = Math.floor((marked * rows) / number / 2);
    const middle = (at + end) >> 1;
    labels.fill(
      1,
      marked > 0 ? Math.max(0, Math.min(at, middle - half)) : at,
      marked > 0 ? Math.min(rows, Math.max(end, middle + half)) : end,
    );
  }
  return { name, series: evenSeries(name, base.values, base.step), labels, window };
}
