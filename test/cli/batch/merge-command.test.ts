import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { filledFolder, incident, job, series } from "../../batch/filled-folder.js";
import { runCommand } from "../run-command.js";

const root = mkdtempSync(join(tmpdir(), "merge-command-"));
afterAll(() => rmSync(root, { recursive: true }));

test("kpi-anomaly merge joins what is there, and says what is not", async () => {
  const out = join(root, "out");
  await filledFolder(out, { "\u001b[31ma.csv": [job("a.csv"), series(3), incident({ score: 3 })], "b.csv": null });
  const { code, stdout, stderr } = await runCommand("merge", out);
  expect([code, stderr]).toEqual([0, ""]);
  // A name that a terminal would obey is shown, not obeyed.
  expect(stdout).toBe(
    `1 incident in 1 of 1 series (100 values from 1 job).
1 job is not done yet; the same command goes on with it.
1. (50) \\u001b[31ma.csv, sales, 1970-01-01T00:00:00: Twice what is usual.
${out}/summary.html
`,
  );
  expect(JSON.parse(readFileSync(join(out, "summary.json"), "utf8"))).toMatchObject({
    jobs: { planned: 2, done: 1, missing: 1 },
    incidents: 1,
  });
  expect((await runCommand("merge", out, "--language", "de")).stdout).toMatch(/^1 Vorfall in 1 von 1 /);
  expect(readFileSync(join(out, "summary.html"), "utf8")).toContain('lang="de"');
});

test("a folder that holds no batch is refused, and none is made", async () => {
  const { code, stderr } = await runCommand("merge", join(root, "none"));
  expect([code, stderr]).toEqual([
    2,
    `kpi-anomaly: ${join(root, "none")} holds no batch. kpi-anomaly batch makes one with --out.\n`,
  ]);
  expect(existsSync(join(root, "none"))).toBe(false);
});
