import { describe, expect, test } from "vitest";
import { kindOf } from "../../kernel-lib/src/baseline/kind.js";
import { levelsOf } from "../../kernel-lib/src/baseline/states/levels-of.js";
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

  test("a number that hardly ever changes is no count that varies by chance", () => {
    expect(kind(Array.from({ length: 300 }, (_, i) => (i === 150 ? 9 : 5)))).toBe("pinned");
    expect(kind(Array.from({ length: 60 }, (_, i) => 5 + (i % 3)))).toBe("count");
  });

  test("corrections that are nearly always 0, up or down", () => {
    expect(kind(Array.from({ length: 400 }, (_, i) => (i % 13 === 5 ? (i % 7) - 3.5 : 0)))).toBe("pinned");
  });
});
