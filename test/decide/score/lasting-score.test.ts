import { describe, expect, it } from "vitest";
import { lastingScore } from "../../../kernel-lib/src/decide/score/lasting-score.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";

function pattern(rhythm: Pattern["rhythm"]): Pattern {
  return { rhythm, cycle: 0, cycleLabel: "", wholeCycles: false, periods: [], spread: 1, known: new Uint8Array(3000) };
}

/** Quiet scores with a stretch of so many rows at 1.2. */
function withStretch(rows: number): Float64Array {
  return new Float64Array(3000).fill(0.1).fill(1.2, 1000, 1000 + rows);
}

describe("lastingScore", () => {
  it("takes a little from what is brief and adds to what lasts", () => {
    const brief = lastingScore(withStretch(8), pattern("minutes"));
    const between = lastingScore(withStretch(18), pattern("minutes"));
    const lasting = lastingScore(withStretch(30), pattern("minutes"));
    expect(brief[1004]).toBeCloseTo(1.2 * 0.91, 12);
    expect(lasting[1004]).toBeCloseTo(1.2 * 1.27, 12);
    expect(between[1004]).toBeGreaterThan(brief[1004]);
    expect(between[1004]).toBeLessThan(lasting[1004]);
    for (const scores of [brief, between, lasting]) expect(scores[990]).toBe(0.1);
  });

  it("leaves quiet rows beside the loud ones, and missing ones, as they are", () => {
    const scores = withStretch(30);
    scores[1010] = NaN;
    scores.fill(0.6, 1030, 1040);
    const weighed = lastingScore(scores, pattern("minutes"));
    expect(weighed[1010]).toBeNaN();
    expect(weighed[1035]).toBe(0.6);
    expect(scores[1004]).toBe(1.2);
  });

  it("has nothing to say of hours and days", () => {
    for (const rhythm of ["hours", "days"] as const)
      expect(lastingScore(withStretch(30), pattern(rhythm))).toEqual(withStretch(30));
  });
});
