import { describe, expect, it } from "vitest";
import { restlessTimes } from "../../../kernel-lib/src/baseline/noise/restless-times.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const STRIKING = Math.log10(0.02);
const noise = (rows: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => random.normal());
};
const striking = (z: Float64Array, w: Float64Array = new Float64Array(z.length).fill(1)) =>
  restlessTimes(z, w).filter(({ log10p }) => log10p < STRIKING);

/** Noise whose size is that of the noise before it, as returns of a stock are (Engle 1982). */
function bursts(rows: number, seed: number): Float64Array {
  const random = createRandom(seed);
  let [variance, shock] = [1, 0];
  return Float64Array.from({ length: rows }, () => {
    variance = 0.06 + 0.12 * shock * shock + 0.82 * variance;
    return (shock = Math.sqrt(variance) * random.normal());
  });
}

describe("restless times", () => {
  it.each([
    ["60 rows four times as restless", 1500, 60, 4],
    ["300 rows three times as restless", 2000, 300, 3],
    ["18 rows eight times as restless", 900, 18, 8],
  ])("are told whole, and nothing else: %s", (_, start, length, times) => {
    const z = noise(4000, 3).map((value, i) => (i >= start && i < start + length ? times * value : value));
    const found = striking(z);
    expect(found).toHaveLength(1);
    expect(found[0].kind).toBe("restless");
    const near = Math.max(8, length / 8);
    expect(Math.abs(found[0].start - start)).toBeLessThanOrEqual(near);
    expect(Math.abs(found[0].end - start - length)).toBeLessThanOrEqual(near);
  });

  it("are hardly ever told of noise, nor of noise that always comes in bursts", () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => seed);
    expect(seeds.filter((seed) => striking(noise(1500, seed)).length > 0).length).toBeLessThanOrEqual(3);
    expect(seeds.filter((seed) => striking(bursts(1500, seed)).length > 0).length).toBeLessThanOrEqual(3);
  });

  it("are none that a few far rows make", () => {
    const z = noise(2000, 5);
    for (const row of [800, 803, 806]) z[row] = 40;
    expect(striking(z)).toEqual([]);
  });

  it("hang on no unit, and rows that tell nothing do not count", () => {
    const z = noise(2000, 6).map((value, i) => (i >= 900 && i < 960 ? 5 * value : value));
    const found = striking(z);
    const others = striking(z.map((value) => 1000 * value));
    expect(others.map(({ start, end }) => [start, end])).toEqual(found.map(({ start, end }) => [start, end]));
    expect(others[0].log10p).toBeCloseTo(found[0].log10p, 8);
    const w = new Float64Array(2000).fill(1).fill(0, 890, 970);
    expect(striking(z, w)).toEqual([]);
  });

  it("are not where rows are off to one side at an end, as a level is followed less well there", () => {
    const z = noise(2000, 7).map((value, i) => (i < 30 ? value + 8 : value));
    expect(striking(z)).toEqual([]);
    expect(striking(z.map((value, i) => (i < 30 ? 8 * (value - 8) : value)))).toHaveLength(1);
  });

  it("are asked of 200 rows at least", () => {
    expect(restlessTimes(noise(150, 1), new Float64Array(150).fill(1))).toEqual([]);
    expect(restlessTimes(new Float64Array(500), new Float64Array(500).fill(1))).toEqual([]);
  });
});
