import type { Config } from "kpi-anomaly";
import * as vscode from "vscode";
import { t } from "../../shared/translate.js";
import { reportNotebook } from "./report-notebook.js";

/** Configuration with which a file is analysed, changes made in its panel included. */
export type ConfigurationOf = (uri: vscode.Uri) => Promise<Config>;

/** "KPI: Open as Notebook": writes a notebook for a CSV file beside it, and opens it. */
export async function openAsNotebook(uri: vscode.Uri | undefined, configurationOf: ConfigurationOf): Promise<void> {
  const source = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (source === undefined || !/^(file|vscode-remote)$/.test(source.scheme)) {
    void vscode.window.showErrorMessage(
      t({
        en: "Open a saved CSV file first: the notebook is written beside it.",
        de: "Öffnen Sie zuerst eine gespeicherte CSV-Datei: Das Notebook wird daneben angelegt.",
      }),
    );
    return;
  }
  const file = source.path.slice(source.path.lastIndexOf("/") + 1);
  const notebook = await freeName(source, file.replace(/\.[^.]*$/, ""));
  try {
    await vscode.workspace.fs.writeFile(
      notebook,
      new TextEncoder().encode(reportNotebook(file, await configurationOf(source))),
    );
  } catch (error) {
    void vscode.window.showErrorMessage(
      t(
        { en: "The notebook could not be written: {0}", de: "Das Notebook konnte nicht geschrieben werden: {0}" },
        error instanceof Error ? error.message : String(error),
      ),
    );
    return;
  }
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(notebook));
}

/** `sales.ipynb`, or the first of `sales-2.ipynb`, `sales-3.ipynb` … that is not there yet. */
async function freeName(beside: vscode.Uri, stem: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const candidate = vscode.Uri.joinPath(beside, "..", `${stem}${number === 1 ? "" : `-${number}`}.ipynb`);
    const taken = await vscode.workspace.fs.stat(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}
