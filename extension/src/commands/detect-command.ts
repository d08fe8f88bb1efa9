import * as vscode from "vscode";
import { isCsv } from "./csv-file.js";
import { pickedFile } from "./open-csv.js";
import { asUri } from "../analysis/file-source.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { csvName } from "../../shared/csv-files.js";

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
  if (active && (isCsv(active.document) || active.document.isUntitled || active.document.languageId === "json"))
    return active.document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = (input as { uri?: unknown } | undefined)?.uri;
  if (uri instanceof vscode.Uri && csvName.test(uri.path)) return uri;
  return await pickedFile();
}

/** `KPI: Detect Anomalies`. */
export async function detectCommand(panels: ResultsPanels, argument?: DetectArgument): Promise<void> {
  const uri = await fileFor(panels, argument);
  if (!uri) return;
  const config = argument && !(argument instanceof vscode.Uri) ? argument.config : undefined;
  await panels.open(uri, undefined, config);
}
