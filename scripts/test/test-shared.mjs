/**
 * `npm run test:shared`: the tests on the large real files in ../shared, which is no part of this repository. `npm test` does not
 * need them; `.ci/run` runs both where the folder is there.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { continueOnDevelopmentNode } from "../machine/development-node.mjs";
import { endTestRun } from "./end-test-run.mjs";
import { installDependencies } from "../machine/install.mjs";
import { repositoryRoot } from "../machine/repository-root.mjs";
import { vitestSuite } from "./test-steps.mjs";

if (!existsSync(join(repositoryRoot, "../shared"))) {
  console.error(
    "These tests read the folder ../shared beside the repository, which is not there. npm test needs no such folder.",
  );
  process.exit(2);
}
await installDependencies();
await continueOnDevelopmentNode();
endTestRun("shared", [await vitestSuite("Large real files", "shared-data", "test/shared-data/vitest.config.ts")]);
