import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { closedRows } from "../../../kernel-lib/src/baseline/counts/closed-places.js";
import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;

/** Sales on working days. */
function sales(seed: number, n = 400): number[] {
  const random = createRandom(seed);
  return Array.from({ length: n }, (_, i) => (i % 7 > 4 ? 0 : Math.round(500 * Math.exp(0.12 * random.normal()))));
}

const of = (values: readonly number[]): Baseline =>
  baseline({ values: Float64Array.from(values), step: DAY, times: null, excluded: null });

test("closed are the places at which there is never anything while elsewhere there is", () => {
  const closed = closedRows(Float64Array.from(sales(1)), DAY)!;
  expect(Array.from(closed.slice(0, 14))).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1]);
  const random = createRandom(2);
  expect(
    closedRows(
      Float64Array.from({ length: 400 }, () => Number(random.next() < 0.5)),
      DAY,
    ),
  ).toBeNull();
  expect(closedRows(new Float64Array(400).fill(3), DAY)).toBeNull();
});

describe("sales on working days", () => {
  test("nothing is told of a usual year, nothing is expected at weekends", () => {
    const found = of(sales(3));
    expect(found).toMatchObject({ kind: "long", findings: [] });
    expect([found.expected[5], found.upper[5], found.z[5]]).toEqual([0, 0, 0]);
    expect(found.lower[7]).toBeGreaterThan(250);
  });

  test("a working day without sales, one with less than half, a lasting fall by 30 %", () => {
    const zero = sales(4);
    zero[203] = 0;
    expect(of(zero).findings.map(({ start, end }) => [start, end])).toEqual([[203, 204]]);
    const less = sales(4);
    less[204] = Math.round(less[204] * 0.4);
    expect(of(less).findings.map(({ start, end }) => [start, end])).toEqual([[204, 205]]);
    const fall = sales(4).map((value, i) => (i < 210 ? value : Math.round(value * 0.7)));
    expect(of(fall).changes.map(({ row, end }) => [row, end])).toEqual([[210, null]]);
  });

  test("zeros that come again and again are holidays, but a week of them is told", () => {
    const values = sales(5);
    for (const row of [30, 100, 182, 254, 330, 380]) values[row] = 0;
    expect(of(values).findings).toEqual([]);
    for (let i = 210; i < 217; i++) values[i] = 0;
    const run = of(values).findings.filter(({ kind }) => kind === "run");
    expect(run).toHaveLength(1);
    expect(run[0].start).toBeLessThanOrEqual(210);
    expect(run[0].end).toBeGreaterThanOrEqual(215);
  });
});

test("something in a closed night is judged by all other nights: three hours of it are told, single ones that come again are not", () => {
  const random = createRandom(6);
  const hours = Float64Array.from({ length: 24 * 60 }, (_, i) =>
    i % 24 < 7 ? 0 : Math.round(400 * Math.exp(0.1 * random.normal())),
  );
  const found = (values: Float64Array) =>
    baseline({ values, step: 3600, times: null, excluded: null }).findings.map(({ start, end }) => [start, end]);
  const night = hours.slice();
  night.fill(250, 24 * 40 + 2, 24 * 40 + 5);
  expect(found(night)).toContainEqual([24 * 40 + 2, 24 * 40 + 5]);
  const often = hours.map((value, i) => (i % (24 * 3) === 3 ? 5 : value));
  expect(found(often)).toEqual([]);
});
