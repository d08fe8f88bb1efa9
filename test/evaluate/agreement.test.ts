import { verdictSentences } from "../../kernel-lib/src/words/comparison.js";
import { expect, test } from "vitest";
import { agreementVerdict } from "../../kernel-lib/src/evaluate/agreement.js";

const pair = (value: number): number[][] => [
  [1, value],
  [value, 1],
];

test("scores that are all alike have no rank correlation to tell, and no zero has a minus", () => {
  const told = (kappa: number, rank: number): string =>
    verdictSentences(agreementVerdict(["A", "B"], pair(kappa), pair(rank))).join(" ");
  expect(told(1, NaN)).toContain("A and B (kappa 1.00).");
  expect(told(-0.001, -0.002)).toMatch(/of their pairs is 0\.00 .* \(kappa 0\.00, rank correlation 0\.00\)/);
});
