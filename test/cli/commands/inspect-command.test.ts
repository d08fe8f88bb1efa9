import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { quietSales } from "../quiet-sales.js";
import { runCommand } from "../run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-inspect-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = quietSales(folder);

describe("kpi-anomaly inspect", () => {
  test("prints how the file is understood", async () => {
    const { code, stdout } = await runCommand("inspect", sales, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: "sales.csv",
      encoding: "utf-8",
      delimiter: ",",
      decimal: ".",
      header: true,
      records: 200,
      rows: 200,
      date: { columns: ["date"], format: "YYYY-MM-DD" },
      cadence: { seconds: 86400, label: "daily" },
      key: null,
      kpis: ["revenue"],
    });
    expect((await runCommand("inspect", sales)).stdout).toMatch(/200 records[^]*Date: date/);
  });

  test("says it in German", async () => {
    const { stdout } = await runCommand("inspect", sales, "--language", "de");
    expect(stdout).toContain("Datum: date, gelesen als YYYY-MM-DD.\nTakt: jeden Tag.\n");
    expect(stdout).not.toMatch(/Encoding|Cadence|Note:/);
  });
});
