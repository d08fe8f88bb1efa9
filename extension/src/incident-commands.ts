import * as vscode from "vscode";
import { openEmptyPanel } from "./empty-panel.js";
import type { ResultsPanels } from "./results-panels.js";

/** The commands that walk the incidents, for keyboard, tree and other extensions. */
export function incidentCommands(context: vscode.ExtensionContext, panels: ResultsPanels): vscode.Disposable {
  const step = (by: 1 | -1) => (): void => {
    const panel = panels.active;
    if (!panel) return;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() === panel.uri.toString()) stepInEditor(panels, editor, by);
    else panel.post({ type: "step", by });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand("kpiAnomaly.nextIncident", step(1)),
    vscode.commands.registerCommand("kpiAnomaly.previousIncident", step(-1)),
    vscode.commands.registerCommand("kpiAnomaly.showPanel", (uri?: unknown) => {
      const panel = uri instanceof vscode.Uri ? panels.for(uri) : panels.active;
      if (panel) panel.view.reveal();
      else openEmptyPanel(context);
    }),
    vscode.commands.registerCommand("kpiAnomaly.showIncident", async (uri: vscode.Uri, index: number, point: number, line: number) => {
      const panel = panels.for(uri);
      if (!panel) return;
      if (panel.analysis.results?.chosen.index !== index) await panel.analysis.choose(index);
      panel.post({ type: "select", point });
      await panel.reveal(line, "show");
    }),
    vscode.commands.registerCommand("kpiAnomaly.cancel", () => panels.active?.analysis.cancel()),
  );
}

/** In the CSV itself: on to the next line that begins an incident, in the order of the file. */
function stepInEditor(panels: ResultsPanels, editor: vscode.TextEditor, by: 1 | -1): void {
  const lines = [...new Set((panels.for(editor.document.uri)?.incidents ?? []).map((incident) => incident.line))].sort((a, b) => a - b);
  if (!lines.length) return;
  const now = editor.selection.active.line + 1;
  const next = by > 0 ? (lines.find((line) => line > now) ?? lines[0]) : (lines.findLast((line) => line < now) ?? lines[lines.length - 1]);
  const range = editor.document.lineAt(Math.min(next, editor.document.lineCount) - 1).range;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  panels.for(editor.document.uri)?.cursorMoved(next);
}
