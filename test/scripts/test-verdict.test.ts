import { expect, test } from "vitest";
import { testVerdict } from "../../scripts/test-verdict.mjs";

const green = { passed: 5, failed: 0, skipped: [] };
const needsShared = {
  passed: 2,
  failed: 0,
  skipped: [{ name: "reads the hourly load", reason: "needs ../shared, which is not there" }],
};

test("the last line counts all steps", () => {
  expect(testVerdict([green, { passed: 1, failed: 2, skipped: [] }], true)).toEqual({
    lines: ["6 passed, 2 failed"],
    failed: 2,
  });
});

test("a test that needs ../shared may be skipped where that is missing, and says so", () => {
  expect(testVerdict([green, needsShared], false)).toEqual({
    lines: ["Skipped: reads the hourly load (needs ../shared, which is not there)", "7 passed, 0 failed, 1 skipped"],
    failed: 0,
  });
});

test("it may not where ../shared is there", () => {
  expect(testVerdict([needsShared], true)).toMatchObject({ failed: 1 });
});

test("no other test may be skipped", () => {
  expect(testVerdict([{ passed: 1, failed: 0, skipped: [{ name: "slow", reason: "" }] }], false)).toEqual({
    lines: [
      "Skipped: slow (no reason given)",
      'FAILED: "slow" was skipped although nothing it needs is missing',
      "1 passed, 1 failed",
    ],
    failed: 1,
  });
});
