import * as vscode from "vscode";
import { openTable } from "../commands/open-table.js";
import { bootMessage } from "./boot-message.js";
import { pageHtml } from "./page-html.js";
import { pageMessage } from "../../shared/protocol/page-message.js";
import type { HostMessage } from "../../shared/protocol/index.js";
import { panelType } from "./results-panel.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";

/** The results panel before there is a file: says what to do, and makes room for the panel of the file that is chosen. */
export function openEmptyPanel({ extensionUri }: vscode.ExtensionContext): void {
  const view = vscode.window.createWebviewPanel(panelType, t(terms.kpiAnomalies), vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, "dist")],
  });
  view.iconPath = vscode.Uri.joinPath(extensionUri, "media", "panel.svg");
  const post = (message: HostMessage): void => void view.webview.postMessage(message);
  view.webview.onDidReceiveMessage(async (raw: unknown) => {
    const message = pageMessage(raw);
    if (message?.type === "ready") {
      post(bootMessage(""));
      post({ type: "state", state: { kind: "empty" }, change: null });
    } else if (message?.type === "sample") {
      view.dispose();
      await vscode.commands.executeCommand("kpiAnomaly.openSample");
    } else if (message?.type === "openFile") await openTable(message.uri, () => view.dispose());
  });
  view.webview.html = pageHtml(view.webview, extensionUri);
}
