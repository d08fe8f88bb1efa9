import * as vscode from "vscode";
import { isTableFile } from "./table-file.js";
import type { ResultsPanels } from "../panel/results-panels.js";

/** With `kpiAnomaly.detectOnOpen`, analyses each CSV editor of a trusted window once: those open now and those opened later. */
export function detectOnOpen(panels: ResultsPanels): vscode.Disposable {
  const seen = new Set<string>();
  const look = (editors: readonly vscode.TextEditor[]): void => {
    // Opening a folder of a stranger must start nothing.
    if (!vscode.workspace.isTrusted) return;
    if (!vscode.workspace.getConfiguration("kpiAnomaly").get("detectOnOpen", false)) return;
    for (const { document } of editors) {
      const key = document.uri.toString();
      if (!isTableFile(document) || seen.has(key) || document.uri.scheme === "git") continue;
      seen.add(key);
      if (!panels.for(document.uri)) void panels.open(document.uri);
    }
  };
  look(vscode.window.visibleTextEditors);
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.workspace.onDidGrantWorkspaceTrust(() => look(vscode.window.visibleTextEditors)),
  );
}
