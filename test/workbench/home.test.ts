import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { jsonLinesFile, parquetFile, xlsxFile } from "../io/formats/written-files.js";
import { openWorkbench } from "./open-workbench.js";

const patience = 60_000;
const day = 86_400_000;

const line = (row: number, value: number): string =>
  `${new Date(Date.UTC(2024, 0, 1) + row * day).toISOString().slice(0, 10)},${value.toFixed(1)}\n`;
const usual = (row: number): number => 100 + 9 * Math.sin((2 * Math.PI * row) / 7) + ((row * 7919) % 13) / 6;
const rows = (count: number): string => Array.from({ length: count }, (_, row) => line(row, usual(row))).join("");

test("the activity bar shows every table of the folder, what is new when one changes, and nothing new once it was opened", {
  timeout: 5 * patience,
}, async () => {
  const workbench = await openWorkbench({
    contents: {
      "sales.csv": `date,sales\n${rows(200)}`,
      "visits.csv": `date,visits\n${rows(150)}`,
      "notes.txt": "no table",
    },
  });
  const { page } = workbench;
  await workbench.runCommand("View: Show KPI Anomalies");
  const row = (name: string): ReturnType<typeof page.locator> =>
    page.locator(".pane-body .monaco-list-row", { hasText: name }).first();
  const text = (name: string): Promise<string> => row(name).innerText();
  await expect.poll(() => text("sales.csv"), { timeout: 2 * patience }).toMatch(/[▁-█]+ [\d.]+ · \d+ incidents?/);
  await expect.poll(() => text("visits.csv"), { timeout: patience }).toMatch(/[▁-█]+ [\d.]+ · \d+ incidents?/);
  expect(await page.locator(".pane-body .monaco-list-row", { hasText: "notes.txt" }).count()).toBe(0);

  const path = join(workbench.folder, "sales.csv");
  writeFileSync(path, `date,sales\n${rows(200)}`);
  appendFileSync(path, [200, 201, 202].map((at) => line(at, usual(at) + (at === 201 ? 120 : 0))).join(""));
  await expect.poll(() => text("sales.csv"), { timeout: 2 * patience }).toMatch(/1 new since .* · [▁-█]+/);
  await workbench.screenshot("workspace-home");
  await row("sales.csv").click();
  await page
    .locator('.tab.active[data-resource-name*="sales"], .tab.active', { hasText: "sales.csv" })
    .first()
    .waitFor();
  await expect.poll(() => text("sales.csv"), { timeout: patience }).not.toMatch(/new/);
});

test("the activity bar shows tables of other formats too, and a click opens their panel", {
  timeout: 8 * patience,
}, async () => {
  const at = Array.from({ length: 200 }, (_, row) => new Date(Date.UTC(2024, 0, 1) + row * day));
  const cells = { date: at, sales: at.map((_, row) => Math.round(usual(row) * 10) / 10) };
  const contents = {
    "loads.parquet": parquetFile(cells),
    "loads.xlsx": xlsxFile(cells),
    "loads.jsonl": jsonLinesFile(cells),
    "loads.csv.gz": gzipSync(`date,sales\n${rows(200)}`),
  };
  const workbench = await openWorkbench({ contents });
  const { page } = workbench;
  await workbench.runCommand("View: Show KPI Anomalies");
  const row = (name: string): ReturnType<typeof page.locator> =>
    page.locator(".pane-body .monaco-list-row", { hasText: name }).first();
  for (const name of Object.keys(contents)) {
    await expect
      .poll(() => row(name).innerText(), { timeout: 2 * patience })
      .toMatch(/[▁-█]+ [\d.]+ · (\d+ incidents?|no incidents)/i);
    await row(name).click();
    const panel = workbench.webview(`KPI anomalies: ${name}`);
    await panel.locator("main[data-state=ready]").waitFor({ timeout: 2 * patience });
    await workbench.runCommand("View: Close All Editors");
  }
});
