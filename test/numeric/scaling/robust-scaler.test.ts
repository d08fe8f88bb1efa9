import { describe, expect, it } from "vitest";
import { pausingScaler, robustScaler } from "../../../kernel-lib/src/numeric/scaling/robust-scaler.js";

describe("robustScaler", () => {
  it("centres on the median and divides by the distance of the quartiles, column by column", () => {
    const values = Float64Array.of(1, 10, 2, 30, 3, 20, 4, 40, 5, 50);
    const scale = robustScaler(values, 2);
    expect([...scale(values)]).toEqual([-1, -1, -0.5, 0, 0, -0.5, 0.5, 0.5, 1, 1]);
    expect([...scale(Float64Array.of(3, 70))]).toEqual([0, 2]);
  });

  it("makes zeros of a constant column and takes the deviation where quartiles coincide", () => {
    const values = Float64Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 7 : i === 9 ? 10 : 0));
    const scaled = robustScaler(values, 2)(values);
    expect(scaled.filter((_, i) => i % 2 === 0).every((value) => value === 0)).toBe(true);
    expect(scaled[9]).toBeCloseTo(10 / 3, 12);
  });

  it("stays finite from 1e-300 to 1e308 and leaves its input alone", () => {
    const values = Float64Array.of(1e-300, 1.7e308, 2e-300, -1.7e308, 3e-300, 1, 4e-300, 0);
    const before = values.slice();
    expect(robustScaler(values, 2)(values).every((value) => Math.abs(value) <= 1e6)).toBe(true);
    expect(values).toEqual(before);
  });

  it("gives the same when it is watched, looks at the clock all the time, and can be stopped", async () => {
    const values = Float64Array.from({ length: 9 * 70_000 }, (_, i) => Math.sin(i) * (i % 9));
    const looks: number[] = [];
    const watch = (fraction: number): void => void looks.push(fraction);
    const scale = await pausingScaler(values, 9, watch);
    expect(looks.length).toBe(9);
    expect(await scale(values, watch)).toEqual(robustScaler(values, 9)(values));
    expect(looks.length).toBe(9 + 3);
    const stop = (): void => {
      throw new Error("stopped");
    };
    await expect(pausingScaler(values.slice(), 9, stop)).rejects.toThrow("stopped");
    await expect(scale(values.slice(), stop)).rejects.toThrow("stopped");
  });
});
