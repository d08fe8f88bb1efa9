import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import v8 from "node:v8";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addressSpaceLimit, addressSpaceTaken } from "../../kernel-lib/src/cli/address-space.js";
import { main } from "../../kernel-lib/src/cli/main.js";
import { start } from "../../kernel-lib/src/cli/start.js";
import { version } from "../../kernel-lib/src/version.js";

vi.mock("../../kernel-lib/src/cli/address-space.js");
vi.mock("../../kernel-lib/src/cli/main.js");
vi.mock("node:v8", { spy: true });

let printed = "";
let code: typeof process.exitCode;
beforeEach(() => {
  printed = "";
  code = process.exitCode;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  vi.spyOn(nodeModule, "enableCompileCache").mockReturnValue({ status: 0 });
  vi.mocked(addressSpaceLimit).mockReturnValue(Infinity);
});
afterEach(() => {
  process.exitCode = code;
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe("the start of the program", () => {
  test.each(["--version", "-V"])("%s alone needs nothing else", async (option) => {
    vi.mocked(addressSpaceLimit).mockReturnValue(1);
    await start([option]);
    expect(printed).toBe(`${version}\n`);
    expect(vi.mocked(main)).not.toHaveBeenCalled();
  });

  test("goes on where there is room, with code kept in the user's cache", async () => {
    vi.stubEnv("XDG_CACHE_HOME", "/cache");
    vi.stubEnv("LOCALAPPDATA", "/cache");
    await start(["detect", "sales.csv"]);
    expect(vi.mocked(main).mock.calls).toEqual([[["detect", "sales.csv"]]]);
    expect(vi.mocked(nodeModule.enableCompileCache).mock.calls).toEqual([[expect.stringMatching(/kpi-anomaly.code$/)]]);
    vi.unstubAllEnvs();
  });

  test.runIf(Number.parseInt(process.versions.node, 10) >= 22)(
    "leaves the last compiler out where a run is over before it has paid for itself",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "start-"));
      const set = vi.mocked(v8.setFlagsFromString).mockReturnValue();
      const [small, large] = [join(folder, "small.csv"), join(folder, "large.csv")];
      writeFileSync(small, "date,sales\n");
      writeFileSync(large, "x".repeat(500_000));
      await start(["detect", large]);
      await start(["detect", small, large]);
      await start(["detect", join(folder, "missing.csv")]);
      await start(["batch", folder]);
      await start(["detect", "--title", "x".repeat(5000)]);
      expect(set).not.toHaveBeenCalled();
      await start(["detect", small]);
      expect(set.mock.calls).toEqual([["--no-turbofan"]]);
      rmSync(folder, { recursive: true });
    },
  );

  test("says where there is none, before the rest is loaded", async () => {
    vi.mocked(addressSpaceLimit).mockReturnValue(500e6);
    vi.mocked(addressSpaceTaken).mockReturnValue(400e6);
    await start(["detect", "sales.csv", "--json"]);
    expect(JSON.parse(printed)).toMatchObject({
      error: { code: "too_little_memory", facts: { limit: 500e6, left: 100e6, needed: 420e6 } },
    });
    expect(process.exitCode).toBe(2);
    expect(vi.mocked(main)).not.toHaveBeenCalled();
  });
});
