import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand } from "../cli/run-command.js";

const root = new URL("../../", import.meta.url);

test("the README shows what the first command prints", async () => {
  const readme = readFileSync(new URL("README.md", root), "utf8");
  const shown = /\$ kpi-anomaly detect (\S+)\n([^`]+)```/.exec(readme)!;
  const { code, stdout } = await runCommand("detect", fileURLToPath(new URL(shown[1], root)));
  expect(code).toBe(0);
  expect(stdout.slice(0, shown[2].length)).toBe(shown[2]);
});
