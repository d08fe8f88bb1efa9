import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/* npm run bench -- fuzz-read [CASES] [SEED]: reads that many damaged files (20,000), each within two seconds, with Python's csv module as judge. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const seed = process.argv[3];
const { status } = spawnSync(process.execPath, [vitest, "run", "test/io/fuzz.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, KPI_FUZZ_CASES: process.argv[2] ?? "20000", ...(seed && { KPI_FUZZ_SEED: seed }) },
});
process.exitCode = status ?? 1;
