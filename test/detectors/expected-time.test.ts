import { describe, expect, it } from "vitest";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import { defineDetector } from "../../kernel-lib/src/detectors/detector.js";
import { expectedTime } from "../../kernel-lib/src/detectors/expected-time.js";
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

describe("expectedTime", () => {
  it("tells seconds, minutes and hours with one digit", () => {
    expect([2, 3, 38, 90, 1000, 9000].map((count) => expectedTime(slow, rows(count), {}))).toEqual([
      "",
      " (about 3 s)",
      " (about 40 s)",
      " (about 2 min)",
      " (about 20 min)",
      " (about 3 h)",
    ]);
  });

  it("is shorter with more threads", () => {
    expect(expectedTime(slow, rows(76), {}, 2)).toBe(" (about 40 s)");
  });

  it("says nothing about a detector that is fast, or has little to do", () => {
    expect(expectedTime(zScore, rows(50_000), paramValues(zScore.params))).toBe("");
    expect(expectedTime(localOutlierFactor, rows(1000), paramValues(localOutlierFactor.params))).toBe("");
  });
});
