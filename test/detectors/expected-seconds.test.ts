import { describe, expect, it } from "vitest";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import { defineDetector } from "../../kernel-lib/src/detectors/detector.js";
import { expectedSeconds } from "../../kernel-lib/src/detectors/expected-seconds.js";
import { localOutlierFactor } from "../../kernel-lib/src/detectors/local-outlier-factor.js";
import { zScore } from "../../kernel-lib/src/detectors/z-score.js";
import { sampleOf } from "./sample.js";

/** Takes a second a row. */
const slow = defineDetector({
  title: "Slow",
  summary: "Takes a second a row.",
  family: "point",
  params: {},
  threshold: { kind: "fixed", value: 1 },
  seconds: ({ rows }) => rows,
  fit: () => ({ skipped: "Not now." }),
});

const rows = (count: number): ReturnType<typeof sampleOf> =>
  sampleOf(new Float64Array(count), 1, new Float64Array(count));

describe("expectedSeconds", () => {
  it("tells from three seconds on", () => {
    expect([2, 3, 38, 9000].map((count) => expectedSeconds(slow, rows(count), {}))).toEqual([null, 3, 38, 9000]);
  });

  it("is shorter with more threads", () => {
    expect(expectedSeconds(slow, rows(76), {}, 2)).toBeCloseTo(40, 12);
  });

  it("says nothing about a detector that is fast, or has little to do", () => {
    expect(expectedSeconds(zScore, rows(50_000), paramValues(zScore.params))).toBeNull();
    expect(expectedSeconds(localOutlierFactor, rows(1000), paramValues(localOutlierFactor.params))).toBeNull();
  });
});
