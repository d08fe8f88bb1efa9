import * as vscode from "vscode";
import { isCsv } from "../csv-file.js";
import type { ResultsPanels } from "../results-panels.js";
import { t } from "../../shared/translate.js";
import { incidentsText } from "../../shared/words.js";
import { incidentCount } from "./incident-count.js";

/** Above the first line of a CSV: detect, or how many incidents there are. */
export function incidentCodeLens(panels: ResultsPanels): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => {
      if (!isCsv(document) || !vscode.workspace.getConfiguration("kpiAnomaly.editor", document.uri).get("codeLens", true)) return [];
      const panel = panels.for(document.uri);
      const title = !panel ? t("$(graph-line) Detect anomalies") : panel.current && panel.analysis.state.kind === "ready" ? `$(graph-line) ${incidentsText(incidentCount(panel))}` : t("$(graph-line) Detect anomalies again");
      return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command: "kpiAnomaly.detect", arguments: [document.uri] })];
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider([{ pattern: "**/*.{csv,tsv,tab,CSV,TSV,TAB}" }, { language: "csv" }, { language: "tsv" }], provider),
    panels.onIncidents(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("kpiAnomaly.editor") && changed.fire()),
  );
}
