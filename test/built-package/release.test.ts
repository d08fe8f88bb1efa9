import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const script = fileURLToPath(new URL("../../scripts/release/make-release.mjs", import.meta.url));

function makeRelease(tag: string): { folder: string; status: number | null; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), "kpi-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const environment = { ...process.env, RELEASE_FOLDER: folder, RELEASE_TAG: tag };
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8", env: environment });
  return { folder, status, stderr };
}

test("a dry run of the release makes both packages and publishes neither", () => {
  const { folder, status, stderr } = makeRelease("");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(readdirSync(folder).sort()).toEqual(["kpi-anomaly-detector.vsix", "kpi-anomaly.tgz"]);
}, 120_000);

test("a tag of another version is refused before anything is made", () => {
  const { folder, status, stderr } = makeRelease("v99.0.0");
  expect(status).toBe(1);
  expect(stderr).toContain("kernel-lib/package.json names version 0.1.0; the tag 99.0.0.");
  expect(readdirSync(folder)).toEqual([]);
});
