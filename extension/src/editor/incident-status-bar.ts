import * as vscode from "vscode";
import type { ResultsPanels } from "../panel/results-panels.js";
import { t } from "../../shared/translate.js";
import { countText } from "./incident-count.js";

/** `3 incidents` in the status bar, for the file in front; a click shows its panel. */
export function incidentStatusBar(panels: ResultsPanels): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("kpiAnomaly.incidents", vscode.StatusBarAlignment.Left, 10);
  item.name = t("KPI anomalies");
  item.command = "kpiAnomaly.showPanel";
  const refresh = (): void => {
    const panel = panels.active;
    const kind = panel?.analysis.state.kind;
    if (!panel || (kind !== "ready" && kind !== "working")) {
      item.hide();
      return;
    }
    item.text = kind === "working" ? `$(sync~spin) ${t("Looking for anomalies")}` : `$(graph-line) ${countText(panel)}`;
    item.tooltip = t("Show the results panel");
    item.show();
  };
  return vscode.Disposable.from(
    item,
    panels.onIncidents(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.window.tabGroups.onDidChangeTabs(refresh),
  );
}
