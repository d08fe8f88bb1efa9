import { describe, expect, it } from "vitest";
import type { ScoreWeight } from "../../../kernel-lib/src/detectors/detector.js";
import {
  combineDetections,
  decidingScore,
  type Combination,
} from "../../../kernel-lib/src/decide/score/combine-detections.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Detection } from "../../../kernel-lib/src/report.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import type { Series } from "../../../kernel-lib/src/table.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const ROWS = 420;
const TOP = 200;
const noise = (seed: number, top = 0): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: ROWS }, (_, row) => (row === TOP ? top : 0) + random.normal());
};
const series = evenSeries(
  "sales",
  noise(1, 9).map((value, row) => (row === 50 ? NaN : 50 + value)),
  86_400,
);
const detection = (detector: string, scores: Float64Array, skipped: Detection["skipped"] = null): Detection => ({
  detector,
  title: detector,
  scores,
  flags: new Uint8Array(scores.length),
  threshold: 1,
  votes: true,
  weight: 0,
  skipped,
});
const sum: ScoreWeight = { rule: "sum", weight: 0.5 };
const shares = new Map([
  ["seasonalResidual", sum],
  ["levelShift", sum],
]);
const voices = [detection("seasonalResidual", noise(2, 12)), detection("levelShift", noise(3, 9))];

const combine = (detections: readonly Detection[], of: Series = series): Combination =>
  combineDetections(of, analyseSeason(of), detections, shares, { baseline: "history", coverage: 0.95 });

describe("all detections together", () => {
  const whole = combine(voices);

  it("score highest where they agree, over the level there alone, and nothing where the value is missing", () => {
    const { combined } = whole;
    expect(combined[TOP]).toBeGreaterThan(1);
    expect(combined.filter((score) => score > 1)).toHaveLength(1);
    expect([...combined.keys()].filter((row) => Number.isNaN(combined[row]))).toEqual([50]);
  });

  it("are the same in any order, in other units, and with those beside them that only vote or were skipped", () => {
    const other = combine([
      detection("zScore", noise(4, 99)),
      detection(
        "levelShift",
        noise(3, 9).map((score) => 64 * score),
      ),
      detection("seasonalResidual", noise(2, 12)),
      detection("levelShift", new Float64Array(ROWS).fill(NaN), { kind: "constant" } as never),
    ]);
    expect(other.combined[50]).toBeNaN();
    other.combined.forEach((score, row) => {
      if (row !== 50) expect(score).toBeCloseTo(whole.combined[row], 6);
    });
  });

  it("keep what would have been usual, also where no detector has a part", () => {
    const none = combine([detection("zScore", noise(4))]);
    expect(none.combined.every(Number.isNaN)).toBe(true);
    expect(none.expected).toEqual(whole.expected);
    expect(none.pattern?.rhythm).toBe("days");
    expect(none.pattern?.tops).toBeUndefined();
  });

  it("say nothing of a series that is too short or empty", () => {
    for (const rows of [0, 1, 10]) {
      const short = evenSeries("sales", noise(1).subarray(0, rows), 86_400);
      const { combined, pattern } = combine([detection("levelShift", noise(3).subarray(0, rows))], short);
      expect(pattern).toBeNull();
      expect(combined).toEqual(new Float64Array(rows).fill(NaN));
    }
  });
});

describe("the score that decides", () => {
  it("is over the level where the detectors are, of counts and states never", () => {
    const [former, joint] = [Float64Array.of(2, 0.4, NaN), Float64Array.of(3, 9, 1)];
    const course = decidingScore(former, joint, {
      baseline: { kind: "long", dates: [] } as never,
      rhythm: "days",
      rows: null,
    });
    expect(course[0]).toBe(2);
    expect(course[1]).toBeLessThan(1);
    expect(course[2]).toBeNaN();
    const counts = decidingScore(former, joint, {
      baseline: { kind: "count", dates: [] } as never,
      rhythm: "days",
      rows: null,
    });
    expect(counts.every((score) => score < 1)).toBe(true);
    expect(counts[1]).toBeGreaterThan(counts[0]);
  });

  it("near a learnt date of the year is over the level only where the evidence is", () => {
    const dates = [
      { key: "fixed", rows: Int32Array.of(10) },
      { key: "monthDay", rows: Int32Array.of(30) },
    ];
    const baseline = { kind: "long", dates, z: new Float64Array(40) } as never;
    const [former, joint] = [new Float64Array(40).fill(1.5), new Float64Array(40).fill(0.6)];
    joint[12] = 2;
    const over = [...decidingScore(former, joint, { baseline, rhythm: "days", rows: null })].map((score) => score > 1);
    expect([2, 3, 10, 12, 17, 18, 30].map((row) => over[row])).toEqual([true, false, false, true, false, true, true]);
  });
});
