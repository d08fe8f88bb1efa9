import { describe, expect, test } from "vitest";
import { studentBodySquare } from "../../../kernel-lib/src/baseline/noise/student-scale.js";
import { normalOfStudent, TailTable } from "../../../kernel-lib/src/baseline/noise/tail-table.js";
import { fitTail, toNormalColumn } from "../../../kernel-lib/src/baseline/noise/tail.js";
import { studentQuantile } from "../../../kernel-lib/src/numeric/distributions/student.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { column, farthest, golden } from "../golden/golden.js";
import { everyNth, rowNoise } from "../golden/rows.js";

interface Case {
  readonly z: number[];
  readonly nu: number;
  readonly forward: number[];
  readonly back: number[];
  readonly column: number[];
}

const { grid, cases } = golden<{ grid: number[]; cases: Case[] }>("noise.json", "tail");

// scipy finds quantiles of Student to 1e-8.
test.each(cases)("spread, tail and range of the oracle (%#)", ({ z, nu, forward, back, column: all }) => {
  const values = column(z);
  const tail = fitTail(
    values,
    values.map((_, i) => (i % 31 === 7 ? 0 : 1)),
  );
  expect(tail.degreesOfFreedom).toBeCloseTo(nu, 6);
  expect(
    farthest(
      grid.map((value) => tail.toNormal(value)),
      forward,
    ),
  ).toBeLessThan(2e-8);
  expect(
    farthest(
      [-2.5758, 2.17, 2.5758, 5].map((value) => tail.fromNormal(value)),
      back,
    ),
  ).toBeLessThan(2e-8);
  expect(farthest(everyNth(toNormalColumn(tail, values), 5), all)).toBeLessThan(2e-8);
});

test("the table says what the function says", () => {
  for (const degrees of [2.2, 4, 50]) {
    const table = new TailTable(degrees);
    for (let k = 0; k < 400; k++) {
      const size = Math.exp(k / 20 - 5) - Math.exp(-5);
      expect(Math.abs(table.at(size) - normalOfStudent(size, degrees))).toBeLessThan(1e-9);
    }
  }
});

test("the square of the body is the mean of 200 quantiles", () => {
  for (const degrees of [2.3, 3.7, 9, 49]) {
    let sum = 0;
    for (let k = 0; k < 200; k++) sum += studentQuantile(0.5 + (0.93 * (k + 0.5)) / 400, degrees) ** 2;
    expect(studentBodySquare(degrees) / (sum / 200)).toBeCloseTo(1, 10);
  }
});

describe("each side has its own tail", () => {
  const ones = new Float64Array(900).fill(1);

  test("where its values reach further", () => {
    const skewed = rowNoise(900).map((value) => Math.exp(value));
    const centred = skewed.map((value) => value - 1);
    const tail = fitTail(centred, ones);
    expect(tail.degreesAbove).toBeLessThan(tail.degreesBelow);
    expect(tail.toNormal(9)).toBeLessThan(Math.abs(tail.toNormal(-9)));
  });

  test("but a few events on one side do not make it longer", () => {
    const values = rowNoise(900);
    const calm = fitTail(values, ones);
    for (const start of [100, 300, 500, 700]) for (let i = start; i < start + 6; i++) values[i] -= 6;
    const tail = fitTail(values, ones);
    expect(tail.degreesBelow).toBeGreaterThan(0.8 * calm.degreesBelow);
  });

  test("nor does a long one", () => {
    const values = rowNoise(900);
    const calm = fitTail(values, ones);
    for (let i = 400; i < 440; i++) values[i] -= 6;
    expect(fitTail(values, ones).degreesBelow).toBeGreaterThan(calm.degreesBelow / 3);
  });
});

test("the tail of a long column is that of stretches of it, whatever a few rows hold", () => {
  const random = createRandom("tail of a long column");
  const z = Float64Array.from({ length: 300_000 }, (_, i) => (i % 50_021 === 9 ? 40 : random.normal()));
  const { degreesOfFreedom, spreadAbove, spreadBelow } = fitTail(z, new Float64Array(z.length).fill(1));
  expect(degreesOfFreedom).toBeGreaterThan(25);
  expect(spreadAbove).toBeCloseTo(1, 1);
  expect(spreadBelow).toBeCloseTo(1, 1);
  const tail = fitTail(z.subarray(0, 1000), new Float64Array(1000).fill(1));
  const column = toNormalColumn(tail, z);
  for (const i of [9, 10, 299_999]) expect(column[i]).toBeCloseTo(tail.toNormal(z[i]), 8);
});
