import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { expect, test } from "vitest";
import { openWorkbench, type WorkbenchOptions } from "./open-workbench.js";
import type { Workbench } from "./workbench.js";

const sales = "test/fixtures/daily-sales.csv";

/** A window in which the panel of the file has its results. */
async function openPanel(options: WorkbenchOptions, file = "daily-sales.csv"): Promise<{ workbench: Workbench; panel: FrameLocator }> {
  const workbench = await openWorkbench({ files: [sales], ...options });
  await workbench.openFile(file);
  await workbench.runCommand("KPI: Detect Anomalies");
  const panel = workbench.webview(`KPI anomalies: ${file}`);
  await panel.locator("main[data-state=ready]").waitFor();
  return { workbench, panel };
}

test("the palette opens a panel with chart and ranked incidents; a row shows its line in the CSV", async () => {
  const { workbench, panel } = await openPanel({});
  expect(await panel.getByTestId("verdict").innerText()).toMatch(/incident/);
  await panel.getByTestId("chart").locator(".scatterlayer .points path").first().waitFor();
  await panel.getByTestId("incident-1").click();
  expect(await panel.getByTestId("incident-1").getAttribute("aria-expanded")).toBe("true");
  await expect.poll(() => workbench.cursorLine()).toBeGreaterThan(1);
  await workbench.screenshot("panel-light");
});

test.each(["Default Dark Modern", "Default High Contrast"])("the panel has VS Code's colours: %s", async (theme) => {
  const { workbench, panel } = await openPanel({ theme });
  await panel.getByTestId("incident-1").click();
  await panel.getByTestId("detail-1").waitFor();
  await workbench.page.waitForTimeout(500);
  await workbench.screenshot(`panel-${theme.replace(/\W+/g, "-")}`);
});

test("consensus and detectors cut the stored scores again", async () => {
  const { panel } = await openPanel({});
  const count = (): Promise<number> => panel.getByTestId("incidents").locator("tr.row").count();
  await panel.getByTestId("consensus-1").check();
  await expect.poll(() => panel.getByTestId("consensus-1").isChecked()).toBe(true);
  const sensitive = await count();
  await panel.getByTestId("consensus-3").check();
  await expect.poll(count).toBeLessThanOrEqual(sensitive);
  await panel.getByTestId("detector-zScore").click();
  await expect.poll(() => panel.getByTestId("detector-zScore").getAttribute("aria-pressed")).toBe("false");
});

test("Export anomalies CSV asks where to and writes the file", async () => {
  const { workbench, panel } = await openPanel({});
  await panel.getByTestId("export-csv").click();
  await workbench.page.locator(".quick-input-widget input").waitFor();
  await workbench.page.keyboard.press("Enter");
  await expect.poll(() => readFileSync(join(workbench.folder, "daily-sales.anomalies.csv"), "utf8").split("\n")[0]).toContain("anomaly_score");
});
