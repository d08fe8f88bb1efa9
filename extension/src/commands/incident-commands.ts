import * as vscode from "vscode";
import { t } from "../../shared/translate.js";
import { openEmptyPanel } from "../panel/empty-panel.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import type { Command } from "./command.js";
import { onPanel, onTable } from "./when.js";

/** `KPI: Next Incident`: in the panel, or in the text of the table when that is in front. */
export const nextIncident: Command = {
  id: "kpiAnomaly.nextIncident",
  title: { en: "Next Incident", de: "Nächster Vorfall" },
  icon: "arrow-down",
  menus: [{ menu: "editor/title", when: onPanel, group: "navigation@2" }],
  keybinding: { key: "ctrl+f8", when: `${onTable("editorTextFocus")} || ${onPanel}` },
  run: ({ panels }) => step(panels, 1),
};

/** `KPI: Previous Incident`. */
export const previousIncident: Command = {
  id: "kpiAnomaly.previousIncident",
  title: { en: "Previous Incident", de: "Vorheriger Vorfall" },
  icon: "arrow-up",
  menus: [{ menu: "editor/title", when: onPanel, group: "navigation@1" }],
  keybinding: { key: "ctrl+shift+f8", when: `${onTable("editorTextFocus")} || ${onPanel}` },
  run: ({ panels }) => step(panels, -1),
};

/** `KPI: Show Results Panel`: that of the file, or the one used last; an empty one where there is none. */
export const showPanel: Command = {
  id: "kpiAnomaly.showPanel",
  title: { en: "Show Results Panel", de: "Ergebnisse zeigen" },
  run: ({ context, panels }, uri) => {
    const panel = uri instanceof vscode.Uri ? panels.for(uri) : panels.active;
    if (panel) panel.view.reveal();
    else openEmptyPanel(context);
  },
};

/** `KPI: Why Is This Line Flagged, or Not?`. */
export const whyLine: Command = {
  id: "kpiAnomaly.whyLine",
  title: { en: "Why Is This Line Flagged, or Not?", de: "Warum ist diese Zeile markiert, oder nicht?" },
  menus: [
    { menu: "editor/context", when: onTable(), group: "z_commands" },
    { menu: "commandPalette", when: onTable() },
  ],
  run: ({ panels }, uri, line) => answersOf(panels, uri, line),
};

/** `KPI: Cancel Detection`. */
export const cancel: Command = {
  id: "kpiAnomaly.cancel",
  title: { en: "Cancel Detection", de: "Suche abbrechen" },
  run: ({ panels }) => panels.active?.runs.cancel(),
};

/** Shows an incident that the tree, the editor or another extension names, in the panel of its file. */
export function showIncident(panels: ResultsPanels): vscode.Disposable {
  return vscode.commands.registerCommand(
    "kpiAnomaly.showIncident",
    async (uri: vscode.Uri, index: number, point: number, line: number) => {
      const panel = panels.for(uri);
      if (!panel) return;
      if (panel.analysis.results?.chosen.index !== index) await panel.analysis.choose(index);
      panel.post({ type: "select", point });
      await panel.reveal(line, "show");
    },
  );
}

function step(panels: ResultsPanels, by: 1 | -1): void {
  const panel = panels.active;
  if (!panel) return;
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() === panel.uri.toString()) stepInEditor(panels, editor, by);
  else panel.post({ type: "step", by });
}

/** Most KPIs whose answers are shown. */
const mostAnswers = 10;

/** Says why the line of the cursor (or a line of a file, for other callers) is flagged or not. */
async function answersOf(panels: ResultsPanels, uri: unknown, line: unknown): Promise<readonly string[]> {
  const editor = vscode.window.activeTextEditor;
  const file = uri instanceof vscode.Uri ? uri : editor?.document.uri;
  const asked = typeof line === "number" ? line : (editor?.selection.active.line ?? 0) + 1;
  const panel = file && panels.for(file);
  // In a text that has changed the lines are others.
  if (!panel?.current || !panel.analysis.results) {
    void vscode.window.showInformationMessage(
      t({ en: "Detect the anomalies of this file first.", de: "Erkennen Sie zuerst die Anomalien dieser Datei." }),
    );
    return [];
  }
  try {
    const answers = await panel.analysis.worker.call("why", { line: asked });
    panel.post({ type: "why", why: { line: asked, answers: answers.slice(0, mostAnswers) } });
    panel.view.reveal(undefined, true);
    return answers.map(({ text }) => text);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    void vscode.window.showInformationMessage(told);
    return [told];
  }
}

/** In the CSV itself: on to the next line that begins an incident, in the order of the file. */
function stepInEditor(panels: ResultsPanels, editor: vscode.TextEditor, by: 1 | -1): void {
  const lines = [...new Set((panels.for(editor.document.uri)?.incidents ?? []).map((incident) => incident.line))].sort(
    (a, b) => a - b,
  );
  if (!lines.length) return;
  const now = editor.selection.active.line + 1;
  const next =
    by > 0
      ? (lines.find((line) => line > now) ?? lines[0])
      : (lines.findLast((line) => line < now) ?? lines[lines.length - 1]);
  const range = editor.document.lineAt(Math.min(next, editor.document.lineCount) - 1).range;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  panels.for(editor.document.uri)?.cursorMoved(next);
}
