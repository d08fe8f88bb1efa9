import { describe, expect, it } from "vitest";
import { farthestOfRuns, leastApart } from "../../../kernel-lib/src/baseline/noise/apart-sizes.js";
import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";

const student3 = (random: Random): number =>
  random.normal() / Math.sqrt((random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2) / 3);

const LAWS: Readonly<Record<string, (random: Random) => number>> = {
  normal: (random) => random.normal(),
  "Student with three degrees of freedom": student3,
  Laplace: (random) => Math.log(1 - random.next()),
  lognormal: (random) => Math.exp(random.normal()),
  "of two spreads": (random) => random.normal() * (random.next() < 0.1 ? 4 : 1),
  "rounded to deviations": (random) => Math.round(random.normal()),
  "rounded to halves": (random) => Math.round(2 * student3(random)) / 2,
};

function sizes(random: Random, rows: number, law: (random: Random) => number): Float64Array {
  return Float64Array.from({ length: rows }, () => Math.abs(law(random))).sort();
}

const apart = (all: Float64Array): number => leastApart(all, all[Math.floor(0.95 * all.length)]);

describe("sizes that stand apart", () => {
  it.each(Object.keys(LAWS))("are none in one noise: %s", (name) => {
    const random = createRandom(3).fork(name);
    let seen = 0;
    for (const rows of [200, 1000, 4000])
      for (let k = 0; k < 40; k++) if (apart(sizes(random, rows, LAWS[name])) < Infinity) seen++;
    expect(seen).toBeLessThanOrEqual(1);
  });

  it.each([0.01, 0.02, 0.035])("are spikes in %f of the rows, and no others", (share) => {
    const random = createRandom(4);
    for (let k = 0; k < 20; k++) {
      const all = sizes(random, 2000, () => (random.next() < share ? 8 + 8 * random.next() : random.normal()));
      const least = apart(all);
      expect(least).toBeGreaterThan(7);
      expect(least).toBeLessThan(9);
    }
  });

  it("do not depend on the unit, and more than the share looked at are none", () => {
    const random = createRandom(5);
    const all = sizes(random, 1000, () => (random.next() < 0.03 ? 12 + random.next() : random.normal()));
    expect(apart(all.map((size) => 8 * size))).toBeCloseTo(8 * apart(all), 9);
    expect(apart(sizes(random, 1000, () => (random.next() < 0.12 ? 12 : random.normal())))).toBe(Infinity);
  });

  it("need values: nothing, one value and zeros have none", () => {
    for (const values of [[], [1], [0, 0, 0], Array<number>(300).fill(0), Array<number>(300).fill(2)])
      expect(leastApart(Float64Array.from(values), 1)).toBe(Infinity);
  });
});

describe("the farthest of each run", () => {
  it("counts neighbours on one side once, by the spread of their side", () => {
    const z = Float64Array.from([1, 3, 2, -4, -2, NaN, -6, 0, 5, 7]);
    const w = Float64Array.from([1, 1, 1, 1, 1, 0, 1, 1, 1, 0]);
    expect([...farthestOfRuns(z, w, 1, 2)]).toEqual([3, 3, 5]);
  });
});
