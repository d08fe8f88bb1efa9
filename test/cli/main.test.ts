import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fast, quietSales } from "./quiet-sales.js";
import { runCommand } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sales = quietSales(folder);

describe("bad input", () => {
  test.each([
    [["detect", join(folder, "nothing.csv")], "file_not_found"],
    [["detect", folder], "file_not_found"],
    [["detect", sales, "--kpi", "profit"], "column_not_found"],
    [["detect", sales, "--detectors", "magic"], "bad_option"],
    [["detect", sales, "--consensus", "two"], "bad_option"],
    [["detect", sales, "--consensus", "0"], "bad_config"],
    [["detect", sales, "--consensus", "9"], "bad_config"],
    [["detect", sales, "--mode", "magic"], "bad_config"],
    [["detect", sales, "--sensitivity", "101"], "bad_config"],
    [["detect", sales, "--season", "fortnight"], "bad_option"],
    [["detect", sales, "--season", "1"], "bad_option"],
    [["why", sales], "bad_option"],
    [["why", sales, "--line", "1"], "bad_option"],
    [["why", sales, "--at", "yesterday"], "bad_option"],
    [["detect", sales, "--events", sales.replace("sales", "nothing")], "file_not_found"],
    [["detect", sales, "--colour", "red"], "bad_option"],
    [["detect"], "bad_option"],
    [["guess", sales], "bad_option"],
    [["detect", sales, ...fast, "--anomalies", sales], "file_not_writable"],
    [["detect", sales, ...fast, "--anomalies", join(sales, "x.csv")], "file_not_writable"],
  ])("%j is exit code 2 with %s", async (args, code) => {
    const before = readFileSync(sales);
    const json = await runCommand(...args, "--json");
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toEqual({
      error: {
        code,
        message: expect.any(String),
        hint: expect.any(String),
        kind: expect.any(String),
        facts: expect.any(Object),
      },
    });
    const plain = await runCommand(...args);
    expect(plain).toMatchObject({ code: 2, stdout: "" });
    expect(plain.stderr).toMatch(/^kpi-anomaly: [^\n]+\n$/);
    expect(readFileSync(sales)).toEqual(before);
  });

  test("is told in German on request, by the parser of the command line too", async () => {
    const missing = await runCommand("detect", "nothing.csv", "--language", "de");
    expect(missing.stderr).toBe(
      "kpi-anomaly: Die Datei nothing.csv gibt es nicht. Prüfen Sie den Pfad; er gilt vom aktuellen Ordner aus.\n",
    );
    const json = await runCommand("detect", "nothing.csv", "--language=de", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { code: "file_not_found", kind: "no_file", message: "Die Datei nothing.csv gibt es nicht." },
    });
    expect((await runCommand("detect", "--nonsense", "--language", "de")).stderr).toMatch(
      /Option --nonsense gibt es nicht/,
    );
  });

  test("--help and --version are no errors", async () => {
    expect(await runCommand("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("inspect") });
    expect(await runCommand("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
