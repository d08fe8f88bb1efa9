import { expect, test } from "vitest";
import { findLevelChanges } from "../../../kernel-lib/src/baseline/changes/level-changes.js";
import { jumpLog10p, levelNoise } from "../../../kernel-lib/src/baseline/changes/sharp-change.js";
import { longSeries } from "../../../kernel-lib/src/baseline/long-series.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const START = Date.UTC(2022, 0, 1) / 1000;

function changesOf(values: Float64Array): ReturnType<typeof longSeries>["changes"] {
  return longSeries({ values, step: DAY, times: values.map((_, i) => START + DAY * i), excluded: null }).changes;
}

/** log10 p of a jump at a row of a series without seasons. */
function jump(values: Float64Array, row: number): number {
  const known = new Float64Array(values.length).fill(1);
  return jumpLog10p(levelNoise(findLevelChanges(values, known, 7, []), known, 7), row);
}

test("a step jumps, a curve and white noise do not", () => {
  const random = createRandom(4);
  const noise = Float64Array.from({ length: 731 }, () => random.normal());
  const curve = noise.map((z, i) => z - 20 * (Math.abs((i % 365) - 182) / 182) ** 2);
  expect(jump(noise, 300)).toBeGreaterThan(-1);
  expect(jump(curve, 334)).toBeGreaterThan(-1);
  expect(
    jump(
      curve.map((value, i) => value + (i < 500 ? 0 : 5)),
      500,
    ),
  ).toBeLessThan(-4);
});

test("what a walk does in one long step is its way, a step of thirty is not", () => {
  const random = createRandom(7);
  let level = 0;
  const walk = Float64Array.from(
    { length: 600 },
    () => (level += random.normal() / Math.sqrt(Math.max(0.1, random.next()))),
  );
  let largest = 20;
  for (let i = 20; i < 580; i++)
    if (Math.abs(walk[i] - walk[i - 1]) > Math.abs(walk[largest] - walk[largest - 1])) largest = i;
  expect(jump(walk, largest)).toBeGreaterThan(-1.7);
  expect(
    jump(
      walk.map((value, i) => value + (i < 300 ? 0 : 40)),
      300,
    ),
  ).toBeLessThan(-2);
});

test("two years of days with a sharp winter have no temporary change", () => {
  const random = createRandom(20);
  for (let k = 0; k < 5; k++) {
    const values = Float64Array.from(
      { length: 731 },
      (_, i) => 24 - 20 * (Math.abs((i % 365) - 182) / 182) ** 2 + 1.2 * random.normal(),
    );
    expect(changesOf(values)).toEqual([]);
  }
});

test("the size of a change is what level and seasons leave, to a tenth also in growth with a memory", () => {
  const random = createRandom(12);
  for (let k = 0; k < 6; k++) {
    let memory = 0;
    const values = Float64Array.from({ length: 800 }, (_, i) => {
      memory = 0.5 * memory + random.normal();
      return 100 + 0.02 * i + (i % 7 > 4 ? -6 : 0) + memory + (i < 420 ? 0 : -9);
    });
    const told = changesOf(values);
    expect(told.map(({ row }) => Math.abs(row - 420) <= 1)).toEqual([true]);
    expect(Math.abs((told[0].to - told[0].from) / -9 - 1)).toBeLessThan(0.12);
  }
});
