import { describe, expect, test } from "vitest";
import { kindOf } from "../../kernel-lib/src/baseline/kind.js";
import { levelsOf } from "../../kernel-lib/src/baseline/states/levels-of.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { Step } from "../../kernel-lib/src/baseline/types.js";
import { column, golden } from "./golden/golden.js";

const series = golden("kinds.json", "series") as Record<string, { values: number[]; step: Step }>;
const kinds = golden("kinds.json", "kind") as Record<string, string>;
const levels = golden("kinds.json", "levels of") as Record<string, number[]>;

describe("the kind of a series is the oracle's", () => {
  test.each(Object.entries(kinds))("%s: %s", (name, kind) => {
    expect(kindOf(column(series[name].values), series[name].step)).toBe(kind === "continuous" ? "long" : kind);
  });

  test.each(Object.entries(levels))("levels of %s", (name, thresholds) => {
    const found = levelsOf(column(series[name].values), series[name].step);
    expect(found.length).toBe(thresholds.length);
    for (const [k, threshold] of thresholds.entries()) expect(found[k]).toBeCloseTo(threshold, 9);
  });
});

describe("beyond the oracle", () => {
  const kind = (values: number[], step: Step = 86_400): string => kindOf(Float64Array.from(values), step);

  test("single events are counts, not a share at its bound", () =>
    expect(kind(Array.from({ length: 300 }, (_, i) => Number(i % 11 === 3)))).toBe("count"));

  test("a week that rises to its end is no total, one that begins again at nothing is", () => {
    const noise = createRandom(5);
    const week = Array.from({ length: 300 }, (_, i) => 100 + 10 * (i % 7) + noise.normal());
    expect(kind(week)).toBe("long");
    expect(kind(week.map((value, i) => 200 - value + (i % 7 === 0 ? 1 : 0)))).toBe("long");
    let total = 0;
    expect(
      kind(Array.from({ length: 300 }, (_, i) => (total = (i % 7 === 0 ? 0 : total) + 50 + 5 * noise.normal()))),
    ).toBe("counter");
  });

  test("a number that hardly ever changes is no count that varies by chance", () => {
    expect(kind(Array.from({ length: 300 }, (_, i) => (i === 150 ? 9 : 5)))).toBe("pinned");
    expect(kind(Array.from({ length: 60 }, (_, i) => 5 + (i % 3)))).toBe("count");
  });

  test("corrections that are nearly always 0, up or down", () => {
    expect(kind(Array.from({ length: 400 }, (_, i) => (i % 13 === 5 ? (i % 7) - 3.5 : 0)))).toBe("pinned");
  });

  test("a measurement in a unit in which all values are tiny is no count", () => {
    const values = Array.from({ length: 300 }, (_, i) => 7 + 2 * Math.sin(i));
    for (const factor of [1, 1e-6, 1e-12, 1e12]) expect(kind(values.map((value) => value * factor))).toBe("long");
  });

  test("a week that rises day by day is no running total, but one that begins again each week is", () => {
    const noise = Array.from({ length: 210 }, (_, i) => Math.sin(17 * i * i));
    expect(kind(noise.map((e, i) => 100 + 10 * (i % 7) + e))).toBe("long");
    expect(kind(noise.map((e, i) => 500 - 10 * (i % 7) + e))).toBe("long");
    expect(kind(noise.map((e, i) => 10 * (1 + (i % 7)) + e))).toBe("counter");
  });
});
