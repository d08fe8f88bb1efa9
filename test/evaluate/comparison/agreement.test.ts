import { verdictSentences } from "../../../kernel-lib/src/words/analyses/comparison.js";
import { expect, test } from "vitest";
import {
  agreementVerdict,
  type AgreementVerdict,
  type PairAgreement,
} from "../../../kernel-lib/src/evaluate/comparison/agreement.js";

const pair = (value: number): number[][] => [
  [1, value],
  [value, 1],
];
const alike = (kappa: number, correlation: number, equal = kappa): PairAgreement => ({
  kappa: pair(kappa),
  kappaAtEqualBudget: pair(equal),
  correlation: pair(correlation),
});

const told = (verdict: AgreementVerdict): string => verdictSentences(verdict).join(" ");

test("scores that are all alike have no rank correlation to tell, and no zero has a minus", () => {
  const some = { any: 4, all: 4, one: 0 };
  expect(told(agreementVerdict(["A", "B"], alike(1, NaN), some))).toContain("A and B (kappa 1.00).");
  expect(told(agreementVerdict(["A", "B"], alike(-0.001, -0.002), some))).toMatch(
    /is 0\.00 at their own thresholds.* \(kappa 0\.00, rank correlation 0\.00\)/,
  );
});

test("what is said of flags is counted on flags: alike scores with unlike thresholds do not agree", () => {
  const verdict = agreementVerdict(["A", "B"], alike(0.1, 0.9, 0.85), {
    any: 78,
    all: 9,
    one: 69,
  });
  const { level, kappa, kappaAtEqualBudget } = verdict;
  const text = told(verdict);
  expect([level, kappa, kappaAtEqualBudget]).toEqual(["near noise", 0.1, 0.85]);
  expect(text).toMatch(
    /^Each detector points at something else\. Of 78 flagged points 9 are flagged by all detectors and 69 by one alone\./,
  );
  expect(text).toContain("is 0.10 at their own thresholds and 0.85 when each flags the same number of points.");
  expect(text).not.toMatch(/mostly point at the same|trust no/);
});

test("one point, all points and no point are told as such", () => {
  const counted = (any: number, all: number, one: number): string =>
    told(agreementVerdict(["A", "B"], alike(0.7, 0.5), { any, all, one }));
  expect(counted(1, 1, 0)).toContain("The one flagged point is flagged by all");
  expect(counted(5, 5, 0)).toContain("Of 5 flagged points all are flagged by all detectors and none by one alone");
  const none = agreementVerdict(["A", "B"], alike(NaN, 0.5, 0.4), { any: 0, all: 0, one: 0 });
  expect(none.level).toBe("nothing to compare");
  expect(told(none)).toBe(
    "No detector flags a point, so there are no flags to compare. When each flags the same number of points, the median kappa of their pairs (1 is full agreement, 0 is chance) is 0.40.",
  );
});
