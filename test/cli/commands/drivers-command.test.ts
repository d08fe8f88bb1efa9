import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../run-command.js";
import { byDay, storeSales } from "./store-sales.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-drivers-"));
afterAll(() => rmSync(folder, { recursive: true }));
const stores = storeSales(folder, "stores.csv");

describe("kpi-anomaly drivers", () => {
  test("names the store behind the drop of the total", async () => {
    const { code, stdout, stderr } = await runCommand("drivers", stores, ...byDay);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^sales, from 21 to 25 Mar 2024: [\d.]+ below what was expected \([\d.]+%\)\. store 2 \(.* below, .* of its own\) explains 100% of what stands out\./,
    );
    expect(stdout).toContain(
      'Note: Each of the 3 values of store is a series; "Total" is the whole, by day: sales added up.',
    );
  });

  test("explains a stretch of time as JSON", async () => {
    const { stdout } = await runCommand(
      "drivers",
      stores,
      ...byDay,
      "--from",
      "2024-03-21",
      "--to",
      "2024-03-22",
      "--json",
    );
    expect(JSON.parse(stdout)).toMatchObject({
      kpi: "sales",
      from: "2024-03-21T00:00:00.000Z",
      keys: ["store"],
      segments: [{ segment: "2", cause: 1 }, {}, {}],
    });
  });

  test("without segments tells which features the detectors saw", async () => {
    const { code, stdout, stderr } = await runCommand(
      "drivers",
      stores,
      "--aggregate",
      "day",
      "--key",
      "store",
      "--kpi",
      "sales",
      "--of",
      "2",
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sales of 2, \w+ \d\d Mar: .+\n\nShare of each feature in the scores:\n {2}/);
    expect(stdout).toContain("(by leaving each feature out)");
  });

  test("says what is missing", async () => {
    expect((await runCommand("drivers", stores, "--from", "2024-03-21")).stderr).toContain("Add --segments");
    expect((await runCommand("drivers", stores, ...byDay, "--from", "yesterday")).stderr).toContain(
      "--from needs a date",
    );
    expect((await runCommand("drivers", stores, "--segments", "store", "--how", "sales")).stderr).toContain(
      "--how needs a column",
    );
  });
});
