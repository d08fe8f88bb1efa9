import { expect, test } from "vitest";
import { testVerdict } from "../../../scripts/test/test-verdict.mjs";

const green = { passed: 5, failed: 0, skipped: [] };

test("the last line counts all steps", () => {
  expect(testVerdict([green, { passed: 1, failed: 2, skipped: [] }])).toEqual({
    lines: ["6 passed, 2 failed"],
    passed: 6,
    failed: 2,
  });
});

test("no test may be skipped, whatever its reason", () => {
  const skipped = [
    { name: "slow", reason: "" },
    { name: "reads the hourly load", reason: "needs a file that is not there" },
  ];
  expect(testVerdict([green, { passed: 1, failed: 0, skipped }])).toEqual({
    lines: [
      'FAILED: "slow" was skipped (no reason given)',
      'FAILED: "reads the hourly load" was skipped (needs a file that is not there)',
      "6 passed, 2 failed",
    ],
    passed: 6,
    failed: 2,
  });
});
