import type { FrameLocator } from "playwright-core";
import { openWorkbench, type WorkbenchOptions } from "./open-workbench.js";
import type { Workbench } from "./workbench.js";

const sales = "test/fixtures/daily-sales.csv";

/** A window in which the panel of the file has its results. */
export async function openPanel(
  options: WorkbenchOptions = {},
  file: string = "daily-sales.csv",
): Promise<{ workbench: Workbench; panel: FrameLocator }> {
  const workbench = await openWorkbench({ files: [sales], ...options });
  return { workbench, panel: await detectIn(workbench, file) };
}

/** Chooses a KPI in the picker by its name. */
export async function chooseKpi(panel: FrameLocator, name: string): Promise<void> {
  await panel.getByTestId("kpi").click();
  await panel.getByTestId("kpi-search").fill(name);
  await panel.getByRole("option", { name }).first().click();
}

/** Opens a file of the window and waits for the results in its panel. */
export async function detectIn(workbench: Workbench, file: string): Promise<FrameLocator> {
  await workbench.openFile(file);
  await workbench.runCommand("KPI: Detect Anomalies");
  const panel = workbench.webview(`KPI anomalies: ${file}`);
  await panel.locator("main[data-state=ready]").waitFor();
  return panel;
}
