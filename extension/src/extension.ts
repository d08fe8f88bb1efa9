import * as vscode from "vscode";
import { detectCommand, type DetectArgument } from "./detect-command.js";
import { detectOnOpen } from "./detect-on-open.js";
import { panelType } from "./results-panel.js";
import { ResultsPanels } from "./results-panels.js";
import { setTranslations } from "../shared/translate.js";
import { setLocale } from "../shared/words.js";

/** VS Code calls this once, when the window is ready or one of the commands is first wanted. Only wiring. */
export function activate(context: vscode.ExtensionContext): void {
  setTranslations((vscode.l10n.bundle ?? {}) as Record<string, string>);
  setLocale(vscode.env.language);
  const panels = new ResultsPanels(context);
  context.subscriptions.push(
    vscode.commands.registerCommand("kpiAnomaly.detect", (argument?: DetectArgument) => detectCommand(panels, argument)),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (view: vscode.WebviewPanel, state: unknown) => {
        const uri = (state as { uri?: unknown } | null)?.uri;
        if (typeof uri === "string") await panels.adopt(vscode.Uri.parse(uri), view);
        else view.dispose();
      },
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => panels.for(document.uri)?.textChanged(document)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind, selections }) => {
      if (kind !== undefined && selections.length === 1) panels.for(textEditor.document.uri)?.cursorMoved(selections[0].active.line + 1);
    }),
    detectOnOpen(panels),
  );
}
