import type { Random } from "../../../kernel-lib/src/numeric/random.js";
import { noises, poisson } from "../generated/noise.js";
import { DAY, HOUR, made, months, weekdayFactor, weekDays, yearDays, type MadeSeries } from "./business-series.js";

const TURN = 2 * Math.PI;
const YEARS_2 = 730;
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const lognormal = (random: Random, middle: number, spread: number): number =>
  Math.exp(middle + spread * random.normal());

/** A value a row from the one before. */
function* walk(first: number, next: (last: number, row: number) => number): Generator<number, never> {
  for (let [value, row] = [first, 1]; ; row++) {
    yield value;
    value = next(value, row);
  }
}

function walked(step: number, rows: number, first: number, next: (last: number, row: number) => number): MadeSeries {
  const values = walk(first, next);
  return made("", step, rows, () => values.next().value);
}

/** Sixteen families of business series in which nothing happens: a series of each from its random numbers. */
export const quietFamilies: Readonly<Record<string, (random: Random) => MadeSeries>> = {
  "growth line": (random) => made("", DAY, 600, (i) => 100 + 0.5 * i + 3 * random.normal()),
  "growth exponential": (random) => weekDays(random, YEARS_2, { growth: 0.7, noise: 0.05 }),
  "cumulative total": (random) =>
    walked(DAY, YEARS_2, 1000, (last, row) => last + Math.round(1000 * weekdayFactor(row) * lognormal(random, 0, 0.1))),
  "rare counts": (random) => {
    const mean = 0.02 * 150 ** random.next();
    return made("", DAY, YEARS_2, () => poisson(random, mean));
  },
  "zero-inflated sales": (random) => {
    const zeros = 0.5 + 0.44 * random.next();
    return made("", DAY, YEARS_2, () => (random.next() < zeros ? 0 : Math.round(lognormal(random, 4, 0.8))));
  },
  "up/down state": (random) =>
    walked(300, 2000, 1, (last) => (random.next() < (last === 1 ? 0.005 : 0.02) ? 1 - last : last)),
  "price list": (random) =>
    walked(DAY, YEARS_2, 20, (last) =>
      random.next() < 0.012 ? rounded(last * (1 + 0.05 * random.normal()), 2) : last,
    ),
  "month to date": monthToDate,
  "counter with restarts": counterWithRestarts,
  "pinned percent": (random) =>
    random.next() < 0.5
      ? made("", DAY, YEARS_2, () => rounded(Math.min(100, 99.7 + 0.25 * random.normal()), 2))
      : made("", DAY, YEARS_2, () =>
          random.next() < 0.02 ? rounded(100 + 0.3 * Math.log(1 - random.next()), 2) : 100,
        ),
  "disk sawtooth": (random) =>
    walked(HOUR, 2016, 20, (last, row) => (row % 168 === 0 ? 20 : rounded(last + 0.3 + 0.05 * random.normal(), 2))),
  "changing amplitude": (random) => {
    const phase = 6 * random.next();
    return made("", HOUR, 1500, (i) => {
      const amplitude = 20 + 16 * Math.sin(i / 300 + phase);
      return 200 + amplitude * Math.sin((i / 24) * TURN) + (1 + 0.002 * i) * random.normal();
    });
  },
  "heavy tail": (random) =>
    random.next() < 0.5
      ? made("", HOUR, 2000, () => rounded(lognormal(random, 3, 0.6), 1))
      : made("", HOUR, 2000, () => rounded(100 + 5 * Math.SQRT2 * noises.student4(random), 1)),
  wandering: (random) => {
    const isBound = random.next() < 0.5;
    const course = walked(DAY, YEARS_2, 0, (last) => (isBound ? 0.9 * last : last) + random.normal());
    const value = (x: number): number => (isBound ? rounded(100 + x, 1) : rounded(100 * Math.exp(0.01 * x), 2));
    return { ...course, values: course.values.map(value) };
  },
  "year and holidays": (random) => yearDays(random, 1095, { growth: 0.1, noise: 0.06 }),
  "short table": (random) => {
    const rows = 16 + random.integer(44);
    const manner = { growth: 0.08, noise: 0.04 };
    return random.next() < 0.4
      ? months(random, rows, manner, "quarter")
      : months(random, Math.max(24, rows), manner, "month");
  },
};

/** Days summed up from the first of each month on. */
function monthToDate(random: Random): MadeSeries {
  let sum = 0;
  const { times } = made("", DAY, 540, () => 0);
  return made("", DAY, 540, (i) => {
    if (new Date(times[i] * 1000).getUTCDate() === 1) sum = 0;
    sum += 1000 * (1 + 0.1 * random.normal());
    return Math.round(sum);
  });
}

/** A total of hours that starts from nothing at two moments. */
function counterWithRestarts(random: Random): MadeSeries {
  const restarts = new Set([200 + random.integer(500), 800 + random.integer(500)]);
  let total = 0;
  return made("", HOUR, 1500, (i) => {
    if (restarts.has(i)) total = 0;
    total += Math.max(0, Math.round(120 + 60 * Math.sin((i / 24) * TURN) + 15 * random.normal()));
    return total;
  });
}
