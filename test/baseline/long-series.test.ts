import { describe, expect, test } from "vitest";
import { longSeries } from "../../kernel-lib/src/baseline/long-series.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { BaselineInput, TransformName } from "../../kernel-lib/src/baseline/types.js";
import { column, farthest, golden, type GoldenPart } from "./golden/golden.js";

const cases: GoldenPart[] = golden("core.json", "long");
const transforms: Record<string, TransformName> = { "1": "none", "0.5": "root", "0": "logarithm", logit100: "logit" };

function inputOf({ y, step, start }: GoldenPart): BaselineInput {
  const times = Float64Array.from(y, (_, i) => (step === "M" ? Date.UTC(1995, i, 1) / 1000 : start + step * i));
  return { values: column(y), step: step === "M" ? "month" : step, times, excluded: null };
}

/** Where a value is missing nothing is judged; the oracle judges what it filled in. */
const known = (values: (number | null)[], y: (number | null)[]): (number | null)[] =>
  values.map((value, k) => (y[3 * k] === null ? 0 : value));

describe("as the oracle", () => {
  test.each(cases.map((one): [string, GoldenPart] => [one.name, one]))("%s", (_, one: GoldenPart) => {
    const model = longSeries(inputOf(one));
    expect(model.transform).toBe(transforms[one.transform]);
    expect(model.changes.filter(({ end }) => end === null).map(({ row }) => row)).toEqual(
      one.lasting.map(([row]: number[]) => row),
    );
    expect(model.changes.filter(({ end }) => end !== null).map(({ row, end }) => [row, end])).toEqual(
      one.temporary.map((change: number[]) => change.slice(0, 2)),
    );
    expect([...model.leftOut.keys()].filter((row) => model.leftOut[row] === 1)).toEqual(one.events);
    expect(model.evidence.autoregression !== null).toBe(one.memory);
    expect(model.seasons.map(({ stiffness }) => stiffness)).toEqual(one.plan.stiffness);
    const thirds = (values: Float64Array): Float64Array => values.filter((_value, row) => row % 3 === 0);
    for (const name of ["expected", "lower", "upper", "usual", "usualLower", "usualUpper"] as const)
      expect(farthest(thirds(model[name]), one[name])).toBeLessThan(1e-6);
    // Far out the oracle's normal quantiles are approximations.
    for (const name of ["z", "innovation"] as const)
      expect(farthest(thirds(model[name]), known(one[name], one.y))).toBeLessThan(1e-3);
  });
});

test("a lasting change as a fact: where the expected value went from and to", () => {
  const model = longSeries(inputOf(cases.find(({ name }: GoldenPart) => name === "lasting drop")));
  const [change] = model.changes;
  expect(change.to / change.from).toBeCloseTo(0.7, 1);
  expect(change.log10p).toBeLessThan(-2);
  expect(model.expected[change.row]).toBeCloseTo(change.to, 6);
});

test("a change over a weekend without rows is told on the first row after it", () => {
  const random = createRandom(101);
  const values = Float64Array.from({ length: 500 }, (_, i) =>
    i % 7 > 4 ? NaN : 1000 + 30 * random.normal() - (i < 299 ? 0 : 250),
  );
  const [change] = longSeries({ values, step: 86_400, times: null, excluded: null }).changes;
  expect(change).toMatchObject({ row: 301, end: null });
  expect(change.to - change.from).toBeCloseTo(-250, -2);
});

test("growth a year, on a logarithm as a factor", () => {
  const model = longSeries(inputOf(cases.find(({ name }: GoldenPart) => name === "week, growth and a spike")));
  expect(model.growthPerYear).toBeGreaterThan(0.9);
  expect(model.growthPerYear).toBeLessThan(1.25);
});

test("holidays are learnt by their dates", () => {
  const model = longSeries(inputOf(cases.find(({ name }: GoldenPart) => name === "year with holidays")));
  const fixed = model.dates.filter(({ effect }) => effect < -3).flatMap(({ rows }) => [...rows]);
  const christmas = Math.round((Date.UTC(2014, 11, 25) / 1000 - 16203 * 86_400) / 86_400);
  expect(fixed).toContain(christmas);
});

test("units do not matter", () => {
  const input = inputOf(cases[0]);
  const model = longSeries(input);
  const thousandth = longSeries({ ...input, values: input.values.map((value) => value / 1000) });
  expect(farthest(thousandth.z, [...model.z])).toBeLessThan(1e-6);
  expect(
    farthest(
      thousandth.expected.map((value) => value * 1000),
      [...model.expected],
    ),
  ).toBeLessThan(1e-6);
});

test("values at the ends of what numbers can be", () => {
  const input = inputOf(cases[0]);
  const model = longSeries(input);
  for (const factor of [2 ** 980, 2 ** -980]) {
    const far = longSeries({ ...input, values: input.values.map((value) => value * factor) });
    expect(farthest(far.z, [...model.z])).toBeLessThan(1e-6);
    expect(
      farthest(
        far.upper.map((value) => value / factor),
        [...model.upper],
      ),
    ).toBeLessThan(1e-6);
  }
});

test("a row that is excluded teaches nothing but is expected", () => {
  const input = inputOf(cases[0]);
  const excluded = new Uint8Array(input.values.length);
  excluded[140] = 1;
  const values = input.values.slice();
  const model = longSeries({ ...input, values, excluded });
  values[140] *= 50;
  const wild = longSeries({ ...input, values, excluded });
  expect(model.weight[140]).toBe(0);
  expect(farthest(wild.expected, [...model.expected])).toBeLessThan(1e-6);
});

test("a column that ends early shows no change of level where it ends", () => {
  const random = createRandom(9);
  const values = Float64Array.from({ length: 450 }, (_, i) =>
    i < 400 ? 100 + 10 * (i % 7) + 5 * random.normal() : NaN,
  );
  const times = Float64Array.from(values, (_, i) => 1_514_764_800 + 86_400 * i);
  const { changes, expected, course } = longSeries({ values, step: 86_400, times, excluded: null });
  expect(changes).toEqual([]);
  for (let i = 400; i < 450; i++) expect(Math.abs(expected[i] - 100 - 10 * (i % 7))).toBeLessThan(4);
  expect(course!.level![449]).toBeCloseTo(130, -0.5);
});
