import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests that use VS Code as a person does: one served VS Code with the packaged extension, a browser window for each test. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""),
  test: {
    name: "workbench",
    include: ["test/workbench/**/*.test.ts"],
    globalSetup: ["test/workbench/start-vscode.ts"],
    testTimeout: 360_000,
    hookTimeout: 180_000,
    // What a person would wait for, too; a busy machine takes its time.
    expect: { poll: { timeout: 60_000, interval: 100 } },
    // One window at a time: the tests share two cores with the VS Code they drive.
    fileParallelism: false,
    // Other programs take part; what passes at the second try only is named at the end of the run.
    retry: 1,
  },
});

export default config;
