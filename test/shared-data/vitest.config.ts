import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests on the large real files that lie beside a checkout on some machines (`npm run test:shared`). The folder mirrors `test/`. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""),
  test: {
    name: "shared-data",
    include: ["test/shared-data/**/*.test.ts"],
    setupFiles: ["test/fail-on-console-warning.ts"],
    testTimeout: 60_000,
  },
});

export default config;
