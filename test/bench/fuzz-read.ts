import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/* npm run bench -- fuzz-read [CASES]: reads that many damaged files (20,000), each within two seconds, with Python's csv module as judge. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, "run", "test/io/fuzz.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, KPI_FUZZ_CASES: process.argv[2] ?? "20000" },
});
process.exitCode = status ?? 1;
