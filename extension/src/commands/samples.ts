import * as vscode from "vscode";
import type { Command } from "./command.js";

/** `KPI: Open Sample`. */
export const openSample: Command = {
  id: "kpiAnomaly.openSample",
  title: { en: "Open Sample", de: "Beispiel öffnen" },
  run: ({ context }) => showSample(context),
};

const sample = "store_sales.csv";

/** A year of daily sales with things planted in it, as a saved file of the extension's own: what a person does to it spoils nothing. */
async function showSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(globalStorageUri, "samples");
  const copy = vscode.Uri.joinPath(folder, sample);
  await vscode.workspace.fs.createDirectory(folder);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, "samples", sample), copy, { overwrite: true });
  await vscode.window.showTextDocument(copy);
  await vscode.commands.executeCommand("kpiAnomaly.detect", copy);
}
