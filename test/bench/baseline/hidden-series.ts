import type { Step } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { poisson } from "../generated/noise.js";
import {
  DAY,
  dayHours,
  HOUR,
  hourFactor,
  made,
  months,
  weekdayFactor,
  weekDays,
  yearDays,
  type MadeSeries,
} from "./business-series.js";

/** A series without some of its values, and what they were: NaN where nothing is hidden. */
export interface HiddenSeries extends MadeSeries {
  readonly truth: Float64Array;
}

const TURN = 2 * Math.PI;
const growing = (growth: number) => ({ growth, noise: 0.05 });

/** Business series whose values are to be told. */
const FAMILIES: Readonly<Record<string, (random: Random) => MadeSeries>> = {
  "growing days": (random) => weekDays(random, 730, growing(0.5)),
  line: (random) => made("", DAY, 600, (i) => 100 + 0.5 * i + 4 * random.normal()),
  "36 months": (random) => months(random, 36, { growth: 0.1, noise: 0.04 }, "month"),
  "60 months": (random) => months(random, 60, { growth: 0.1, noise: 0.04 }, "month"),
  "24 quarters": (random) => months(random, 24, { growth: 0.1, noise: 0.04 }, "quarter"),
  "hours with two seasons": (random) => dayHours(random, 24 * 90, { growth: 0, noise: 0.08 }),
  "growing hours": (random) => dayHours(random, 24 * 120, { growth: 4, noise: 0.08 }),
  "two years of days": (random) => yearDays(random, 730, { growth: 0.1, noise: 0.06 }),
  "four years of days": (random) => yearDays(random, 1461, { growth: 0.1, noise: 0.06 }),
  "days with two steps": (random) => {
    const days = weekDays(random, 730, growing(0));
    const level = (i: number): number => (i < 300 ? 1 : i < 520 ? 0.5 : 0.8);
    return { ...days, values: days.values.map((value, i) => Math.round(value * level(i))) };
  },
  "counts by the hour": (random) => made("", HOUR, 2160, (i) => poisson(random, 3 * hourFactor(i % 24))),
  "counts by the day": (random) =>
    made("", DAY, 730, (i) => poisson(random, 0.8 * weekdayFactor(i) * gamma(random, 5))),
  "days with zeros": (random) =>
    made("", DAY, 730, () => (random.next() < 0.4 ? 0 : Math.round(50 * Math.exp(0.5 * random.normal())))),
  "amplitude that changes": (random) =>
    made("", HOUR, 1500, (i) => {
      const amplitude = 10 + 8 * Math.sin(i / 400);
      return 100 + amplitude * Math.sin((i / 24) * TURN) + 2 * random.normal();
    }),
};

/** The families that are generated. */
export const FAMILY_NAMES: readonly string[] = Object.keys(FAMILIES);

/** Gamma of a whole shape: as many exponential waits. */
function gamma(random: Random, shape: number): number {
  let sum = 0;
  for (let k = 0; k < shape; k++) sum -= Math.log(1 - random.next());
  return sum;
}

/** Generated series with hidden values, `count` of each family. */
export function hiddenSeries(count: number, seed: number): HiddenSeries[] {
  return Object.entries(FAMILIES).flatMap(([name, series]) =>
    Array.from({ length: count }, (_, k) => {
      const random = createRandom(seed).fork(`hidden/${name}/${k}`);
      return hide({ ...series(random), name }, random);
    }),
  );
}

/** Real series with hidden values: of each the latest rows. */
export function hiddenReal(bases: readonly MadeSeries[], seed: number): HiddenSeries[] {
  return bases.map((base) => {
    const from = Math.max(0, base.values.length - 2500);
    const latest = {
      ...base,
      times: base.times.slice(from),
      values: base.values.slice(from),
      labelled: base.labelled?.slice(from),
    };
    return hide(latest, createRandom(seed).fork(`hidden/${base.name}`));
  });
}

/** One value in twenty, and two whole cycles; none that is labelled as abnormal, which no range of what is normal holds. */
function hide(series: MadeSeries, random: Random): HiddenSeries {
  const rows = series.values.length;
  const cycle = cycleOf(series.step, rows);
  const isHidden = Array.from({ length: rows }, () => random.next() < 0.05);
  for (const [from, to] of [
    [0.15, 0.45],
    [0.55, 0.9],
  ])
    isHidden.fill(true, ...stretch(Math.floor((from + (to - from) * random.next()) * (rows - cycle)), cycle));
  series.labelled?.forEach((label, row) => (isHidden[row] &&= label === 0));
  return {
    ...series,
    values: series.values.map((value, row) => (isHidden[row] ? NaN : value)),
    truth: series.values.map((value, row) => (isHidden[row] ? value : NaN)),
  };
}

const stretch = (start: number, rows: number): [number, number] => [start, start + rows];

/** A day of hours, a week of days, four weeks, a year (half of it in short tables of months). */
function cycleOf(step: Step, rows: number): number {
  if (step === "month") return rows >= 60 ? 12 : 6;
  if (step === "quarter") return 4;
  if (step < DAY / 2) return Math.round(DAY / step);
  return step < 3 * DAY ? 7 : 4;
}
