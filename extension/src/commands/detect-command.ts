import * as vscode from "vscode";
import { isTableFile } from "./table-file.js";
import type { Command } from "./command.js";
import { pickedFile } from "./open-table.js";
import { onPanel, onTable } from "./when.js";
import { asUri } from "../analysis/file-source.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { tableName } from "../../shared/table-files.js";

/** What the command may be given: a menu passes a Uri, scripts `{ uri, config }`. */
export type DetectArgument =
  | vscode.Uri
  | { readonly uri: vscode.Uri | string; readonly config?: Readonly<Record<string, unknown>> };

/** The file meant by the argument, the panel, editor or tab in front, or picked in a dialog. */
async function fileFor(panels: ResultsPanels, argument: DetectArgument | undefined): Promise<vscode.Uri | undefined> {
  if (argument instanceof vscode.Uri) return argument;
  if (argument && "uri" in argument) return asUri(argument.uri);
  const panel = panels.all.find(({ view }) => view.active);
  if (panel) return panel.uri;
  const active = vscode.window.activeTextEditor;
  if (active && (isTableFile(active.document) || active.document.isUntitled || active.document.languageId === "json"))
    return active.document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = (input as { uri?: unknown } | undefined)?.uri;
  if (uri instanceof vscode.Uri && tableName.test(uri.path)) return uri;
  return await pickedFile();
}

/** `KPI: Detect Anomalies`. */
export const detect: Command = {
  id: "kpiAnomaly.detect",
  title: { en: "Detect Anomalies", de: "Anomalien finden" },
  icon: "graph-line",
  menus: [
    { menu: "editor/title", when: onTable(), group: "navigation" },
    { menu: "editor/context", when: onTable(), group: "z_commands" },
    { menu: "explorer/context", when: onTable("!explorerResourceIsFolder"), group: "navigation@50" },
  ],
  keybinding: { key: "ctrl+alt+a", mac: "cmd+alt+a", when: `${onTable()} || ${onPanel}` },
  run: ({ panels }, argument) => detectIn(panels, argument as DetectArgument | undefined),
};

async function detectIn(panels: ResultsPanels, argument?: DetectArgument): Promise<void> {
  const uri = await fileFor(panels, argument);
  if (!uri) return;
  const config = argument && !(argument instanceof vscode.Uri) ? argument.config : undefined;
  await panels.open(uri, undefined, config);
}
