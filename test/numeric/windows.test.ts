import { describe, expect, it } from "vitest";
import { levinsonDurbin } from "../../kernel-lib/src/numeric/linear-algebra/autoregression.js";
import { fastFourierTransform } from "../../kernel-lib/src/numeric/waves/fast-fourier-transform.js";
import { ownThread } from "../../kernel-lib/src/numeric/compute.js";
import { mahalanobisWindows } from "../../kernel-lib/src/numeric/windows/mahalanobis-window.js";
import { nearestAlongLags, plainNearestAlongLags } from "../../kernel-lib/src/numeric/neighbours/nearest-along-lags.js";
import { matrixProfile } from "../../kernel-lib/src/numeric/neighbours/matrix-profile.js";
import { normalQuantile } from "../../kernel-lib/src/numeric/distributions/normal-quantile.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { runningMedian } from "../../kernel-lib/src/numeric/windows/running-median.js";
import { signedLogarithm } from "../../kernel-lib/src/numeric/scaling/signed-logarithm.js";
import { bestOfWindows, centreOfWindows, meanOfWindows } from "../../kernel-lib/src/numeric/windows/sliding-window.js";
import { median } from "../../kernel-lib/src/numeric/statistics.js";
import { nearestWindows } from "../../kernel-lib/src/season/nearest-window.js";

const random = createRandom(5);
const values = Float64Array.from({ length: 120 }, () => random.normal());

describe("runningMedian", () => {
  it("is the median of the values around, the ends repeated", () => {
    const smooth = runningMedian(values, 7);
    const at = (i: number): number => values[Math.max(0, Math.min(119, i))];
    for (const i of [0, 2, 60, 119])
      expect(smooth[i]).toBe(median(Float64Array.from({ length: 7 }, (_, k) => at(i - 3 + k))));
  });

  it("goes on with whole periods at the ends", () => {
    const saw = Float64Array.from({ length: 70 }, (_, i) => i % 7);
    expect([...runningMedian(saw, 7, 7)]).toEqual(new Array(70).fill(3));
  });
});

describe("windows and rows", () => {
  it("hand scores over by centre, mean or best", () => {
    const windows = Float64Array.of(0, 3, 1, 0);
    expect([...centreOfWindows(windows, 6, 3)]).toEqual([0, 0, 3, 1, 0, 0]);
    expect([...meanOfWindows(windows, 6, 3)]).toEqual([0, 1.5, 4 / 3, 4 / 3, 0.5, 0]);
    expect([...bestOfWindows(windows, 6, 3)]).toEqual([0, 3, 3, 3, 0, 0]);
  });
});

describe("levinsonDurbin", () => {
  it("finds the coefficients that made the covariance", () => {
    // Covariance of x[t] = 0.6 x[t-1] - 0.2 x[t-2] + e, worked out from its Yule-Walker equations.
    const first = 0.6 / 1.2;
    const { coefficients, errors } = levinsonDurbin(Float64Array.of(1, first, 0.6 * first - 0.2));
    expect(coefficients[0]).toBeCloseTo(0.6, 12);
    expect(coefficients[1]).toBeCloseTo(-0.2, 12);
    expect(errors[2]).toBeCloseTo(1 - 0.6 * first + 0.2 * (0.6 * first - 0.2), 12);
  });
});

describe("mahalanobisWindows", () => {
  it("is about the number of values for white noise and far above for a strange window", async () => {
    const long = Float64Array.from({ length: 4000 }, () => random.normal());
    for (let i = 2000; i < 2008; i++) long[i] += i % 2 ? 6 : -6;
    const distances = await mahalanobisWindows(long, long, 8);
    expect(median(distances)).toBeGreaterThan(6);
    expect(median(distances)).toBeLessThan(10);
    expect(distances.indexOf(Math.max(...distances))).toBe(2000);
    expect(distances[2000]).toBeGreaterThan(150);
  });

  it("gives the same bytes in WebAssembly", async () => {
    for (const [length, width] of [
      [30, 2],
      [100, 8],
      [600, 64],
      [1023, 5],
      [1500, 7],
      [1200, 128],
    ]) {
      const series = Float64Array.from({ length }, (_, i) => Math.sin(i / 4) + random.normal());
      const clipped = series.map((value) => Math.max(-1, Math.min(1, value)));
      const fast = await ownThread().use((workspace) => mahalanobisWindows(series, clipped, width, workspace));
      expect(fast).toEqual(await mahalanobisWindows(series, clipped, width, null));
    }
  });
});

describe("nearestAlongLags", () => {
  it("gives the same bytes in WebAssembly", () => {
    for (const [length, width, lags] of [
      [400, 6, 300],
      [1003, 24, 101],
      [2905, 7, 1000],
      [3000, 365, 2],
    ]) {
      const series = Float64Array.from({ length }, () => random.normal());
      const some = Int32Array.from(
        { length: lags },
        (_, k) => width + 1 + k * Math.max(1, Math.floor((length - 2 * width) / lags)),
      );
      const long = Float64Array.from({ length: 60_000 }, (_, i) => series[i % length]);
      for (const values of [series, long])
        expect(nearestAlongLags(values, width, some)).toEqual(plainNearestAlongLags(values, width, some));
    }
  });
});

describe("nearestWindows and matrixProfile", () => {
  it("equal a search through all pairs", () => {
    const width = 6;
    const nearest = nearestWindows(values, width);
    const profile = matrixProfile(values, width);
    const window = (s: number): number[] => [...values.slice(s, s + width)];
    const shape = (s: number): number[] => {
      const part = window(s);
      const mean = part.reduce((a, b) => a + b) / width;
      const deviation = Math.sqrt(part.reduce((a, b) => a + (b - mean) ** 2, 0) / width);
      return part.map((value) => (value - mean) / deviation);
    };
    const distance = (a: number[], b: number[]): number =>
      Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]) ** 2, 0));
    for (const s of [0, 17, 60, 114]) {
      const others = Array.from({ length: 115 }, (_, k) => k);
      expect(nearest[s]).toBeCloseTo(
        Math.min(...others.filter((k) => Math.abs(k - s) > width).map((k) => distance(window(s), window(k)))),
        9,
      );
      expect(profile[s]).toBeCloseTo(
        Math.min(...others.filter((k) => Math.abs(k - s) >= width / 2).map((k) => distance(shape(s), shape(k)))),
        6,
      );
    }
  });
});

describe("fastFourierTransform", () => {
  it("equals the sum it is short for, and turns back", () => {
    const real = values.slice(0, 16);
    const imaginary = new Float64Array(16);
    fastFourierTransform(real, imaginary);
    for (const k of [0, 3, 15])
      expect(real[k]).toBeCloseTo(
        values.slice(0, 16).reduce((sum, value, i) => sum + value * Math.cos((2 * Math.PI * i * k) / 16), 0),
        12,
      );
    fastFourierTransform(real, imaginary, true);
    for (let i = 0; i < 16; i++) expect(real[i]).toBeCloseTo(values[i], 12);
  });
});

describe("normalQuantile", () => {
  it("matches tables", () => {
    // scipy.stats.norm.ppf
    expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 7);
    expect(normalQuantile(1, 1e-12)).toBeCloseTo(7.034483825301132, 6);
    expect(normalQuantile(0)).toBe(-Infinity);
  });
});

describe("signedLogarithm", () => {
  it("cares neither for scale nor for a constant", () => {
    const plain = signedLogarithm(values, 1);
    const other = signedLogarithm(
      values.map((value) => 1000 * value - 7e4),
      1,
    );
    for (let i = 0; i < values.length; i++) expect(other[i]).toBeCloseTo(plain[i], 8);
  });
});
