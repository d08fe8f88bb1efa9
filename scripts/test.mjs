/**
 * `npm test`: installs and builds what is missing and runs everything. Its last line is `N passed, N failed`.
 * Up to `continueOnDevelopmentNode` it runs on the shell's own Node, before there are any dependencies.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { continueOnDevelopmentNode } from "./development-node.mjs";
import { installDependencies } from "./install.mjs";
import { repositoryRoot } from "./repository-root.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";
import { check, sideBySide, suite, vitestSuite } from "./test-steps.mjs";
import { testVerdict } from "./test-verdict.mjs";

await installDependencies();
await continueOnDevelopmentNode();
ensureSystemPackages();

/** @type {import("./test-steps.mjs").Outcome[]} */
const outcomes = [
  await check("Build", "npm", "run", "--silent", "build"),
  await check("Type check", "npm", "run", "--silent", "typecheck"),
  await check("Generated files (otherwise: npm run generate)", "node", "scripts/generate.mjs", "--check"),
  await check("Lint", "npm", "run", "--silent", "lint"),
  await vitestSuite("Unit tests", "unit", "vitest.config.ts"),
  await vitestSuite("The built library and command line", "built-package", "test/built-package/vitest.config.ts"),
  ...(await sideBySide(
    () => vitestSuite("Notebooks in Jupyter", "notebooks", "test/notebooks/vitest.config.ts"),
    () => suite("The extension, inside VS Code", "integration", "scripts/run-integration-tests.mjs"),
  )),
  await vitestSuite("The extension, as a person uses it", "workbench", "test/workbench/vitest.config.ts"),
];

const { lines, failed } = testVerdict(outcomes, existsSync(join(repositoryRoot, "../shared")));
console.log(`\n${lines.join("\n")}`);
process.exitCode = failed === 0 ? 0 : 1;
