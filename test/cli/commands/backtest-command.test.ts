import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../run-command.js";
import { fast, tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-backtest-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = tenTimes(folder);

test("--looks says at how many moments the past is looked at; the day is known in the end", async () => {
  const { code, stdout } = await runCommand("backtest", sales, ...fast, "--looks", "3", "--json");
  expect(code).toBe(0);
  const { looks, report } = JSON.parse(stdout) as {
    looks: readonly unknown[];
    report: { series: { incidents: { start: string; actual: number }[] }[] };
  };
  expect(looks).toHaveLength(3);
  expect(report.series[0].incidents).toMatchObject([{ start: "2024-03-31T00:00:00", actual: 1000 }]);
});

test("a number of looks that is none is refused, and no page is written", async () => {
  const page = join(folder, "page.html");
  const { code, stderr } = await runCommand("backtest", sales, "--looks", "few", "--html", page);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--looks needs a whole number, not "few"')]);
  expect(existsSync(page)).toBe(false);
});
