import { expect, test } from "vitest";
import { agreementVerdict } from "../../kernel-lib/src/evaluate/agreement.js";

const pair = (value: number): number[][] => [
  [1, value],
  [value, 1],
];

test("scores that are all alike have no rank correlation to tell, and no zero has a minus", () => {
  expect(agreementVerdict(["A", "B"], pair(1), pair(NaN)).text).toContain("A and B (kappa 1.00).");
  expect(agreementVerdict(["A", "B"], pair(-0.001), pair(-0.002)).text).toMatch(
    /of their pairs is 0\.00 .* \(kappa 0\.00, rank correlation 0\.00\)/,
  );
});
