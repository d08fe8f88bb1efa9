import { describe, expect, it } from "vitest";
import {
  doublingsOf,
  lnExpected,
  POWERS_PER_DOUBLING,
  scoreOf,
  scoresOf,
} from "../../../kernel-lib/src/decide/evidence/expected-alarms.js";

const curve = { evidence: [1, 2], lnExpected: [0, -1], slope: 2, blocks: 50, growth: 0.75 };

describe("evidence", () => {
  it("scores 1 where chance reaches it as often as the usual sensitivity allows, and keeps the order", () => {
    const evidence = Float64Array.of(-3, 0, 1.5, 2, 4, 9, 40);
    const scores = scoresOf(evidence, "hours", { curve, usual: Math.exp(-1) });
    expect([...scores]).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scoresOf(new Float64Array(50).fill(2), "hours", { curve, usual: Math.exp(-1) })[0]).toBeCloseTo(1, 12);
  });

  it("is expected more often in longer series", () => {
    expect(lnExpected(2, curve, 100) - lnExpected(2, curve, 50)).toBeCloseTo(0.75 * Math.LN2, 12);
    expect(lnExpected(3, curve, 50)).toBeCloseTo(-3, 12);
    expect(lnExpected(0, curve, 50)).toBeCloseTo(2, 12);
  });

  it("is expected once less for each step between the counts, on straight lines", () => {
    expect(lnExpected(1, curve, 50)).toBe(0);
    expect(lnExpected(1.25, curve, 50)).toBeCloseTo(-0.25, 12);
    expect(lnExpected(1.25, curve, 5)).toBe(lnExpected(1.25, curve, 50));
  });

  it("scores twice as high where it is 5.6 times rarer, up to 4, and by equal steps beyond", () => {
    const rarer = (doublings: number): number =>
      scoreOf(2 + (doublings * POWERS_PER_DOUBLING * Math.LN10) / 2, 50, { curve, usual: Math.exp(-1) });
    [0, 1, 2].forEach((doublings) => expect(rarer(doublings)).toBeCloseTo(2 ** doublings, 9));
    expect(rarer(4) - rarer(3)).toBeCloseTo(rarer(9) - rarer(8), 9);
    for (const doublings of [0, 0.5, 1.9, 2, 2.1, 7]) expect(doublingsOf(rarer(doublings))).toBeCloseTo(doublings, 9);
  });
});
