import { expect, test } from "vitest";
import { shortSeries } from "../../../kernel-lib/src/baseline/short/short-series.js";
import type { Step } from "../../../kernel-lib/src/baseline/types.js";
import { column, farthest, golden } from "../golden/golden.js";

interface SeriesCase {
  values: number[];
  step: Step;
  series: {
    lam: number;
    expected: number[];
    lower: number[];
    upper: number[];
    z: number[];
    degrees: number;
    memory: [number, number];
  };
}

test.each(golden("kinds.json", "short") as SeriesCase[])(
  "says what the oracle says ($values.length rows, $step, %#)",
  ({ values, step, series }) => {
    const model = shortSeries({ values: column(values), step, times: null, excluded: null });
    expect(model.transform).toBe(series.lam === 1 ? "none" : "logarithm");
    expect(farthest(model.expected, series.expected)).toBeLessThan(1e-6);
    expect(farthest(model.lower, series.lower)).toBeLessThan(1e-6);
    expect(farthest(model.upper, series.upper)).toBeLessThan(1e-6);
    // The oracle's normal quantiles are approximate far out.
    expect(farthest(model.z, series.z)).toBeLessThan(5e-4);
    expect(farthest([model.evidence.memory.factor, model.evidence.memory.share], series.memory)).toBeLessThan(1e-6);
  },
);
