/**
 * `node scripts/test/sum-test-runs.mjs all shared`: adds up the test runs of those names. Its last line is `N passed, N failed`; a run
 * that left no counts counts as one failure.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verdictFolder } from "./end-test-run.mjs";
import { outcomeOf } from "./test-steps.mjs";
import { testVerdict } from "./test-verdict.mjs";

const outcomes = process.argv.slice(2).map((name) => {
  const path = join(process.env.KPI_VERDICT_FOLDER ?? verdictFolder, `verdict-${name}.json`);
  if (existsSync(path)) return outcomeOf(JSON.parse(readFileSync(path, "utf8")));
  const failures = [{ name: `the run "${name}"`, reason: "it did not come to its end" }];
  return outcomeOf({ failed: 1, failures });
});

const { lines, failed } = testVerdict(outcomes);
console.log(lines.join("\n"));
process.exitCode = failed === 0 ? 0 : 1;
