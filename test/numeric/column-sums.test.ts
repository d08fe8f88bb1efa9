import { describe, expect, it } from "vitest";
import { differencesFrom, plainDifferences, plainSum, sumOf } from "../../kernel-lib/src/numeric/column-sums.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { deviation, mean } from "../../kernel-lib/src/numeric/statistics.js";
import { columnStrips } from "../../kernel-lib/src/numeric/wasm/column-strips.js";

const random = createRandom(5);

/** About the lengths at which strips begin and end. */
const lengths = [0, 1, 4095, 4096, 4097, 4098, 4099, 6144, 10_001, 16_383];

const noise = (length: number): Float64Array => Float64Array.from({ length }, () => 1e3 + random.normal());

describe("sums of a column", () => {
  it("run in WebAssembly from a certain length on", () => {
    expect(columnStrips(100)).toBeNull();
    expect(columnStrips(5000)).not.toBeNull();
  });

  it.each(lengths)("are the same bytes as in plain loops: %i values", (length) => {
    const values = noise(length);
    const before = values.slice();
    expect(sumOf(values)).toBe(plainSum(values));
    expect(differencesFrom(999.5, values)).toEqual(plainDifferences(999.5, values));
    expect(values).toEqual(before);
  });

  it("say that something is not finite", () => {
    for (const wild of [NaN, Infinity, -Infinity]) {
      for (const place of [0, 1, 2047, 2048, 4999, 5000]) {
        const values = noise(5001);
        values[place] = wild;
        expect(Number.isFinite(sumOf(values))).toBe(false);
        expect(Number.isFinite(differencesFrom(1, values).squares)).toBe(false);
      }
    }
  });

  it("sum part of a larger array", () => {
    const values = noise(20_000);
    expect(sumOf(values.subarray(3, 9003))).toBe(plainSum(values.slice(3, 9003)));
  });
});

describe("mean and deviation of a long column", () => {
  it("keep their digits wherever the values lie, though most are far from those looked at first", () => {
    const length = 40_000;
    const shapes: Record<string, (i: number) => number> = {
      "a large offset": (i) => 1e9 + (i % 2),
      "wild values where one looks first": (i) => (i % (length / 16) === 0 ? 1e12 : 1e9 + (i % 2)),
      "a level that changes": (i) => (i < 37_000 ? 0 : 1e8) + (i % 2),
    };
    for (const [name, of] of Object.entries(shapes)) {
      const values = Float64Array.from({ length }, (_, i) => of(i));
      const middle = values.reduce((sum, value) => sum + (value - values[1]), 0) / length;
      const squares = values.reduce((sum, value) => sum + (value - values[1] - middle) ** 2, 0);
      expect(Math.abs(mean(values) / (values[1] + middle) - 1), name).toBeLessThan(1e-14);
      expect(Math.abs(deviation(values) / Math.sqrt(squares / length) - 1), name).toBeLessThan(1e-10);
    }
  });

  it("say that a constant does not vary", () => {
    for (const value of [0.1, 1 / 3, 1e9 + 0.7, -7e-5]) expect(deviation(new Float64Array(9999).fill(value))).toBe(0);
  });
});
