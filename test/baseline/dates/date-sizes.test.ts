import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { sizesOnDates } from "../../../kernel-lib/src/baseline/dates/date-sizes.js";
import type { DateEffect } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const DAYS = 700;
const times = Float64Array.from({ length: DAYS }, (_, row) => Date.UTC(2021, 0, 1 + row) / 1000);
const dateOf = (row: number): string => new Date(1000 * times[row]).toISOString().slice(0, 10);
const isMonthEnd = (row: number): boolean => new Date(1000 * (times[row] + DAY)).getUTCDate() === 1;

/** Residuals in deviations, `factor` times as far on `rows`. */
function residuals(seed: number, rows: Int32Array, factor: number): Float64Array {
  const random = createRandom(seed);
  const z = Float64Array.from(times, () => random.normal());
  for (const row of rows) z[row] *= factor;
  return z;
}

const dateWith = (rows: Int32Array): DateEffect => ({ key: "monthEnd", value: -1, rows, effect: 20, gain: 500 });
const monthEnds = Int32Array.from({ length: DAYS }, (_, row) => row).filter(isMonthEnd);
const all = new Float64Array(DAYS).fill(1);

describe("how far rows of learnt dates stray", () => {
  test("about as many times as far as they do, and other rows as before", () => {
    const factors = Array.from({ length: 40 }, (_, seed) => {
      const sizes = sizesOnDates(residuals(seed, monthEnds, 2.5), all, [dateWith(monthEnds)], 31);
      expect(sizes?.[0]).toBe(1);
      return sizes?.[monthEnds[4]] ?? 1;
    });
    expect(factors.reduce((sum, factor) => sum + factor, 0) / factors.length).toBeCloseTo(2.5, 0);
  });

  test("no farther than other rows in nine of ten series where they do not, and never less far", () => {
    const wider = Array.from({ length: 200 }, (_, seed) => {
      const sizes = sizesOnDates(residuals(seed, monthEnds, 1), all, [dateWith(monthEnds)], 31);
      expect(Math.min(...(sizes ?? [1]))).toBe(1);
      return Number((sizes?.[monthEnds[4]] ?? 1) > 1.25);
    });
    expect(wider.reduce((sum, own) => sum + own, 0)).toBeLessThan(20);
    expect(sizesOnDates(residuals(1, monthEnds, 0.2), all, [dateWith(monthEnds)], 31)).toBeNull();
  });

  test("a row does not tell its own size, nor does one of weight 0", () => {
    const far = residuals(3, monthEnds, 2);
    const sizes = sizesOnDates(far, all, [dateWith(monthEnds)], 31)!;
    const row = monthEnds[7];
    const farther = far.slice();
    farther[row] = 60;
    expect(sizesOnDates(farther, all, [dateWith(monthEnds)], 31)![row]).toBeCloseTo(sizes[row], 1);
    const without = all.slice();
    without[row] = 0;
    const known = sizesOnDates(far, without, [dateWith(monthEnds)], 31);
    far[row] = 1000;
    expect(sizesOnDates(far, without, [dateWith(monthEnds)], 31)).toEqual(known);
  });
});

/** Two years of days with 2.4 times as much at the end of a month, all with noise in proportion. */
function invoiced(seed: string, onEnd: (row: number) => number = () => 2.4): ReturnType<typeof baseline> {
  const random = createRandom(seed);
  const values = Float64Array.from(
    times,
    (_, row) => 500 * (isMonthEnd(row) ? onEnd(row) : 1) * (1 + 0.06 * random.normal()),
  );
  return baseline({ values, step: DAY, times, excluded: null });
}

describe("ends of months with noise in proportion", () => {
  test("are not told as odd", () => {
    const found = Array.from({ length: 12 }, (_, seed) => invoiced(`month end ${seed}`).findings.length);
    expect(found.filter((count) => count > 0).length).toBeLessThanOrEqual(1);
  });

  test("one that is missing is", () => {
    for (const seed of ["a", "b", "c"]) {
      const { findings } = invoiced(seed, (row) => (dateOf(row) === "2022-03-31" ? 1 : 2.4));
      expect(findings.map(({ start }) => dateOf(start))).toContain("2022-03-31");
    }
  });
});
