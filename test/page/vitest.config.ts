import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests of the results page in a browser, on a real analysis but without VS Code: seconds, where `test/workbench` takes minutes. The extension must be built. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""),
  test: {
    name: "page",
    include: ["test/page/**/*.test.ts"],
    testTimeout: 400_000,
    expect: { poll: { timeout: 40_000, interval: 50 } },
    fileParallelism: false,
  },
});

export default config;
