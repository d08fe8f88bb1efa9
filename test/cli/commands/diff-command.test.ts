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

  test("as JSON has every change with its moments and the sentences of its incidents", async () => {
    const { stdout } = await runCommand("diff", stores, stores, ...byDay, "--json");
    const { counts, incidents } = JSON.parse(stdout) as {
      counts: Record<string, number>;
      incidents: { kind: string; start: string; series: string; before: object; after: object }[];
    };
    expect(counts).toMatchObject({ new: 0, gone: 0, changed: 0, added: 0, revised: 0, same: incidents.length });
    const drop = incidents.find(({ series }) => series === "2");
    expect(drop).toMatchObject({ kind: "same", start: "2024-03-21", after: { reason: expect.any(String) } });
    expect(drop!.before).toEqual(drop!.after);
  });

  test("refuses a later file that is missing", async () => {
    expect((await runCommand("diff", stores)).stderr).toContain("The argument <later> is missing.");
    const { code, stderr } = await runCommand(
      "diff",
      stores,
      join(folder, "none.csv"),
      ...byDay,
      "--detectors",
      "zScore",
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining("none.csv")]);
  });
});
