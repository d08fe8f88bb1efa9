import { describe, expect, test } from "vitest";
import { farCycles } from "../../../kernel-lib/src/baseline/seasons/far-cycles.js";
import type { FittedModel } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const UNIT = 7;
const WEEKS = 60;

/** Weeks of noise, with this added to the rows of each week. */
function found(added: (week: number) => number): [number, number][] {
  const random = createRandom(5);
  const z = Float64Array.from({ length: UNIT * WEEKS }, (_, i) => random.normal() + added(Math.floor(i / UNIT)));
  const evidence = { rawZ: z, fit: null, yearTimes: null };
  const model = { unit: UNIT, weight: z.map(() => 1), noise: null, evidence } as unknown as FittedModel;
  return farCycles(model, z.length, 0.02).map(({ start, end }) => [start / UNIT, end / UNIT]);
}

describe("cycles that are far from the others", () => {
  test("are told, at either end as well", () => {
    expect(found(() => 0)).toEqual([]);
    expect(found((week) => (week === 20 ? -3 : 0))).toEqual([[20, 21]]);
    expect(found((week) => (week === 0 ? -5 : 0))).toEqual([[0, 1]]);
    expect(found((week) => (week === WEEKS - 1 ? 5 : 0))).toEqual([[WEEKS - 1, WEEKS]]);
  });

  test("are not where the cycles beside an end lead up to it: a level that bends there", () => {
    const bend = [-3, -1.2, 0, 0.9];
    expect(found((week) => bend[week] ?? 0)).toEqual([]);
    expect(found((week) => bend[WEEKS - 1 - week] ?? 0)).toEqual([]);
  });
});
