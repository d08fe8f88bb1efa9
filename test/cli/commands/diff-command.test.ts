import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../run-command.js";
import { byDay, storeSales } from "./store-sales.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));
const stores = storeSales(folder, "stores.csv");

describe("kpi-anomaly diff", () => {
  test("tells what changed from one export to the next", async () => {
    const { code, stdout, stderr } = await runCommand("diff", storeSales(folder, "before.csv", 0), stores, ...byDay);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d new incidents? \(0 of them in new data\)/);
    expect(stdout).toMatch(/sales of 2, \w+ 21 Mar/);
  });
});
