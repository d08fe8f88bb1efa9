import * as vscode from "vscode";
import { isTableFile } from "../commands/table-file.js";
import type { ResultsPanel } from "../panel/results-panel.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { t } from "../../shared/translate.js";
import { countText } from "./incident-count.js";

/** Above the first line of a CSV: detect, or how many incidents there are. */
export function incidentCodeLens(panels: ResultsPanels): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => {
      if (
        !isTableFile(document) ||
        !vscode.workspace.getConfiguration("kpiAnomaly.editor", document.uri).get("codeLens", true)
      )
        return [];
      const working = panels.for(document.uri)?.analysis.state.kind === "working";
      return [
        new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
          title: lensTitle(panels.for(document.uri)),
          command: working ? "kpiAnomaly.showPanel" : "kpiAnomaly.detect",
          arguments: [document.uri],
        }),
      ];
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(
      [{ pattern: "**/*.{csv,tsv,tab,CSV,TSV,TAB}" }, { language: "csv" }, { language: "tsv" }],
      provider,
    ),
    panels.onIncidents(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("kpiAnomaly.editor") && changed.fire(),
    ),
  );
}

function lensTitle(panel: ResultsPanel | undefined): string {
  if (!panel) return t("$(graph-line) Detect anomalies");
  if (panel.analysis.state.kind === "working") return `$(sync~spin) ${t("Looking for anomalies")}`;
  return panel.current && panel.analysis.state.kind === "ready"
    ? `$(graph-line) ${countText(panel)}`
    : t("$(graph-line) Detect anomalies again");
}
