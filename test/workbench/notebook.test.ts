import { expect, test } from "vitest";
import { openWorkbench } from "./open-workbench.js";
import type { Workbench } from "./workbench.js";

const patience = 120_000;

/** Opens the notebook written for tslab and presses Run All; nothing else is chosen or confirmed. */
async function runAll(theme: string): Promise<Workbench> {
  const workbench = await openWorkbench({
    files: ["test/fixtures/daily-sales.csv", "test/fixtures/daily-sales.ipynb"],
    theme,
    height: 1100,
  });
  await workbench.openFile("daily-sales.ipynb");
  await workbench.page.locator(".notebookOverlay .code-cell-row").first().waitFor({ timeout: patience });
  await workbench.runCommand("Notebook: Run All");
  return workbench;
}

test.each([
  ["light", "Default Light Modern"],
  ["dark", "Default Dark Modern"],
])("Run All draws an interactive figure in VS Code's colours (%s)", { timeout: 4 * patience }, async (name, theme) => {
  const workbench = await runAll(theme);
  const outputs = workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  const chart = outputs.locator(".js-plotly-plot");
  await chart.first().waitFor({ timeout: 2 * patience });
  await expect(chart.locator(".main-svg").first().isVisible()).resolves.toBe(true);
  const color = await chart
    .locator(".gtitle, .xtitle, .ytitle")
    .first()
    .evaluate((element) => getComputedStyle(element).fill);
  const text = await chart
    .first()
    .evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--vscode-foreground"));
  expect(color.replaceAll(" ", "")).toContain(rgb(text));
  await workbench.page.waitForTimeout(500);
  await workbench.screenshot(`notebook-${name}`);
});

/** `#1f2328` as the browser tells colours. */
function rgb(color: string): string {
  const [red, green, blue] = (/[\da-f]{6}/i.exec(color)?.[0].match(/../g) ?? []).map((each) =>
    Number.parseInt(each, 16),
  );
  return `rgb(${red},${green},${blue}`;
}
