import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test, vi } from "vitest";
import { openInVscode } from "../../../scripts/start/open-in-vscode.mjs";
import { startServer } from "../../vscode-host/server.mjs";

vi.mock("node:child_process", async (original) => ({
  ...(await original<object>()),
  spawnSync: vi.fn(() => ({ status: 0 })),
}));
vi.mock("../../../scripts/machine/shell-node.mjs", () => ({ shellPath: "", shellNode: process.execPath }));
vi.mock("../../vscode-host/install.mjs", () => ({ installVscodeHost: vi.fn() }));
vi.mock("../../vscode-host/install-extension.mjs", () => ({ installExtension: vi.fn() }));
vi.mock("../../vscode-host/server.mjs", () => ({
  startServer: vi.fn(() =>
    Promise.resolve({
      port: 1,
      address: "http://127.0.0.1:1",
      extensions: "",
      ended: Promise.resolve(),
      stop: () => Promise.resolve(),
    }),
  ),
}));

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  return () => vi.unstubAllEnvs();
});

const aboutTrust = (settings: object | undefined): string[] =>
  Object.keys(settings ?? {}).filter((name) => name.includes("trust"));

test("a VS Code opened on the desktop asks whether a folder is trusted, as it always does", async () => {
  vi.stubEnv("VSCODE_EXECUTABLE", "code");
  expect(await openInVscode("sales.csv")).toBe(0);
  const settings = JSON.parse(
    readFileSync(fileURLToPath(new URL("../../../data/vscode/User/settings.json", import.meta.url)), "utf8"),
  ) as object;
  expect(settings).toHaveProperty("kpiAnomaly.detectOnOpen", true);
  expect(aboutTrust(settings)).toEqual([]);
});

test("so does one that is served", async () => {
  vi.stubEnv("VSCODE_EXECUTABLE", undefined);
  expect(await openInVscode("sales.csv")).toBe(0);
  const [options] = vi.mocked(startServer).mock.lastCall!;
  expect(options).toMatchObject({ trust: true });
  expect(aboutTrust(options?.settings)).toEqual([]);
  expect(options?.password).toHaveLength(12);
});
