import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Runs the notebooks in a real Jupyter, with the library as built. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""),
  test: {
    name: "notebooks",
    include: ["test/notebooks/**/*.test.ts"],
    testTimeout: 300_000,
    fileParallelism: false,
    // Another program takes part; what passes at the second try only is named at the end of the run.
    retry: 1,
  },
});

export default config;
