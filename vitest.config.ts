import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig, type ViteUserConfig } from "vitest/config";

/**
 * The unit tests: everything in `test/` that needs neither a build nor a program outside Node.
 * The other suites stand beside their tests: `test/built-package`, `test/notebooks`, `test/page`, `test/workbench` (vitest) and
 * `test/integration` (mocha, inside VS Code). `npm test` runs all of them. `test/shared-data` is `npm run test:shared`, `test/queue` is `npm run test:queue`.
 */
const config: ViteUserConfig = defineConfig({
  // Tests read the sources, so that they never see a stale build.
  resolve: { alias: { "kpi-anomaly": fileURLToPath(new URL("kernel-lib/src/node.ts", import.meta.url)) } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      ...configDefaults.exclude,
      "test/{bench,built-package,integration,notebooks,page,queue,shared-data,vscode-host,workbench}/**",
    ],
    setupFiles: ["test/fail-on-console-warning.ts"],
    testTimeout: 60_000,
  },
});

export default config;
