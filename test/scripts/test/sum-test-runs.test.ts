import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../../scripts/test/sum-test-runs.mjs", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kpi-verdicts-"));
  writeFileSync(join(folder, "verdict-all.json"), '{"passed":7,"failed":0}');
  writeFileSync(join(folder, "verdict-shared.json"), '{"passed":5,"failed":0}');
});
afterAll(() => rmSync(folder, { recursive: true }));

function sum(...names: string[]): { lines: string[]; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [script, ...names], {
    encoding: "utf8",
    env: { ...process.env, KPI_VERDICT_FOLDER: folder },
  });
  return { lines: stdout.trimEnd().split("\n"), status };
}

test("adds up the runs", () => {
  expect(sum("all")).toEqual({ lines: ["7 passed, 0 failed"], status: 0 });
  expect(sum("all", "shared")).toEqual({ lines: ["12 passed, 0 failed"], status: 0 });
});

test("names what failed in any of them", () => {
  const failures = [{ name: "adds", reason: "expected 1 to be 2" }];
  writeFileSync(join(folder, "verdict-queue.json"), JSON.stringify({ passed: 1, failed: 1, failures }));
  expect(sum("all", "queue").lines).toEqual(["FAILED: adds (expected 1 to be 2)", "8 passed, 1 failed"]);
});

test("a run that never ended is a failure", () => {
  const { lines, status } = sum("all", "elsewhere");
  expect(lines).toEqual(['FAILED: the run "elsewhere" (it did not come to its end)', "7 passed, 1 failed"]);
  expect(status).toBe(1);
});
