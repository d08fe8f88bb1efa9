import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { correlatedNoise } from "./noise.js";

/** A series on an even grid with what was done to it. */
export interface PlantedSeries {
  readonly name: string;
  /** Seconds. */
  readonly step: number;
  readonly values: Float64Array;
  /** First row on a new level, and by how much it is higher; null where there is none. */
  readonly change: { readonly row: number; readonly size: number } | null;
  /** First and last row of each event. */
  readonly events: readonly (readonly [start: number, end: number])[];
  /** 1 for rows whose value was hidden, with what it was; NaN elsewhere. */
  readonly hidden: Float64Array;
}

const DAY = 86_400;

/** Days with a week, or hours with a day and a quiet weekend, on a level that grows a little; noise of deviation 1 with some memory. */
function base(random: Random): { step: number; cycle: number; values: Float64Array } {
  const isDaily = random.next() < 0.5;
  const [step, cycle, rows] = isDaily ? [DAY, 7, 400 + random.integer(500)] : [3600, 24, 700 + random.integer(700)];
  const swing = 2 + 6 * random.next();
  const week = Float64Array.from({ length: 7 }, () => swing * random.normal());
  const growth = (12 * random.next()) / rows;
  const noise = correlatedNoise(random, rows, 0.6 * random.next(), "normal");
  const values = noise.map((z, i) => {
    const season = isDaily
      ? week[i % 7]
      : swing * Math.sin((2 * Math.PI * i) / 24) + (Math.floor(i / 24) % 7 > 4 ? -swing : 0);
    return 100 + growth * i + season + z;
  });
  return { step, cycle, values };
}

const none = (rows: number): Float64Array => new Float64Array(rows).fill(NaN);

/** Levels that change once, by 4 to 10 deviations, in the middle three fifths. */
export function changedLevels(count: number, seed: number): PlantedSeries[] {
  return Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`change/${k}`);
    const { step, values } = base(random);
    const row = Math.floor(values.length * (0.2 + 0.6 * random.next()));
    const size = (random.next() < 0.5 ? -1 : 1) * (4 + 6 * random.next());
    const moved = values.map((value, i) => (i >= row ? value + size : value));
    return { name: `change ${k}`, step, values: moved, change: { row, size }, events: [], hidden: none(moved.length) };
  });
}

/** Kinds of event: rows, and how many deviations each is off. */
const EVENTS = {
  "spike of 6": () => [6],
  "spike of 10": () => [-10],
  "five rows of 5": () => new Array<number>(5).fill(-5),
  "a ramp to 8": () => [2, 4, 6, 8, 6, 4, 2],
} as const;

/** Series with two events each, of the kinds in turn, far from each other and from both ends. */
export function plantedEvents(count: number, seed: number): PlantedSeries[] {
  const kinds = Object.keys(EVENTS) as (keyof typeof EVENTS)[];
  return Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`event/${k}`);
    const { step, values } = base(random);
    const kind = kinds[k % kinds.length];
    const shape = EVENTS[kind]();
    const events = [0.1, 0.55].map((from) => {
      const start = Math.floor(values.length * (from + 0.35 * random.next()));
      return [start, start + shape.length - 1] as const;
    });
    for (const [start] of events) shape.forEach((deviations, i) => (values[start + i] += deviations));
    return { name: kind, step, values, change: null, events, hidden: none(values.length) };
  });
}

/** Series of which one cycle in ten is hidden. */
export function hiddenCells(count: number, seed: number): PlantedSeries[] {
  return Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`hidden/${k}`);
    const { step, cycle, values } = base(random);
    const hidden = none(values.length);
    for (let start = cycle; start + 2 * cycle < values.length; start += cycle) {
      if (random.next() >= 0.1) continue;
      for (let i = start; i < start + cycle; i++) [hidden[i], values[i]] = [values[i], NaN];
    }
    return { name: `hidden ${k}`, step, values, change: null, events: [], hidden };
  });
}
