import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { kernelName } from "../../../kernel-lib/src/kernel/jupyter/kernel-spec.js";
import { runCommand } from "../run-command.js";

const root = mkdtempSync(join(tmpdir(), "kpi-kernel-"));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());
const kernelIn = (folder: string): string => join(folder, "kernels", kernelName);

test("the kernel is installed into an environment and removed again, and where it stands is said", async () => {
  const folder = kernelIn(join(root, "env", "share", "jupyter"));
  expect(await runCommand("kernel", "install", "--prefix", join(root, "env"))).toEqual({
    code: 0,
    stdout: `Installed the kernel in ${folder}.\n`,
    stderr: "",
  });
  expect(readdirSync(folder).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
  const removed = await runCommand("kernel", "uninstall", "--prefix", join(root, "env"), "--language", "de");
  expect([removed.code, removed.stdout.includes(folder), existsSync(folder)]).toEqual([0, true, false]);
  expect(removed.stdout).not.toContain("Removed");
});

test.each([[[]], [["--user"]]])("with %j it is installed for this user", async (args) => {
  vi.stubEnv("JUPYTER_DATA_DIR", join(root, "user"));
  expect((await runCommand("kernel", "install", ...args)).code).toBe(0);
  expect(existsSync(join(kernelIn(join(root, "user")), "kernel.json"))).toBe(true);
  expect((await runCommand("kernel", "uninstall", ...args)).code).toBe(0);
});

test("a kernel that is not there, and a place that cannot be written, are refused", async () => {
  const missing = await runCommand("kernel", "uninstall", "--prefix", join(root, "none"));
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("is not installed in")]);
  writeFileSync(join(root, "file"), "");
  const refused = await runCommand("kernel", "install", "--prefix", join(root, "file"));
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("could not be written")]);
});
