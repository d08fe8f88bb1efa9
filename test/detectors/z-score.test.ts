import { describe, expect, it } from "vitest";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import type { Scorer } from "../../kernel-lib/src/detectors/detector.js";
import { zScore } from "../../kernel-lib/src/detectors/z-score.js";
import { golden, largestRelativeDifference } from "../golden/golden.js";
import { contextOf, sampleOf } from "./sample.js";

async function scores(values: ArrayLike<number>, options: Record<string, unknown> = {}): Promise<Float64Array> {
  const sample = sampleOf(values);
  const scorer = (await zScore.fit(sample, paramValues(zScore.params, options), contextOf())) as Scorer;
  return scorer(sample);
}

describe("zScore", () => {
  it("is scipy's z-score without its sign", async () => {
    expect(largestRelativeDifference(await scores(golden.series), golden.zScore)).toBeLessThan(1e-12);
  });

  it("robust: is the distance from the median in scipy's normal median absolute deviations", async () => {
    expect(largestRelativeDifference(await scores(golden.series, { robust: true }), golden.robustZScore)).toBeLessThan(
      1e-9,
    );
  });

  it("in a window does not judge a value by itself", async () => {
    const values = [1, 3, 1, 3, 1, 3, 1, 3, 12, 1, 3];
    const found = await scores(values, { window: 4 });
    expect([...found.slice(0, 2)]).toEqual([NaN, NaN]);
    expect(found[8]).toBe(10);
  });

  it("keeps its digits at mean 1e9, deviation 1", async () => {
    const noise = Array.from({ length: 400 }, (_, i) => ((i * 37) % 64) / 32 - 1);
    const lifted = noise.map((value) => value + 1e9);
    for (const options of [{}, { window: 48 }, { robust: true }, { robust: true, window: 48 }]) {
      const low = await scores(noise, options);
      const high = await scores(lifted, options);
      // A mean near 1e9 has no digits below 1e-7.
      for (let i = 0; i < low.length; i++)
        if (!Number.isNaN(low[i])) expect(Math.abs(high[i] - low[i])).toBeLessThan(1e-6);
    }
  });

  it("says 0 for a constant series and NaN for a missing value", async () => {
    expect([...(await scores([4, 4, 4, NaN, 4]))]).toEqual([0, 0, 0, NaN, 0]);
    expect([...(await scores([0.1, 0.1, 0.1], { robust: true }))]).toEqual([0, 0, 0]);
  });

  it("finds a value after a flat window without dividing by zero", async () => {
    const values = Array.from({ length: 60 }, (_, i) => (i < 40 ? i % 5 : 2));
    values[55] = 40;
    const found = await scores(values, { window: 10 });
    expect(found[55]).toBeGreaterThan(1000);
    expect(Number.isFinite(found[55])).toBe(true);
    expect(found[52]).toBe(0);
  });

  it("judges a long series as the formulas say, with values missing here and there", async () => {
    const values = Array.from({ length: 9001 }, (_, i) =>
      i % 800 === 3 ? NaN : i % 1700 === 5 ? Infinity : 1e6 + Math.sin(i) + (i === 7000 ? 50 : 0),
    );
    const known = values.filter(Number.isFinite).sort((a, b) => a - b);
    const mean = known.reduce((sum, value) => sum + (value - 1e6) / known.length, 1e6);
    const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
    const middle = (sorted: number[]): number =>
      (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
    const median = middle(known);
    const spread = 1.482602218505602 * middle(known.map((value) => Math.abs(value - median)).sort((a, b) => a - b));
    for (const [robust, centre, unit] of [
      [false, mean, deviation],
      [true, median, spread],
    ] as const) {
      const found = await scores(values, { robust });
      const wanted = values.map((value) => (Number.isFinite(value) ? Math.abs(value - centre) / unit : NaN));
      // A mean near 1e6 has no digits below 1e-10.
      wanted.forEach((score, i) =>
        Number.isNaN(score)
          ? expect(found[i]).toBeNaN()
          : expect(Math.abs(found[i] - score)).toBeLessThan(1e-9 * (1 + score)),
      );
    }
  });
});
