import * as vscode from "vscode";
import { tableEndings } from "../../shared/table-endings.generated.js";
import { t } from "../../shared/translate.js";

/** The file picked in a dialog; undefined when none was. */
export async function pickedFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: t({ en: "Open a file of KPIs", de: "Eine Datei mit KPIs öffnen" }),
    filters: { [t({ en: "Tables", de: "Tabellen" })]: [...tableEndings] },
  });
  return picked?.[0];
}

/** Analyses a file that was dropped, or, with an empty text, one that is picked in a dialog; `found` is called before. */
export async function openTable(uri: string, found: () => void = () => undefined): Promise<void> {
  const file = uri === "" ? await pickedFile() : vscode.Uri.parse(uri);
  if (!file) return;
  found();
  await vscode.commands.executeCommand("kpiAnomaly.detect", file);
}
