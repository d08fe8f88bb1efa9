import * as vscode from "vscode";
import { openDocument } from "../analysis/file-source.js";
import type { RevealHow } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";

function visibleEditor(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
}

/** The column in which a text tab of the file is open, if any. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const holds = (tab: vscode.Tab): boolean =>
    tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find((group) => group.tabs.some(holds))?.viewColumn;
}

/** Where the CSV goes so that it does not cover the panel. */
function columnBeside(panel: vscode.ViewColumn | undefined, uri: vscode.Uri): vscode.ViewColumn {
  const own = columnOf(uri);
  if (own !== undefined && own !== panel) return own;
  if (panel === undefined || panel === vscode.ViewColumn.One) return vscode.ViewColumn.Beside;
  return vscode.ViewColumn.One;
}

/**
 * Selects a line (from 1) of the file in its text editor, opening one where it does not cover the panel.
 * Above VS Code's limit for extensions the editor is asked to open the place itself.
 */
export async function revealLine(
  uri: vscode.Uri,
  line: number,
  panel: vscode.ViewColumn | undefined,
  how: RevealHow,
): Promise<void> {
  const shown = visibleEditor(uri);
  if (!shown && how === "follow") return;
  const range = new vscode.Range(line - 1, 0, line - 1, 0);
  const options = {
    viewColumn: shown?.viewColumn ?? columnBeside(panel, uri),
    preserveFocus: how !== "go",
    preview: false,
    selection: range,
  };
  try {
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    const editor = await vscode.window.showTextDocument(document, options);
    const whole = document.lineAt(Math.min(line, document.lineCount) - 1).range;
    editor.selection = new vscode.Selection(whole.start, whole.end);
    editor.revealRange(whole, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch {
    await openWithoutDocument(uri, options);
  }
}

/** VS Code gives an extension no document above 50 MB, yet can show one. */
async function openWithoutDocument(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    await vscode.commands.executeCommand("vscode.open", uri, options);
  } catch (error) {
    void vscode.window.showWarningMessage(
      t(
        { en: "The editor cannot show this line: {0}", de: "Der Editor kann diese Zeile nicht zeigen: {0}" },
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}
