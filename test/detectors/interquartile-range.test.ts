import { describe, expect, it } from "vitest";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import type { Scorer } from "../../kernel-lib/src/detectors/detector.js";
import { interquartileRange } from "../../kernel-lib/src/detectors/interquartile-range.js";
import { golden, largestRelativeDifference } from "../golden/golden.js";
import { contextOf, sampleOf } from "./sample.js";

async function scores(values: ArrayLike<number>, options: Record<string, unknown> = {}): Promise<Float64Array> {
  const sample = sampleOf(values);
  const scorer = (await interquartileRange.fit(
    sample,
    paramValues(interquartileRange.params, options),
    contextOf(),
  )) as Scorer;
  return scorer(sample);
}

describe("interquartileRange", () => {
  it("measures the way outside numpy's quartiles in their distance", async () => {
    const [lower, , upper] = golden.quartiles;
    const wanted = golden.series.map((value) => Math.max(0, lower - value, value - upper) / (upper - lower));
    expect(largestRelativeDifference(await scores(golden.series), wanted)).toBeLessThan(1e-12);
  });

  it("in a window does not judge a value by quartiles it helped to make", async () => {
    const values = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 13];
    expect((await scores(values, { window: 5 }))[10]).toBe((13 - 4) / 2);
  });

  it("does not flag every sale of a product that rarely sells", async () => {
    const found = await scores(Array.from({ length: 200 }, (_, i) => (i % 10 === 0 ? 1 : i === 33 ? 9 : 0)));
    expect(found[10]).toBeLessThan(1.5);
    expect(found[33]).toBeGreaterThan(3);
  });

  it("says 0 for a constant series and NaN for a missing value", async () => {
    expect([...(await scores([7, 7, NaN, 7]))]).toEqual([0, 0, NaN, 0]);
  });

  it("judges a long series as the formula says, with values missing here and there", async () => {
    const values = Array.from({ length: 9001 }, (_, i) =>
      i % 800 === 3 ? NaN : i % 1700 === 5 ? -Infinity : Math.sin(i) + (i === 7000 ? 50 : 0),
    );
    const known = values.filter(Number.isFinite).sort((a, b) => a - b);
    const quantile = (share: number): number => {
      const place = share * (known.length - 1);
      return known[Math.floor(place)] + (known[Math.ceil(place)] - known[Math.floor(place)]) * (place % 1);
    };
    const [lower, upper] = [quantile(0.25), quantile(0.75)];
    const wanted = values.map((value) =>
      Number.isFinite(value) ? Math.max(0, lower - value, value - upper) / (upper - lower) : NaN,
    );
    const found = await scores(values);
    wanted.forEach((score, i) =>
      Number.isNaN(score)
        ? expect(found[i]).toBeNaN()
        : expect(Math.abs(found[i] - score)).toBeLessThan(1e-12 * (1 + score)),
    );
  });
});
