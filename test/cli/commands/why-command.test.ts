import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fast, quietSales } from "../quiet-sales.js";
import { runCommand } from "../run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-why-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = quietSales(folder);

describe("kpi-anomaly why", () => {
  test("says of one row why it is flagged or not", async () => {
    const flagged = await runCommand("why", sales, "--line", "152");
    expect([flagged.code, flagged.stderr]).toEqual([0, ""]);
    expect(flagged.stdout).toMatch(
      /^revenue, line 152, Thu 30 May 2024: 1,000, expected [\d.]+ \(usually [\d.]+ to [\d.]+\)\. Flagged: Part of incident 1\.\n$/,
    );
    expect((await runCommand("why", sales, "--line", "100")).stdout).toMatch(
      /Not flagged: .* times the usual deviation from expected; its score is .*, [\d.]+ is needed\./,
    );
    expect((await runCommand("why", sales, "--at", "2024-04-08", ...fast)).stdout).toMatch(
      /Not flagged: No detector flags it; 2 must agree\./,
    );
    expect(JSON.parse((await runCommand("why", sales, "--line", "152", "--json")).stdout)).toMatchObject({
      answers: [{ kpi: "revenue", line: 152, flagged: true, value: 1000 }],
    });
  });

  test("refuses a row that is not named, or not there", async () => {
    const refused = async (...args: string[]): Promise<object> => {
      const { code, stdout } = await runCommand("why", sales, ...fast, ...args, "--json");
      return [code, JSON.parse(stdout)];
    };
    expect(await refused()).toMatchObject([2, { error: { code: "bad_option", kind: "no_row_named" } }]);
    expect(await refused("--at", "yesterday")).toMatchObject([
      2,
      { error: { kind: "moment_option", facts: { option: "--at", text: "yesterday" } } },
    ]);
    // The header, the line after the last, a moment before the first.
    for (const place of [
      ["--line", "1"],
      ["--line", "202"],
      ["--at", "2023-12-31"],
    ])
      expect(await refused(...place), place.join(" ")).toMatchObject([2, { error: { code: "bad_option" } }]);
  });
});
