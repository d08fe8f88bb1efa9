import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../run-command.js";
import { fast, tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-inject-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = tenTimes(folder);

test("anomalies of the sizes that are named are planted, so many of each kind", async () => {
  const { code, stdout } = await runCommand("inject", sales, ...fast, "--sizes", "3,10", "--events", "1", "--json");
  expect(code).toBe(0);
  const { kpi, recalls } = JSON.parse(stdout) as { kpi: string; recalls: { size: number | null; planted: number }[] };
  expect(kpi).toBe("<b>revenue</b>");
  // A kind without sizes has none.
  expect([...new Set(recalls.map(({ size }) => size))]).toEqual([3, 10, null]);
  expect(new Set(recalls.map(({ planted }) => planted))).toEqual(new Set([1]));
  expect((await runCommand("inject", sales, ...fast, "--sizes", "3,10", "--events", "1", "--json")).stdout).toBe(
    stdout,
  );
});

test.each(["2,x", "0", "-1,2", "1001", ""])('sizes "%s" are refused', async (text) => {
  const { code, stdout } = await runCommand("inject", sales, "--sizes", text, "--json");
  expect([code, JSON.parse(stdout)]).toMatchObject([2, { error: { kind: "sizes_option", facts: { text } } }]);
});
