/**
 * `npm test`: installs and builds what is missing and runs everything. Its last line is `N passed, N failed`.
 * With `--portable` only the steps that need no program outside Node, for machines that are not Debian's.
 * Up to `continueOnDevelopmentNode` it runs on the shell's own Node, before there are any dependencies.
 */
import { continueOnDevelopmentNode } from "../machine/development-node.mjs";
import { endTestRun } from "./end-test-run.mjs";
import { installDependencies } from "../machine/install.mjs";
import { ensureSystemPackages } from "../machine/system-packages.mjs";
import { check, sideBySide, suite, vitestSuite } from "./test-steps.mjs";

const portable = process.argv.includes("--portable");

await installDependencies();
await continueOnDevelopmentNode();
if (!portable) ensureSystemPackages();

/** @type {import("./test-steps.mjs").Outcome[]} */
const outcomes = [
  await check("Build", "npm", "run", "--silent", "build"),
  await check("Type check", "npm", "run", "--silent", "typecheck"),
  await check("Generated files (otherwise: npm run generate)", "node", "scripts/generate/generate.mjs", "--check"),
  await check("Lint", "npm", "run", "--silent", "lint"),
  await check("API reference", "npm", "run", "--silent", "docs", "--", "--emit", "none"),
  await check("The npm package", "npm", "run", "--silent", "check:package"),
  await vitestSuite("Unit tests", "unit", "vitest.config.ts"),
  await vitestSuite("The built library and command line", "built-package", "test/built-package/vitest.config.ts"),
];
if (!portable) {
  outcomes.push(
    ...(await sideBySide(
      () => vitestSuite("Notebooks in Jupyter", "notebooks", "test/notebooks/vitest.config.ts"),
      () => suite("The extension, inside VS Code", "integration", "scripts/test/run-integration-tests.mjs"),
    )),
    await vitestSuite("The results page, in a browser", "page", "test/page/vitest.config.ts"),
    await vitestSuite("The extension, as a person uses it", "workbench", "test/workbench/vitest.config.ts"),
  );
}
endTestRun("all", outcomes);
