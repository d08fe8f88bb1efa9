import { describe, expect, it } from "vitest";
import { ownLevel as ownLevelOf } from "../../../kernel-lib/src/decide/score/own-level.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";

const pattern: Pattern = {
  rhythm: "days",
  cycle: 7,
  cycleLabel: "week",
  wholeCycles: true,
  periods: [],
  spread: 1,
  known: new Uint8Array(900),
};

/** Steps of their own: those that are found on generated series may change. */
const steps = { lone: 1.38, slope: 0.55, least: 0.83 };
const ownLevel = (scores: Float64Array, of: Pattern): number =>
  ownLevelOf(scores, of, { points: steps, cycles: steps });

/** Scores with one peak every fifty points. */
function withPeaks(...peaks: number[]): Float64Array {
  const scores = new Float64Array(900).fill(0.1);
  peaks.forEach((peak, k) => (scores[40 + 50 * k] = peak));
  return scores;
}

describe("ownLevel", () => {
  it("is high where nothing passes it, and for a lone alarm", () => {
    const silent = ownLevel(withPeaks(1.2), pattern);
    expect(silent).toBeGreaterThan(1.2);
    expect(ownLevel(withPeaks(), pattern)).toBe(silent);
    expect(ownLevel(withPeaks(9), pattern)).toBe(silent);
  });

  it("is lower the more alarms there are, and all of them pass it", () => {
    const peaks = [1.5, 1.2, 1.1, 1.05, 0.95];
    const level = ownLevel(withPeaks(...peaks), pattern);
    expect(level).toBeLessThan(0.95);
    expect(level).toBeGreaterThan(0.5);
  });

  it("falls for several middling peaks though none would do alone", () => {
    expect(ownLevel(withPeaks(1.2, 1.15, 1.1), pattern)).toBeLessThan(1.1);
  });

  it("ignores missing scores", () => {
    const scores = withPeaks(9);
    scores[300] = NaN;
    expect(ownLevel(scores, pattern)).toBe(ownLevel(withPeaks(9), pattern));
  });
});
