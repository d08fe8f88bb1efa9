import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { straightGrowth } from "../../../kernel-lib/src/baseline/courses/straight-growth.js";
import { weekendCourse } from "../../../kernel-lib/src/baseline/courses/few-weekends.js";
import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { farthest } from "../golden/golden.js";

const DAY = 86_400;
const MONDAY = Date.UTC(2021, 0, 4) / 1000;
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);

const timesOf = (n: number, step: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => MONDAY + i * step);
const modelOf = (values: Float64Array, step: number): Baseline =>
  baseline({ values, step, times: timesOf(values.length, step), excluded: null });
const silentShare = (make: (random: Random) => Float64Array, step: number): number =>
  SEEDS.filter((seed) => modelOf(make(createRandom(seed)), step).findings.length === 0).length / SEEDS.length;

/** Straight growth from next to nothing, its noise in proportion. */
function fromNothing(random: Random): Float64Array {
  const n = 250 + random.integer(400);
  const growth = 500 + 1500 * random.next();
  return Float64Array.from({ length: n }, (_, i) => (20 + (growth * i) / n) * (1 + 0.1 * random.normal()));
}

/** Two weeks of five minutes with a day, their weekends lower. */
function twoWeekends(random: Random, low: number = 0.4 + 0.3 * random.next()): Float64Array {
  return Float64Array.from({ length: 14 * 288 }, (_, i) => {
    const isWeekend = Math.floor(i / 288) % 7 > 4;
    const day = 200 * (1.2 + Math.sin((i * Math.PI) / 144));
    return Math.max(0, Math.round(day * (isWeekend ? low : 1) * (1 + 0.08 * random.normal())));
  });
}

describe("straight growth from next to nothing", () => {
  test("alarms at no end", () => {
    expect(silentShare(fromNothing, DAY)).toBeGreaterThanOrEqual(0.9);
  });

  test("hides no day without sales, and is told as growth", () => {
    for (const seed of SEEDS.slice(0, 5)) {
      const values = fromNothing(createRandom(seed));
      const row = Math.floor(values.length / 2);
      values[row] = 0;
      const { findings, growthPerYear } = modelOf(values, DAY);
      expect(findings.some(({ start, end }) => start <= row && end > row)).toBe(true);
      expect(growthPerYear).toBeGreaterThan(0);
    }
  });

  test("is none where a logarithm is as good, where noise does not grow, or where values are below 0", () => {
    const random = createRandom(3);
    const of = (value: (i: number) => number): Float64Array | null => {
      const values = Float64Array.from({ length: 500 }, (_, i) => value(i));
      return straightGrowth(values, { values, step: DAY });
    };
    expect(of((i) => (20 + 2 * i) * (1 + 0.05 * random.normal()))).not.toBeNull();
    expect(of((i) => 20 * Math.exp(i / 120) * (1 + 0.05 * random.normal()))).toBeNull();
    expect(of((i) => 40 + 2 * i + 10 * random.normal())).toBeNull();
    expect(of((i) => 2 * i - 100 + 10 * random.normal())).toBeNull();
    expect(of((i) => 500 + i + 20 * random.normal())).toBeNull();
  });
});

describe("weekends in series too short for a week", () => {
  test("are no events", () => {
    expect(silentShare((random) => twoWeekends(random), 300)).toBeGreaterThanOrEqual(0.9);
  });

  test("hide no outage in them, and are expected as they are", () => {
    for (const seed of SEEDS.slice(0, 4)) {
      const values = twoWeekends(createRandom(seed), 0.5);
      const row = 5 * 288 + 100;
      const usual = values.slice(row, row + 20);
      values.fill(0, row, row + 20);
      const { findings, expected } = modelOf(values, 300);
      expect(findings.some(({ start, end }) => start < row + 20 && end > row)).toBe(true);
      const mean = (some: Float64Array): number => some.reduce((sum, value) => sum + value, 0) / some.length;
      expect(Math.abs(mean(expected.slice(row, row + 20)) / mean(usual) - 1)).toBeLessThan(0.2);
    }
  });

  test("stand apart only where all of them do, and not where one alone is low", () => {
    const of = (values: Float64Array): Float64Array | null =>
      weekendCourse(values, { step: 300, times: timesOf(values.length, 300) });
    const values = twoWeekends(createRandom(1), 0.5);
    expect(of(values)).not.toBeNull();
    expect(of(twoWeekends(createRandom(1), 1))).toBeNull();
    const once = values.map((value, i) => (i >= 7 * 288 && Math.floor(i / 288) % 7 > 4 ? 2 * value : value));
    expect(of(once)).toBeNull();
    expect(of(values.slice(0, 7 * 288))).toBeNull();
  });
});

describe("what a course is taken from", () => {
  const n = 14 * 288;
  const [growth, weekends] = [fromNothing(createRandom(2)), twoWeekends(createRandom(2), 0.5)];
  const courseOf = {
    growth: (values: Float64Array) => straightGrowth(values, { values, step: DAY }),
    weekends: (values: Float64Array) => weekendCourse(values, { step: 300, times: timesOf(n, 300) }),
  };

  test("may be in any unit: a power of two changes no bit", () => {
    for (const factor of [2 ** 40, 2 ** -40]) {
      const inUnit = (values: Float64Array): Float64Array => values.map((value) => factor * value);
      expect(courseOf.growth(inUnit(growth))).toEqual(courseOf.growth(growth));
      expect(courseOf.weekends(inUnit(weekends))).toEqual(courseOf.weekends(weekends));
    }
    expect(courseOf.growth(growth)).not.toBeNull();
  });

  test("is none with a constant so large that there is hardly any growth or weekend left", () => {
    expect(courseOf.growth(growth.map((value) => value + 1e5))).toBeNull();
    const away = courseOf.weekends(weekends.map((value) => value + 1e5))!.map((factor) => Math.abs(factor - 1));
    expect(Math.max(...away)).toBeLessThan(0.01);
  });

  test("is known on every row, also where values are missing", () => {
    const holed = (values: Float64Array): Float64Array => values.map((value, i) => (i % 5 === 2 ? NaN : value));
    for (const course of [courseOf.growth(holed(growth)), courseOf.weekends(holed(weekends))]) {
      expect(course).not.toBeNull();
      expect(course!.every((factor) => factor > 0 && factor < Infinity)).toBe(true);
    }
  });

  test("is nothing of a row that is excluded, which is expected all the same", () => {
    for (const [values, step] of [
      [growth, DAY],
      [weekends, 300],
    ] as const) {
      const excluded = Uint8Array.from(values, (_, i) => Number(i >= 100 && i < 130));
      const of = (factor: number): Baseline =>
        baseline({
          values: values.map((value, i) => (excluded[i] === 1 ? factor * value : value)),
          step,
          times: timesOf(values.length, step),
          excluded,
        });
      const [plain, wild] = [of(1), of(1000)];
      for (const name of ["expected", "lower", "upper", "usual", "usualLower", "usualUpper"] as const) {
        expect(farthest(wild[name], [...plain[name]])).toBeLessThan(1e-9);
        expect(plain[name].every(Number.isFinite)).toBe(true);
      }
      const told = ({ findings }: Baseline): unknown => findings.map(({ start, end, kind }) => [start, end, kind]);
      expect(told(wild)).toEqual(told(plain));
      expect(wild.innovation.every(Number.isFinite) && wild.z.every(Number.isFinite)).toBe(true);
    }
  });
});
