import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { NONE } from "../../../kernel-lib/src/baseline/dates/civil-day.js";
import { shortModel } from "../../../kernel-lib/src/baseline/short/short-model.js";
import { farDates } from "../../../kernel-lib/src/baseline/short/far-dates.js";
import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const WEEK = 7 * DAY;
const FIRST = Date.UTC(2018, 0, 1) / 1000;
const SEEDS = Array.from({ length: 8 }, (_, seed) => seed + 1);

/** Weeks of which only those that hold 25 December differ. */
function christmasAlone(seed: number, factor?: number): { values: Float64Array; times: Float64Array; weeks: number[] } {
  const random = createRandom(seed);
  const n = 108 + random.integer(80);
  const times = Float64Array.from({ length: n }, (_, i) => FIRST + i * WEEK);
  const holds = (time: number): boolean =>
    [0, 1, 2, 3, 4, 5, 6].some((day) => new Date((time + day * DAY) * 1000).toISOString().includes("-12-25"));
  const own = factor ?? 1.4 + random.next();
  const values = times.map((time) => Math.round(9000 * (holds(time) ? own : 1) * Math.exp(0.05 * random.normal())));
  return { values, times, weeks: [...times.keys()].filter((i) => holds(times[i])) };
}

const modelOf = (values: Float64Array, times: Float64Array): Baseline =>
  baseline({ values, step: WEEK, times, excluded: null });

describe("a date that alone stands far out", () => {
  test("is no event in weekly tables of two years and more", () => {
    const silent = SEEDS.filter((seed) => {
      const { values, times } = christmasAlone(seed);
      return modelOf(values, times).findings.length === 0;
    });
    expect(silent.length).toBeGreaterThanOrEqual(6);
  });

  test("is one where it does not come back, and where another week is as far out", () => {
    for (const seed of SEEDS.slice(0, 5)) {
      const { values, times, weeks } = christmasAlone(seed, 2);
      values[weeks[0] - 20] *= 2;
      const { findings } = modelOf(values, times);
      expect(findings.map(({ start }) => start)).toContain(weeks[0] - 20);
      const { values: once } = christmasAlone(seed, 1);
      once[weeks[0]] *= 2;
      expect(modelOf(once, times).findings.map(({ start }) => start)).toContain(weeks[0]);
    }
  });

  test("is no event in months either", () => {
    let silent = 0;
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const values = Float64Array.from({ length: 48 }, (_, i) =>
        Math.round(800 * (i % 12 === 11 ? 2 : 1) * (1 + 0.004 * i) * Math.exp(0.05 * random.normal())),
      );
      const times = values.map((_, i) => Date.UTC(2015, i, 1) / 1000);
      if (baseline({ values, step: "month", times, excluded: null }).findings.length === 0) silent++;
    }
    expect(silent).toBeGreaterThanOrEqual(7);
  });
});

describe("the rows of such dates", () => {
  const dates = [Int32Array.of(1, 2, NONE, 1, 2, NONE)];
  const of = (keep: number[], deviations: number[], known: number[] = [1, 1, 1, 1, 1, 1]): number[][] =>
    farDates(dates, [], Uint8Array.from(keep), Uint8Array.from(known), Float64Array.from(deviations));

  test("are all left out, and on the same side", () => {
    expect(of([0, 1, 1, 0, 1, 1], [9, 0, 0, 8, 0, 0])).toEqual([[0, 3]]);
    expect(of([0, 1, 1, 1, 1, 1], [9, 0, 0, 1, 0, 0])).toEqual([]);
    expect(of([0, 1, 1, 0, 1, 1], [9, 0, 0, -8, 0, 0])).toEqual([]);
    expect(of([0, 1, 1, 0, 1, 1], [9, 0, 0, 8, 0, 0], [1, 1, 1, 0, 1, 1])).toEqual([]);
  });

  test("may be places of a cycle, and belong to one way of returning", () => {
    const keep = Uint8Array.of(1, 0, 1, 0, 1, 0);
    const known = new Uint8Array(6).fill(1);
    const deviations = Float64Array.of(0, 5, 0, 5, 0, 5);
    expect(farDates([], [2], keep, known, deviations)).toEqual([[1, 3, 5]]);
    expect(farDates([Int32Array.of(NONE, 1, NONE, 1, NONE, 1)], [2], keep, known, deviations)).toEqual([[1, 3, 5]]);
  });
});

describe("tables with such a date", () => {
  const { values, times, weeks } = christmasAlone(3, 2);

  test("may be in any unit: a power of two leaves what is found and how far rows are", () => {
    const plain = modelOf(values, times);
    for (const factor of [2 ** 30, 2 ** -30]) {
      const scaled = modelOf(
        values.map((value) => factor * value),
        times,
      );
      expect(scaled.findings.map(({ start, end, kind }) => [start, end, kind])).toEqual(
        plain.findings.map(({ start, end, kind }) => [start, end, kind]),
      );
      for (let i = 0; i < values.length; i++) {
        expect(scaled.z[i]).toBeCloseTo(plain.z[i], 6);
        expect(scaled.upper[i] / factor / plain.upper[i]).toBeCloseTo(1, 6);
      }
    }
  });

  test("learn nothing from a row that is excluded, and expect it all the same", () => {
    const excluded = Uint8Array.from(values, (_, i) => Number(i === weeks[1] || i === weeks[0] - 10));
    const of = (factor: number): Baseline =>
      baseline({
        values: values.map((value, i) => (excluded[i] === 1 ? factor * value : value)),
        step: WEEK,
        times,
        excluded,
      });
    const [plain, wild] = [of(1), of(50)];
    for (const name of ["expected", "lower", "upper", "usual", "usualLower", "usualUpper"] as const) {
      expect(wild[name]).toEqual(plain[name]);
      expect(plain[name].every(Number.isFinite)).toBe(true);
    }
    expect(wild.findings).toEqual(plain.findings);
    expect(wild.z.every(Number.isFinite)).toBe(true);
  });

  test("are as far from nought as they are: a constant is added to what is expected and to nothing else", () => {
    const known = new Uint8Array(values.length).fill(1);
    const way = [Int32Array.from(values, (_, i) => (weeks.includes(i) ? 1 : NONE))];
    const plain = shortModel(values, known, [], way);
    for (const constant of [-(2 ** 16), 2 ** 16]) {
      const moved = shortModel(
        values.map((value) => value + constant),
        known,
        [],
        way,
      );
      expect([...moved.keep]).toEqual([...plain.keep]);
      expect(moved.lasting).toEqual(plain.lasting);
      for (let i = 0; i < values.length; i++) {
        expect((moved.mean[i] - constant) / plain.mean[i]).toBeCloseTo(1, 8);
        expect(moved.deviation[i] / plain.deviation[i]).toBeCloseTo(1, 8);
      }
    }
    expect(weeks.every((week) => plain.keep[week] === 1)).toBe(true);
  });

  test("say nothing of the size of deviations, only of their side", () => {
    const date = [Int32Array.of(1, 2, NONE, 1, 2, NONE)];
    const [keep, known] = [Uint8Array.of(0, 1, 1, 0, 1, 1), new Uint8Array(6).fill(1)];
    for (const factor of [2 ** 60, 2 ** -60, -1])
      expect(farDates(date, [], keep, known, Float64Array.of(9 * factor, 0, 0, 8 * factor, 0, 0))).toEqual([[0, 3]]);
  });
});
