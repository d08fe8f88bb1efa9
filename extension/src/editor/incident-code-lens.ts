import * as vscode from "vscode";
import { isTableFile } from "../commands/table-file.js";
import type { ResultsPanel } from "../panel/results-panel.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { terms } from "../../shared/terms.js";
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
  if (!panel) return t({ en: "$(graph-line) Detect anomalies", de: "$(graph-line) Anomalien finden" });
  if (panel.analysis.state.kind === "working") return `$(sync~spin) ${t(terms.lookingForAnomalies)}`;
  return panel.current && panel.analysis.state.kind === "ready"
    ? `$(graph-line) ${countText(panel)}`
    : t({ en: "$(graph-line) Detect anomalies again", de: "$(graph-line) Anomalien erneut suchen" });
}
