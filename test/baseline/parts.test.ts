import { describe, expect, test } from "vitest";
import { backfit, emptyParts } from "../../kernel-lib/src/baseline/backfit.js";
import { cyclesOf, DAY } from "../../kernel-lib/src/baseline/cycles.js";
import { smoothLevel } from "../../kernel-lib/src/baseline/level.js";
import { choosePlan, hiddenErrors } from "../../kernel-lib/src/baseline/long/plan-choice.js";
import { robustFit } from "../../kernel-lib/src/baseline/robust-fit.js";
import { smoothSeason } from "../../kernel-lib/src/baseline/seasonal-profile.js";
import { transformOf } from "../../kernel-lib/src/baseline/transform.js";
import { YearHarmonics } from "../../kernel-lib/src/baseline/year.js";
import type { Step, TransformName } from "../../kernel-lib/src/baseline/types.js";
import { column, farthest, golden, type GoldenPart } from "./golden/golden.js";

const part = (name: string): GoldenPart => golden("core.json", name);
const timesFrom = (start: number, step: number, n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => start + step * i);

describe("as the oracle", () => {
  test("level", () => {
    for (const { x, w, h, u } of part("level")) expect(farthest(smoothLevel(column(x), column(w), h), u)).toBeLessThan(1e-8);
  });

  test("season", () => {
    for (const { r, w, period, stiffness, season } of part("season")) expect(farthest(smoothSeason(column(r), column(w), period, stiffness), season)).toBeLessThan(1e-9);
  });

  test("year", () => {
    for (const { step, start, n, rows, effect } of part("year")) {
      const times = timesFrom(start, step, n);
      const angle = (i: number): number => (2 * Math.PI * times[i]) / (365.25 * DAY);
      const r = times.map((_, i) => 2 * Math.cos(angle(i)) + Math.sin(3 * angle(i)) + ((i * 7919) % 1000) / 500 - 1);
      const w = times.map((_, i) => (((i * 104729) % 100) / 100) * Number(i < 60 || i > 90));
      const season = new YearHarmonics(times, rows).fit(r, w);
      expect(farthest(season.filter((_, i) => i % 19 === 0), effect)).toBeLessThan(1e-8);
    }
  });

  test("backfitting, robust fit, errors on hidden units and the plan they choose", () => {
    const { x, w, h, stiffness, backfit: parts, robust, hidden, chosen } = part("fit");
    const [values, weights] = [column(x), column(w)];
    const plan = { levelPeriod: h, stiffness: [stiffness], year: false };
    const fitted = backfit(emptyParts(values, [7]), weights, [7], plan, null, 3);
    expect(farthest(fitted.level, parts.level)).toBeLessThan(1e-8);
    expect(farthest(values.map((value, i) => value - fitted.residual[i]), parts.fit)).toBeLessThan(1e-8);
    const robustly = robustFit(values, weights, [7], plan);
    expect(farthest(robustly.fit, robust.fit)).toBeLessThan(1e-8);
    expect(farthest(robustly.weights, robust.weights)).toBeLessThan(1e-8);
    const problem = { x: values, w: weights, periods: [7], unit: 7, year: null };
    expect(farthest(hiddenErrors(problem, plan), hidden)).toBeLessThan(1e-8);
    const choice = choosePlan(problem);
    expect(choice.plan).toEqual({ levelPeriod: chosen.h, stiffness: chosen.stiffness, year: chosen.year });
    expect(farthest(choice.errors, chosen.errors)).toBeLessThan(1e-8);
  });

  test("fit and plan with a season of the year", () => {
    const { start, x, h, fit, year, chosen } = part("fit with year");
    const values = column(x);
    const n = values.length;
    const harmonics = new YearHarmonics(timesFrom(start, DAY, n), 365.25);
    const weights = new Float64Array(n).fill(1);
    const plan = { levelPeriod: h, stiffness: [Infinity], year: true };
    const fitted = backfit(emptyParts(values, [7]), weights, [7], plan, harmonics, 2);
    const everySeventh = (all: Float64Array): Float64Array => all.filter((_, i) => i % 7 === 0);
    expect(farthest(everySeventh(fitted.year), year)).toBeLessThan(1e-7);
    expect(farthest(everySeventh(values.map((value, i) => value - fitted.residual[i])), fit)).toBeLessThan(1e-8);
    const choice = choosePlan({ x: values, w: weights, periods: [7], unit: 7, year: harmonics });
    expect(choice.plan).toEqual({ levelPeriod: chosen.h, stiffness: chosen.stiffness, year: chosen.year });
    expect(farthest(everySeventh(choice.errors), chosen.errors)).toBeLessThan(1e-7);
  });

  test("transforms", () => {
    const names: Record<string, [TransformName, number?]> = { "1": ["none"], "0.5": ["root"], "0": ["logarithm"], logit1: ["logit", 1], logit100: ["logit", 100] };
    for (const { lam, reference, y, x, back, slope, outside } of part("transform")) {
      const [name, top] = names[lam];
      const transform = transformOf(name, reference, top);
      expect(farthest(y.map(transform.forward), x)).toBeLessThan(1e-12);
      expect(farthest(x.map(transform.inverse), back)).toBeLessThan(1e-9);
      expect(farthest(y.map(transform.logSlope), slope)).toBeLessThan(1e-12);
      expect(farthest([-50, 0, 50].map(transform.inverse), outside)).toBeLessThan(1e-9);
    }
  });

  test("cycles", () => {
    for (const { step, n, cycles } of part("cycles")) {
      const own: Step = step === "M" ? "month" : step === "Q" ? "quarter" : step;
      const { periods, unit, rowsPerYear } = cyclesOf(own, n);
      expect([periods, unit]).toEqual(cycles.slice(0, 2));
      expect(rowsPerYear).toBeCloseTo(cycles[2], 9);
    }
  });
});
