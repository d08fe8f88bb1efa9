import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const compiler = createRequire(import.meta.url).resolve("@tslab/typescript-for-tslab/lib/tsc.js");
const consumer = fileURLToPath(new URL("consumer", import.meta.url));

test("a notebook's TypeScript (5.0.4, Node10 resolution, libraries checked) compiles against the declarations", () => {
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", consumer], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
