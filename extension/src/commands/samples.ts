import * as vscode from "vscode";
import type { Command } from "./command.js";

/** `KPI: Open Sample`. */
export const openSample: Command = {
  id: "kpiAnomaly.openSample",
  title: { en: "Open Sample", de: "Beispiel öffnen" },
  run: ({ context }) => showSample(context),
};

/** A year of daily sales with things planted in it, as an untitled file nobody can spoil. */
async function showSample(context: vscode.ExtensionContext): Promise<void> {
  const uri = vscode.Uri.joinPath(context.extensionUri, "samples", "store_sales.csv");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const document = await vscode.workspace.openTextDocument({ language: "csv", content });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("kpiAnomaly.detect", document.uri);
}
