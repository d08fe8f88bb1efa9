import { describe, expect, test } from "vitest";
import { alarmsAt, type Judged } from "../../../kernel-lib/src/decide/incident/auto-decision.js";
import { noRules } from "../../../kernel-lib/src/decide/incident/kpi-rules.js";
import { leastSensitivity } from "../../../kernel-lib/src/decide/incident/least-sensitivity.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const ROWS = 90;
const options = { contamination: 0.5, rules: noRules };

/** A quiet course with peaks of these scores. */
function judged(peaks: Readonly<Record<number, number>>): Judged {
  const random = createRandom(4);
  const scores = Float64Array.from({ length: ROWS }, () => 0.05 * random.next());
  for (const [row, score] of Object.entries(peaks)) scores[Number(row)] = score;
  return {
    scores,
    values: scores.map((score, i) => (i % 2 === 0 ? 10 * score : -10 * score)),
    expected: new Float64Array(ROWS),
    lower: new Float64Array(ROWS).fill(-1),
    upper: new Float64Array(ROWS).fill(1),
    pattern: {
      rhythm: "days",
      cycle: 7,
      cycleLabel: "week",
      wholeCycles: false,
      periods: [],
      spread: 1,
      known: new Uint8Array(ROWS),
    },
  };
}

describe("the least sensitivity that flags a point", () => {
  test("follows from the score: 50 at the alarm level, 25 fewer each time it doubles", () => {
    // A score has to lie above the cut, so that just above 1, 2 and 1/2 the answers are 50, 25 and 75.
    const series = judged({ 10: 1.001, 40: 2.001, 70: 0.501, 85: 4.001 });
    expect([10, 40, 70, 85].map((point) => leastSensitivity(point, series, options))).toEqual([50, 25, 75, 0]);
  });

  test("is the first of all from 0 to 100 asked one by one, and every higher one flags it too", () => {
    const series = judged({ 10: 0.7, 11: 0.4, 40: 1.7, 41: 1.2, 42: 0.9, 70: 3 });
    const flags = Array.from({ length: 101 }, (_, sensitivity) => {
      const found = alarmsAt({ ...series, scores: series.scores.slice() }, { ...options, sensitivity });
      return (point: number): boolean => found.some(({ start, end }) => start <= point && point <= end);
    });
    for (const point of [5, 10, 11, 40, 41, 42, 43, 70]) {
      const asked = flags.map((flagged) => flagged(point));
      const first = asked.indexOf(true);
      expect(leastSensitivity(point, series, options)).toBe(first < 0 ? NaN : first);
      if (first >= 0) expect(asked.slice(first)).not.toContain(false);
    }
  });

  test("is none where the score is too low, unknown or silenced", () => {
    const series = judged({ 10: 3, 40: NaN, 70: 0.2 });
    expect([20, 40, 70].map((point) => leastSensitivity(point, series, options))).toEqual([NaN, NaN, NaN]);
    const silent = { ...options, rules: { ...noRules, minimumEffect: 1000 } };
    expect(leastSensitivity(10, series, silent)).toBeNaN();
    expect(leastSensitivity(10, series, options)).toBeLessThan(50);
  });
});
