import { expect, test } from "vitest";
import { testVerdict } from "../../../scripts/test/test-verdict.mjs";

const green = { passed: 5, failed: 0, skipped: [], failures: [], secondTries: [] };

test("the last line counts all steps, and those before it name what failed", () => {
  const failures = [
    { name: "a.test.ts > adds", reason: "expected 1 to be 2" },
    { name: "Lint", reason: "" },
  ];
  expect(testVerdict([green, { ...green, passed: 1, failed: 2, failures }])).toEqual({
    lines: ["FAILED: a.test.ts > adds (expected 1 to be 2)", "FAILED: Lint", "6 passed, 2 failed"],
    passed: 6,
    failed: 2,
    skipped: [],
    failures,
    secondTries: [],
  });
});

test("what passed at the second try is named and does not fail the run", () => {
  const secondTries = [{ name: "opens a panel", reason: "Timeout 60000ms exceeded." }];
  expect(testVerdict([{ ...green, secondTries }])).toMatchObject({
    lines: ["SECOND TRY: opens a panel (Timeout 60000ms exceeded.)", "5 passed, 0 failed"],
    failed: 0,
  });
});

test("no test may be skipped, whatever its reason, and a sum of sums counts it once", () => {
  const skipped = [
    { name: "slow", reason: "" },
    { name: "reads the hourly load", reason: "needs a file that is not there" },
  ];
  const sum = testVerdict([green, { ...green, passed: 1, skipped }]);
  expect(sum.lines).toEqual([
    "FAILED: slow (skipped, no reason given)",
    "FAILED: reads the hourly load (skipped, needs a file that is not there)",
    "6 passed, 2 failed",
  ]);
  expect(testVerdict([sum]).lines).toEqual(sum.lines);
});
