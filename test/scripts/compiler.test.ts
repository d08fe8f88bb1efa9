import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the command `tsc`, as `npx tsc` finds it, is the compiler that package.json names, not the one that tslab brings", () => {
  const { devDependencies } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
    devDependencies: Record<string, string>;
  };
  const { stdout } = spawnSync(`${root}/node_modules/.bin/tsc`, ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(stdout.trim()).toBe(`Version ${devDependencies.typescript}`);
});
