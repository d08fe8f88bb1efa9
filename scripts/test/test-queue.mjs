/**
 * `npm run test:queue`: batches on a queue, with a Redis of their own (`redis-server` has to be installed). `npm test` does not
 * need it; `.ci/run` runs both where it is there.
 */
import { spawnSync } from "node:child_process";
import { continueOnDevelopmentNode } from "../machine/development-node.mjs";
import { endTestRun } from "./end-test-run.mjs";
import { vitestSuite } from "./test-steps.mjs";

if (spawnSync("redis-server", ["--version"]).status !== 0) {
  console.error("These tests start redis-server, which is not installed. npm test does not need it.");
  process.exit(2);
}
await continueOnDevelopmentNode();
endTestRun("queue", [await vitestSuite("Batches on a queue", "queue", "test/queue/vitest.config.ts")]);
