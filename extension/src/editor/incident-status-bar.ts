import * as vscode from "vscode";
import type { ResultsPanels } from "../panel/results-panels.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { countText } from "./incident-count.js";

/** `3 incidents` in the status bar, for the file in front; a click shows its panel. */
export function incidentStatusBar(panels: ResultsPanels): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("kpiAnomaly.incidents", vscode.StatusBarAlignment.Left, 10);
  item.name = t(terms.kpiAnomalies);
  item.command = "kpiAnomaly.showPanel";
  const refresh = (): void => {
    const panel = panels.active;
    const kind = panel?.analysis.state.kind;
    if (!panel || (kind !== "ready" && kind !== "working")) {
      item.hide();
      return;
    }
    item.text =
      kind === "working" ? `$(sync~spin) ${t(terms.lookingForAnomalies)}` : `$(graph-line) ${countText(panel)}`;
    item.tooltip = t({ en: "Show the results panel", de: "Ergebnisse zeigen" });
    item.show();
  };
  return vscode.Disposable.from(
    item,
    panels.onIncidents(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.window.tabGroups.onDidChangeTabs(refresh),
  );
}
