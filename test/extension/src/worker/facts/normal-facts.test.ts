import { expect, test } from "vitest";
import type { SeriesReport } from "../../../../../kernel-lib/src/index.js";
import { normalFacts } from "../../../../../extension/src/worker/facts/normal-facts.js";

const hour = 3_600_000;

/** Hours of a day's rhythm, 0 at night, that stay at half for two days; what is expected at the first of them is a night's value. */
function halved(cycle: number): SeriesReport {
  const usual = (at: number): number => 100 + 100 * Math.sin((at / 24) * 2 * Math.PI);
  const values = Float64Array.from({ length: 240 }, (_, at) => usual(at) * (at >= 138 && at < 186 ? 0.5 : 1));
  return {
    time: Float64Array.from(values, (_, at) => at * hour),
    values,
    expected: Float64Array.from(values, (_, at) => usual(at)),
    pattern: {
      cycle,
      cycleLabel: "day",
      normal: {
        changes: [{ point: 138, end: 185, from: 2, to: 1, log10p: -9 }],
        growthPerYear: null,
        transform: "none",
        dates: [],
        noiseByPlace: [],
      },
    },
  } as unknown as SeriesReport;
}

test("a change of level is told as levels, not as what the first hour of it is expected to be", () => {
  const [change] = normalFacts(halved(24), hour)!.changes;
  expect(change.from).toBeCloseTo(100, 0);
  expect(change.to).toBeCloseTo(50, 0);
  expect(change.until).toBe(186 * hour);
});
