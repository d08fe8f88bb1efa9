import { spawnSync } from "node:child_process";

/**
 * The panel in a real VS Code on this machine: first chart, everything, new cuts and the longest block of the extension host at
 * 10,000 and 145,000 rows, with the CSV on screen and without, and the memory of all processes together at 1.5 million rows.
 * The extension must be built. `npm run bench -- panel memory` measures only what has that word in its name.
 */
export function run([only = "measures of the panel"]: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ["scripts/test/run-integration-tests.mjs", only], {
    stdio: "inherit",
    env: { ...process.env, KPI_MEASURE: "1" },
  });
  process.exitCode = status ?? 1;
}
