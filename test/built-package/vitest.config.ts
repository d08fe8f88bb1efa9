import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests of `kpi-anomaly` as it ships: built, found by its package name, on the Node of the person's shell. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""),
  test: { name: "built-package", include: ["test/built-package/**/*.test.ts"], testTimeout: 60_000 },
});

export default config;
