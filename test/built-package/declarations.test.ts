import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const { resolve } = createRequire(import.meta.url);

test.each([
  [
    "a notebook's TypeScript (5.0.4, Node10 resolution, libraries checked)",
    "@tslab/typescript-for-tslab/lib/tsc.js",
    "consumer",
  ],
  ["CommonJS code on Node 20.19 or later, which may require ES modules", "typescript/lib/tsc.js", "consumer-commonjs"],
])("%s compiles against the declarations", (_, compiler, consumer) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve(compiler), "-p", fileURLToPath(new URL(consumer, import.meta.url))],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
