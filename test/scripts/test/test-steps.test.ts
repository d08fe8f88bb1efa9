import { beforeEach, expect, test, vi } from "vitest";
import { check, outcomeOf, suite } from "../../../scripts/test/test-steps.mjs";

/** A suite whose program leaves this result (if any) and ends with this code. */
function program(result: object | null, code = 0): string[] {
  const write =
    result === null
      ? ""
      : `require("node:fs").writeFileSync(process.env.KPI_TEST_RESULT, '${JSON.stringify(result)}');`;
  return ["--input-type=commonjs", "-e", `${write} process.exit(${code})`];
}

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
});

test("a suite counts what its program counted", async () => {
  const one = [{ name: "a", reason: "b" }];
  const result = { passed: 3, failed: 1, skipped: one, failures: one, secondTries: one };
  expect(await suite("Title", "self-test", ...program(result, 1))).toEqual(result);
});

test("a suite that ran no test has failed", async () => {
  expect(await suite("Title", "self-test", ...program({ passed: 0, failed: 0, skipped: [] }))).toMatchObject({
    failed: 1,
  });
});

test("a suite whose program left no counts has failed, whatever its exit code", async () => {
  expect(await suite("Title", "self-test", ...program(null))).toMatchObject({ passed: 0, failed: 1 });
});

test("a suite whose program fails with every test passed has failed", async () => {
  expect(await suite("Title", "self-test", ...program({ passed: 3, failed: 0, skipped: [] }, 1))).toMatchObject({
    passed: 3,
    failed: 1,
  });
});

test("a check counts only when it fails", async () => {
  expect(await check("Title", process.execPath, "-e", "0")).toEqual(outcomeOf({}));
  expect(await check("Title", process.execPath, "-e", "process.exit(2)")).toEqual(
    outcomeOf({ failed: 1, failures: [{ name: "Title", reason: "exit code 2" }] }),
  );
});
