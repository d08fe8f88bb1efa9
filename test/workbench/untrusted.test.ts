import { expect, inject, test } from "vitest";
import { startServer } from "../vscode-host/server.mjs";
import { detectIn } from "./open-panel.js";
import { openWorkbench } from "./open-workbench.js";

test("in a folder that is not trusted files are analysed, and cells of notebooks do not run", async () => {
  const server = await startServer({ extensions: inject("vscodeExtensions"), trust: true });
  try {
    const workbench = await openWorkbench({
      files: ["test/fixtures/daily-sales.csv", "test/fixtures/daily-sales.ipynb"],
      // Neither is obeyed: the file would make every analysis fail, the setting would start one.
      contents: { "kpi-anomaly.yaml": "columns: { date: nowhere }\n" },
      settings: { "kpiAnomaly.detectOnOpen": true },
      address: server.address,
    });
    await workbench.page.getByText("Restricted Mode").first().waitFor();
    await workbench.openFile("daily-sales.csv");
    await workbench.page.waitForTimeout(2000);
    expect(await workbench.page.getByRole("tab", { name: /KPI anomalies: daily-sales/ }).count()).toBe(0);
    const panel = await detectIn(workbench, "daily-sales.csv");
    expect(await panel.getByTestId("verdict").innerText()).toMatch(/incident/);

    await workbench.openFile("daily-sales.ipynb");
    await workbench.page.locator(".notebookOverlay .code-cell-row").first().waitFor();
    await workbench.runCommand("Notebook: Run All");
    const question = workbench.page.locator(".monaco-dialog-box");
    await question.waitFor();
    expect(await question.innerText()).toMatch(/trust/i);
    await workbench.screenshot("untrusted");
    await workbench.page.keyboard.press("Escape");
    await question.waitFor({ state: "hidden" });
    expect(await workbench.page.locator(".notebookOverlay .codicon-notebook-state-success").count()).toBe(0);
  } finally {
    await server.stop();
  }
});
