import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { runsAway } from "../../../kernel-lib/src/baseline/counts/runs-away.js";
import type { Finding } from "../../../kernel-lib/src/baseline/types.js";
import { log } from "../../../kernel-lib/src/numeric/math.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const ROWS = 400;
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

/** 100 but for slight dips; from row 200 on so many rows at 98.5. */
function availability(seed: number, rows: number, dips = 0.05): Float64Array {
  const random = createRandom(`runs away ${seed}`);
  return Float64Array.from({ length: ROWS }, (_, row) => {
    const dip = random.next() < dips ? 0.01 + Math.round(-8 * log(random.next())) / 100 : 0;
    return row >= 200 && row < 200 + rows ? 98.5 : 100 - dip;
  });
}

const findings = (values: Float64Array): readonly Finding[] =>
  baseline({ values, step: 86_400, times: null, excluded: null }).findings;
const isFoundAt = (values: Float64Array, first: number, last: number): boolean =>
  findings(values).some(({ start, end }) => start <= first && end > last);

describe("a share that stays below its bound", () => {
  test.each([4, 7, 12])("is found where it lasts %i rows among slight dips", (rows) => {
    const found = SEEDS.filter((seed) => isFoundAt(availability(seed, rows), 200, 199 + rows));
    expect(found.length).toBeGreaterThanOrEqual(19);
  });

  test("is found as one stay, all of it", () => {
    const [only, ...others] = findings(availability(3, 12)).filter(({ kind }) => kind === "run");
    expect([only.start, only.end, others.length]).toEqual([200, 212, 0]);
  });

  test.each([0.03, 0.1, 0.3])("is silent where dips come by themselves in %d of the rows", (dips) => {
    const loud = SEEDS.filter((seed) => findings(availability(seed, 0, dips)).length > 0);
    expect(loud.length).toBeLessThanOrEqual(1);
  });

  test("is silent where dips always last some rows", () => {
    const loud = SEEDS.filter((seed) => {
      const random = createRandom(`runs that last ${seed}`);
      let left = 0;
      const values = Float64Array.from({ length: 800 }, () => {
        if (left === 0 && random.next() < 0.02) left = 1 + Math.floor(-5 * log(random.next()));
        return left-- > 0 ? 100 - 0.01 - Math.round(8 * random.next()) / 100 : ((left = 0), 100);
      });
      return findings(values).length > 0;
    });
    expect(loud.length).toBeLessThanOrEqual(1);
  });
});

describe("runs of something", () => {
  const terms = (positive: readonly number[], z = 0) => ({
    positive: Float64Array.from(positive),
    zeroChance: new Float64Array(positive.length).fill(0.9),
    sizeZ: new Float64Array(positive.length).fill(z),
  });
  const among = (length: number): number[] => {
    const rows = Array.from({ length: 200 }, (_, row) => Number(row % 20 === 0));
    return rows.fill(1, 101, 101 + length);
  };

  test("are the odder the longer they are, and the larger their sizes", () => {
    const of = (length: number, z: number): number => runsAway(terms(among(length), z))[0].logP;
    expect(of(6, 0)).toBeLessThan(of(3, 0));
    expect(of(3, 2)).toBeLessThan(of(3, 0));
  });

  test("are nothing without another run, and where there is oftener something than nothing", () => {
    expect(runsAway(terms([0, 0, 1, 1, 0]))).toEqual([]);
    expect(runsAway({ ...terms(among(5)), zeroChance: new Float64Array(200).fill(0.4) })).toEqual([]);
  });
});
