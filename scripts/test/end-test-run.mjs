import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../machine/repository-root.mjs";
import { testVerdict } from "./test-verdict.mjs";

/** Where test runs leave their counts, for `sum-test-runs.mjs`. */
export const verdictFolder = join(repositoryRoot, "test-output");

/**
 * Ends a test run: prints what it came to, `N passed, N failed` last, sets the exit code and leaves its outcome in
 * test-output/verdict-<name>.json.
 *
 * @param {string} name @param {readonly import("./test-steps.mjs").Outcome[]} outcomes
 */
export function endTestRun(name, outcomes) {
  const { lines, ...sum } = testVerdict(outcomes);
  mkdirSync(verdictFolder, { recursive: true });
  writeFileSync(join(verdictFolder, `verdict-${name}.json`), JSON.stringify(sum));
  console.log(`\n${lines.join("\n")}`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}
