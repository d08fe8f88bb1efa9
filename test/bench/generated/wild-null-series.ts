import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { evenSeries, type LabelledSeries } from "./labelled-series.js";
import { correlatedNoise, noises, poisson } from "./noise.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

interface Made {
  readonly step: number;
  readonly cycle: number;
  readonly values: Float64Array;
}

type Maker = (random: Random) => Made;

const each = (rows: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => value(i));
const between = (random: Random, low: number, high: number): number => low + (high - low) * random.next();
const wave = (i: number, period: number, shift = 0): number => Math.sin((2 * Math.PI * i) / period + shift);

/**
 * Series without events, of kinds that a detector takes for events most easily: cycles of no fixed length, calm and wild
 * times, two levels, few counts, closed days, growth in proportion, bounds, roundings. What they have in common: all that is
 * odd in them is what they always do.
 */
const MAKERS: Readonly<Record<string, Maker>> = {
  "cycles of no fixed length": (random) => {
    const [rows, period, damping] = [700 + random.integer(900), between(random, 9, 40), between(random, 0.94, 0.985)];
    const [a, b] = [2 * damping * Math.cos((2 * Math.PI) / period), -damping * damping];
    let [last, before] = [0, 0];
    const values = each(rows + 100, () => {
      const value = a * last + b * before + random.normal();
      [before, last] = [last, value];
      return value;
    });
    return { step: DAY, cycle: 7, values: values.slice(100).map((value) => 400 + 5 * value) };
  },
  "calm and wild times": (random) => {
    let variance = 1;
    let shock = 0;
    const values = each(800 + random.integer(1200), () => {
      variance = 0.06 + 0.12 * shock * shock + 0.82 * variance;
      shock = Math.sqrt(variance) * random.normal();
      return 100 + 4 * shock;
    });
    return { step: random.next() < 0.5 ? DAY : HOUR, cycle: 7, values };
  },
  "two levels": (random) => {
    const [enter, leave, noise] = [between(random, 0.01, 0.05), between(random, 0.05, 0.3), between(random, 0.4, 2)];
    let high = false;
    const values = each(900 + random.integer(1500), () => {
      high = high ? random.next() > leave : random.next() < enter;
      return (high ? 60 : 40) + noise * random.normal();
    });
    return { step: HOUR, cycle: 24, values };
  },
  "few counts": (random) => {
    const [mean, rows] = [between(random, 0.3, 3), 500 + random.integer(1500)];
    const week = each(7, () => Math.exp(0.3 * random.normal()));
    const daily = random.next() < 0.5;
    const values = each(rows, (i) => poisson(random, mean * (daily ? week[i % 7] : 1 + 0.6 * wave(i, 24))));
    return { step: daily ? DAY : HOUR, cycle: daily ? 7 : 24, values };
  },
  "closed days": (random) => {
    const week = [1, 1.1, 1.05, 1.2, 1.4, 0, 0].map((open) => open * Math.exp(0.1 * random.normal()));
    const noise = correlatedNoise(random, 700 + random.integer(800), 0.4, "normal");
    return { step: DAY, cycle: 7, values: noise.map((z, i) => Math.round(800 * week[i % 7] * Math.exp(0.08 * z))) };
  },
  "growth in proportion": (random) => {
    const growth = between(random, 0.8, 2.5);
    const rows = 700 + random.integer(900);
    const noise = correlatedNoise(random, rows, 0.5 * random.next(), "student4");
    const week = each(7, () => 0.15 * random.normal());
    return {
      step: DAY,
      cycle: 7,
      values: noise.map((z, i) => 200 * Math.exp((growth * i) / rows + week[i % 7] + 0.06 * z)),
    };
  },
  "share in percent": (random) => {
    const level = between(random, 2, 4.5);
    const noise = correlatedNoise(random, 1000 + random.integer(1500), 0.7, "normal");
    return {
      step: HOUR,
      cycle: 24,
      values: noise.map((z, i) => Math.round(1000 / (1 + Math.exp(-level - 0.5 * z - 0.5 * wave(i, 24)))) / 10),
    };
  },
  "rounded sensor": (random) => {
    const noise = correlatedNoise(random, 1500 + random.integer(1500), 0.8, "normal");
    const unit = between(random, 0.4, 1);
    return {
      step: HOUR,
      cycle: 24,
      values: noise.map((z, i) => unit * Math.round((20 + 3 * wave(i, 24) + z) / unit)),
    };
  },
  "wandering week": (random) => {
    let level = 1000;
    const week = each(7, () => 30 * random.normal());
    return {
      step: DAY,
      cycle: 7,
      values: each(
        600 + random.integer(900),
        (i) => (level += 8 * random.normal()) + week[i % 7] + 4 * random.normal(),
      ),
    };
  },
  "mostly zeros": (random) => {
    const [open, size] = [between(random, 0.1, 0.4), between(random, 3, 12)];
    return {
      step: DAY,
      cycle: 7,
      values: each(500 + random.integer(900), () =>
        random.next() < open ? poisson(random, size * Math.exp(0.5 * random.normal())) : 0,
      ),
    };
  },
  "changing amplitude": (random) => {
    const rows = 1200 + random.integer(1400);
    const slow = correlatedNoise(random, rows, 0.995, "normal");
    return {
      step: HOUR,
      cycle: 24,
      values: each(rows, (i) => 300 + 40 * Math.exp(0.5 * slow[i]) * wave(i, 24) + 6 * random.normal()),
    };
  },
  "noise that grows with the level": (random) => {
    const rows = 1200 + random.integer(1400);
    return {
      step: HOUR,
      cycle: 24,
      values: each(rows, (i) => {
        const level = 100 * (1.3 + wave(i, 24)) * (1 + 0.4 * wave(i, 168));
        return level + 0.12 * level * random.normal();
      }),
    };
  },
  "long memory": (random) => {
    const rows = 800 + random.integer(1500);
    const parts = [0.6, 0.9, 0.98, 0.997].map((memory) => correlatedNoise(random, rows, memory, "normal"));
    return {
      step: random.next() < 0.5 ? DAY : HOUR,
      cycle: 7,
      values: each(rows, (i) => 500 + 6 * parts.reduce((sum, part) => sum + part[i], 0)),
    };
  },
  months: (random) => {
    const year = each(12, () => 0.12 * random.normal());
    const growth = between(random, -0.02, 0.1);
    return {
      step: 30.4 * DAY,
      cycle: 12,
      values: each(
        48 + random.integer(140),
        (i) => 5000 * Math.exp((growth * i) / 12 + year[i % 12] + 0.04 * random.normal()),
      ),
    };
  },
  "promotions that return": (random) => {
    const [every, lift] = [26 + random.integer(10), between(random, 0.4, 1.2)];
    const noise = correlatedNoise(random, 700 + random.integer(700), 0.3, "normal");
    return {
      step: DAY,
      cycle: 7,
      values: noise.map((z, i) => 300 * (1 + 0.2 * wave(i, 7)) * Math.exp(0.06 * z) * (i % every < 3 ? 1 + lift : 1)),
    };
  },
  "jobs that start now and then": (random) => {
    const [every, size] = [40 + random.integer(80), between(random, 4, 9)];
    const start = new Int8Array(6000);
    for (let at = random.integer(every); at < start.length; at += every + random.integer(9) - 4)
      start.fill(1, at, at + 3);
    const rows = 3000 + random.integer(3000);
    const noise = correlatedNoise(random, rows, 0.5, "laplace");
    return { step: 300, cycle: 288, values: noise.map((z, i) => 50 + 8 * wave(i, 288) + 2 * z + 2 * size * start[i]) };
  },
  "operations of five minutes": (random) => {
    const rows = 3000 + random.integer(4000);
    const noise = correlatedNoise(
      random,
      rows,
      between(random, 0.3, 0.9),
      (["normal", "laplace", "lognormal"] as const)[random.integer(3)],
    );
    const slow = correlatedNoise(random, rows, 0.998, "normal");
    return { step: 300, cycle: 288, values: noise.map((z, i) => 200 + 30 * wave(i, 288) + 5 * slow[i] + 6 * z) };
  },
  "requests of a minute": (random) => {
    const rows = 5000 + random.integer(5000);
    const mean = between(random, 3, 80);
    return {
      step: 60,
      cycle: 1440,
      values: each(rows, (i) =>
        poisson(random, mean * (1 + 0.5 * wave(i, 1440)) * Math.exp(0.05 * noises.student4(random))),
      ),
    };
  },
};

/** Names of the kinds, in turn. */
export const wildKinds: readonly string[] = Object.keys(MAKERS);

/** So many seeded series without an event, kinds in turn; their names say the kind. */
export function wildNullSeries(count: number, seed: number): LabelledSeries[] {
  return Array.from({ length: count }, (_, k) => {
    const kind = wildKinds[k % wildKinds.length];
    const { values, step, cycle } = MAKERS[kind](createRandom(seed).fork(`wild/${kind}/${k}`));
    const name = `${kind}, ${k}`;
    return { name, series: evenSeries(name, values, step), labels: new Uint8Array(values.length), window: cycle };
  });
}
