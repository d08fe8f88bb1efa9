import { describe, expect, test } from "vitest";
import { shiftedWindows } from "../../../kernel-lib/src/baseline/noise/shifted-windows.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const ROWS = 1000;
const TERMS = { known: ROWS, unit: 7, alpha: 0.02 };
const ALPHA = 0.01;

function noise(seed: number, rows: number = ROWS): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => random.normal());
}

/** Noise in which each row remembers so much of the one before. */
function remembering(seed: number, factor: number): Float64Array {
  let before = 0;
  return noise(seed).map((shock) => (before = factor * before + Math.sqrt(1 - factor * factor) * shock));
}

/** How far each row is from what all others say under that memory, in deviations of what is left then. */
function innovationsOf(z: Float64Array, factor: number): Float64Array {
  const spread = Math.sqrt((1 - factor * factor) / (1 + factor * factor));
  return z.map((value, i) => {
    const beside = (z[i - 1] ?? 0) + (z[i + 1] ?? 0);
    return (value - (factor * beside) / (1 + factor * factor)) / spread;
  });
}

const shift = (z: Float64Array, start: number, end: number, by: number): Float64Array =>
  z.map((value, i) => (i >= start && i < end ? value + by : value));
const told = (z: Float64Array, terms = TERMS) => shiftedWindows(z, terms, ALPHA);
const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1);

describe("rows that are off together", () => {
  test.each([
    [3, 4.2],
    [5, 2.9],
    [10, 2.4],
  ])("are told as they are, though none of %i need be far: by %f deviations", (length, by) => {
    let found = 0;
    for (const seed of seeds) {
      const [first] = told(shift(noise(seed), 400, 400 + length, by));
      if (first?.kind !== "rows") continue;
      if (Math.abs(first.start - 400) <= 2 && Math.abs(first.end - 400 - length) <= 2) found++;
    }
    expect(found).toBeGreaterThan(0.7 * seeds.length);
  });

  test("are told where neighbours remember each other, though each is then no farther from them than others are", () => {
    const found = seeds.filter((seed) => {
      const z = innovationsOf(shift(remembering(seed, 0.5), 400, 406, 4), 0.5);
      return told(z).some(({ start, end }) => start < 406 && end > 400);
    });
    expect(found.length).toBeGreaterThan(0.7 * seeds.length);
  });

  test("are hardly ever told of noise, with or without a memory", () => {
    for (const factor of [0, 0.3, 0.5])
      expect(
        seeds.filter((seed) => told(innovationsOf(remembering(seed, factor), factor)).length > 0).length,
      ).toBeLessThanOrEqual(2);
  });

  test("are hardly ever what a memory carries on of one far row", () => {
    const carried = seeds.filter((seed) => {
      const z = remembering(seed, 0.5).map((value, i) => value + (i >= 400 && i < 420 ? 9 * 0.5 ** (i - 400) : 0));
      return told(innovationsOf(z, 0.5)).length > 0;
    });
    expect(carried.length).toBeLessThanOrEqual(2);
  });

  test("are alike on both sides and in either direction of time", () => {
    const z = shift(noise(5), 400, 406, 3);
    const [one] = told(z);
    const [below] = told(z.map((value) => -value));
    const [back] = told(z.slice().reverse());
    expect(below).toEqual(one);
    expect([ROWS - back.end, ROWS - back.start]).toEqual([one.start, one.end]);
    expect(back.log10p).toBeCloseTo(one.log10p, 9);
  });

  test("are a matter of shapes where units have many rows, and none in a handful of rows", () => {
    const z = shift(noise(5), 400, 406, 3);
    expect(told(z)).toHaveLength(1);
    expect(told(z, { ...TERMS, unit: 25 })).toEqual([]);
    expect(told(new Float64Array(8).fill(9), { ...TERMS, known: 8 })).toEqual([]);
    expect(told(new Float64Array(ROWS).fill(0.3))).toEqual([]);
  });
});
