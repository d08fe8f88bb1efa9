import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests that need `redis-server`: `npm run test:queue`. They run the built command line. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""),
  test: {
    name: "queue",
    include: ["test/queue/**/*.test.ts"],
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});

export default config;
