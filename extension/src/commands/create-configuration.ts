import * as vscode from "vscode";
import { starterYaml } from "../configuration/starter.js";
import { t } from "../../shared/translate.js";
import type { Command } from "./command.js";

/** `KPI: Create Configuration`: a short commented beginning, in the workspace's folder. */
export const createConfiguration: Command = {
  id: "kpiAnomaly.createConfiguration",
  title: { en: "Create Configuration", de: "Konfiguration anlegen" },
  run: begin,
};

async function begin(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const text = starterYaml();
  if (!folder) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "yaml", content: text }));
    return;
  }
  const target = vscode.Uri.joinPath(folder, "kpi-anomaly.yaml");
  const there = await vscode.workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (there)
    void vscode.window.showInformationMessage(
      t({ en: "There is a configuration already.", de: "Es gibt schon eine Konfiguration." }),
    );
  else await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(target);
}
